// Comparing two versions.
import type { Words } from '../index.ts';
import { count, number } from './number.ts';

type Counts = Parameters<Words['compare']['summary']>[0];

const parts: [kind: keyof Counts, one: string, several: string][] = [
  ['new', 'es nueva', 'son nuevas'],
  ['lost_source', 'perdió su fuente', 'perdieron su fuente'],
  ['changed_source', 'cambió de fuente', 'cambiaron de fuente'],
  ['got_source', 'ganó una fuente', 'ganaron una fuente'],
  ['reworded', 'está redactada de otro modo', 'están redactadas de otro modo'],
  ['gone', 'ya no está', 'ya no están'],
];

const list = new Intl.ListFormat('es');

const told = (counts: Counts): string[] =>
  parts
    .filter(([kind]) => counts[kind])
    .map(([kind, one, several], at) => {
      const value = counts[kind];
      const subject = at ? number(value) : count(value, 'afirmación', 'afirmaciones');
      return `${subject} ${value === 1 ? one : several}`;
    });

export const compare: Words['compare'] = {
  title: 'Comparar dos versiones',
  which: 'La otra versión es',
  earlier: 'anterior',
  later: 'posterior',
  paste: 'Pegue aquí la otra versión',
  open: 'Abrir un archivo',
  drop: 'o suelte aquí un archivo',
  start: 'Comparar',
  another: 'Comparar con otra versión',
  stop: 'Dejar de comparar',
  cancel: 'Cancelar',
  reading: 'Leyendo la otra versión…',
  cancelled: 'Cancelado.',
  empty: 'Pegue o abra primero la otra versión.',
  noArticle: 'No hay ningún artículo en la página con el que compararla.',
  notOpened: 'No se pudo abrir este archivo.',
  notRead: 'No se pudo leer la otra versión. Inténtelo de nuevo o recargue la página.',
  tooLong: 'La otra versión es demasiado larga para leerla de una vez.',
  notCompared: 'No se pudieron comparar las versiones. Compruebe la conexión e inténtelo de nuevo.',
  identical: 'Las dos versiones son iguales, palabra por palabra.',
  summary: (counts, same, otherIsEarlier) => {
    const against = otherIsEarlier ? 'Frente a la versión anterior' : 'En la versión posterior';
    const changes = told(counts);
    if (!changes.length) return `${against}: ninguna afirmación es nueva, falta o ha cambiado.`;
    const rest = same ? ` ${count(same, 'afirmación sigue', 'afirmaciones siguen')} igual.` : '';
    return `${against}: ${list.format(changes)}.${rest}`;
  },
  groups: {
    lost: 'Perdieron su fuente',
    changed: 'Cambiaron de fuente',
    newUnsourced: 'Nuevas, sin fuente',
    new: 'Nuevas, con fuente',
    got: 'Ganaron una fuente',
    reworded: 'Redactadas de otro modo',
    gone: 'Ya no están',
  },
  was: 'antes: ',
  is: 'después: ',
  sources: (names) => list.format(names),
  added: 'añadido: ',
  removed: 'eliminado: ',
  unchanged: 'sin cambios: ',
  numbersDiffer: 'Las cifras difieren',
};
