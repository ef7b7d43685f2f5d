// Comparing two versions.

export const compare = {};
