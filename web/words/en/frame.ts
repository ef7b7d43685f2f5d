// Sourcelight in a frame of another page.
export const frame = {
  settingsNotLoaded: (name: string, why: string) => `The house style ${name} could not be loaded (${why}).`,
};
