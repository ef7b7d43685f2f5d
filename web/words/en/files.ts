// Opening, saving and sharing.

export const files = {};
