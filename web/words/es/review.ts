// Checking claims off: marks, notes, weights.

export const review = {};
