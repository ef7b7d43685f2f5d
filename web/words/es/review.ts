// Checking claims off: marks, notes, and where they are kept.
import type { Words } from '../index.ts';
import { count, number } from './number.ts';

export const review: Words['review'] = {
  group: 'Su revisión de esta afirmación',
  marks: {
    checked: 'Comprobada',
    needs_source: 'Falta una fuente',
    ignored: 'Descartada',
  },
  hints: {
    checked: 'Usted ha comprobado esta afirmación',
    needs_source: 'Hay que encontrar a alguien que lo diga',
    ignored: 'No hace falta comprobarla; una nota dice por qué',
  },
  note: 'Nota',
  addNote: 'Añadir una nota',
  whyIgnored: '¿Por qué no hace falta comprobarla?',
  noteKeys: 'Ctrl+Intro guarda, Esc descarta',
  noteSaved: 'Nota guardada',
  changed: {
    checked: 'El texto ha cambiado desde que la comprobó.',
    needs_source: 'El texto ha cambiado desde que pidió una fuente.',
    ignored: 'El texto ha cambiado desde que la descartó.',
    note: 'El texto ha cambiado desde que escribió la nota.',
  },
  again: {
    checked: 'Comprobada de nuevo',
    needs_source: 'Sigue sin fuente',
    ignored: 'Sigue descartada',
    note: 'La nota sigue valiendo',
  },
  progress: (done: number, total: number) =>
    `${number(done)} de ${count(total, 'afirmación resuelta', 'afirmaciones resueltas')}`,
  lost: {
    title: 'Ya no están en el texto',
    explain: 'Sus revisiones de estas afirmaciones se conservan. Vuelven cuando vuelve el texto.',
    forget: 'Olvidar esta revisión',
  },
  files: {
    imported: (reviews: number, articles: number) =>
      `${count(reviews, 'revisión importada', 'revisiones importadas')} de ${count(articles, 'artículo', 'artículos')}`,
    refused: {
      not_json: 'No es un archivo de revisiones: no se puede leer como JSON. No se ha importado nada.',
      other_file: 'No es un archivo de revisiones de Sourcelight. No se ha importado nada.',
      later_file:
        'Este archivo es de una versión posterior de Sourcelight. Recargue la página e inténtelo de nuevo. No se ha importado nada.',
      bad_field: (where: string) => `El archivo está dañado en «${where}». No se ha importado nada.`,
    },
  },
  problems: {
    blocked:
      'Este navegador no permite guardar revisiones: duran hasta que cierre esta página. Use «Guardar mis comprobaciones» para conservarlas.',
    full:
      'No queda espacio para guardar revisiones: las últimas duran hasta que cierre esta página. Use «Guardar mis comprobaciones» para conservarlas, u olvide las de artículos antiguos.',
    newer:
      'Otra pestaña tiene un Sourcelight más reciente, así que en esta no se pueden guardar revisiones. Use «Guardar mis comprobaciones» para conservarlas y después recargue la página.',
  },
};
