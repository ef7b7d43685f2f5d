// Sourcelight en un marco de otra página.
import type { Words } from '../index.ts';

export const frame: Words['frame'] = {
  settingsNotLoaded: (name, why) => `No se ha podido cargar el libro de estilo ${name} (${why}).`,
};
