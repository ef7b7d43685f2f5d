// El uso sin conexión y las versiones nuevas.
import type { Words } from '../index.ts';

export const offline: Words['offline'] = {
  ready: 'A partir de ahora Sourcelight se abre también sin internet.',
  newVersion: 'Hay una versión nueva de Sourcelight. Su texto se queda como está.',
  apply: 'Usar la versión nueva',
};
