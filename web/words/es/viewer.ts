// Un archivo compartido: un artículo con sus marcas, solo para leer.
import type { Words } from '../index.ts';

export const viewer: Words['viewer'] = {
  made: 'Las afirmaciones de este artículo, marcadas por Sourcelight: ¿quién lo dice? Este archivo está completo y no descarga nada.',
  needsScript: 'Este archivo muestra el artículo marcado donde se permite JavaScript.',
};
