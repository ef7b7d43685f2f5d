// Corregir a mano lo que se ha leído.
import type { correct as english } from '../en/correct.ts';
import { count, number } from './number.ts';

export const correct: typeof english = {
  language: 'es',
  claim: {
    title: 'Corregir esta marca',
    words: 'Marcar estas palabras',
    status: 'Se apoya en',
    statuses: {
      named: 'una fuente con nombre',
      unnamed: 'una fuente sin nombre',
      hidden: 'alguien que el artículo no da',
      unsourced: 'la propia voz del artículo',
      none: 'nada: no es una afirmación',
    },
    who: 'Quién lo dice',
    other: 'Otra fuente…',
    name: 'Nombre',
    nameUnknown: 'Quién, con las palabras del artículo',
    role: 'Cargo o entidad',
    kind: 'Tipo',
    save: 'Guardar',
    cancel: 'Cancelar',
    undo: 'Deshacer la corrección',
    needsName: 'Diga quién: un nombre, o las palabras del artículo.',
  },
  source: {
    title: (name) => `Corregir la entrada ${name}`,
    same: 'Es la misma que',
    nobody: 'ninguna otra entrada',
    split: 'Una parte la dijo otra persona',
    splitExplain: 'Elija lo que dijo y diga quién es.',
    splitSave: 'Separar',
    splitNone: 'Elija al menos una declaración.',
  },
  list: {
    title: (corrections) => `${count(corrections, 'corrección', 'correcciones')} a mano`,
    undo: 'Deshacer',
    undoOf: (words) => `Deshacer la corrección de «${words}»`,
    gone: 'ya no está en el texto',
    joined: (name) => `la misma que ${name}`,
    records: 'Exportar como registros de anotación',
    recordsHint: 'El artículo con sus marcas corregidas, una línea de JSON: para entrenar o probar un modelo.',
    saved: (file) => `${file} guardado.`,
  },
  rivals: {
    title: (people) => (people === 1 ? 'Otra persona dice otra cosa' : `Otras ${number(people)} personas dicen otra cosa`),
    mine: 'Mantener esto',
    theirs: 'Tomar aquello',
    mark: 'Revisión',
    nothing: 'tal como se leyó',
    differ: 'dos personas discrepan',
  },
  done: { corrected: 'Corregido.', undone: 'Deshecho.' },
};
