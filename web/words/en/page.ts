// The page around the widget.

export const page = {};
