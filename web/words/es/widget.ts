// The element: text, legend, card, lists.

export const widget = {};
