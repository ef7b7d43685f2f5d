// The report view: pictures, their text equivalents, the minimap.

export const charts = {};
