// The part "Notes from elsewhere" of the tab "Check", in Spanish. tests/web/check/notes-words.test.ts holds it.
import type { NotesWords } from '../en/check-notes.ts';
import { count, number } from './number.ts';

const notes = (value: number): string => count(value, 'nota', 'notas');

const problems: NotesWords['problems'] = {
  no_json: (name, line) =>
    `${name} no es JSON completo${line === null ? '' : `: la línea ${number(line)} no se puede leer`}. Vuelva a exportarlo y ábralo.`,
  no_notes: (name) =>
    `${name} no contiene anotaciones. Abra un archivo de W3C Web Annotation (.json, .jsonld) o exportado de Hypothesis (.json, .csv con las columnas Quote y Comment).`,
  elsewhere: (name) =>
    `${name} solo dice dónde están sus anotaciones, y Sourcelight no descarga nada de la web. Descargue su primera página y ábrala.`,
  empty: (name) => `${name} no contiene ninguna anotación. Compruebe que es el archivo correcto.`,
  too_large: (name) => `${name} ocupa más de 50 MB. Exporte menos notas a la vez.`,
  unreadable: (name) => `${name} no se pudo leer: quizá se movió o está abierto en otro programa. Elíjalo de nuevo.`,
};

export const checkNotes: NotesWords = {
  title: 'Notas de otros sitios',
  meaning:
    'Abra anotaciones de este artículo hechas con Hypothesis u otra herramienta (W3C Web Annotation): aparecen en las afirmaciones de las que tratan.',
  memory: 'Se quedan en la memoria de esta página, hasta que la cierre. Nada se envía ni se guarda.',
  open: 'Abrir notas…',
  drop: 'o suelte aquí un archivo: W3C Web Annotation (.json, .jsonld), Hypothesis (.json, .csv)',
  cancel: 'Cancelar',
  cancelled: 'Cancelado.',
  files: 'Archivos de notas',
  reading: (name) => `Leyendo ${name}…`,
  remove: 'Quitar',
  removeNamed: (name) => `Quitar ${name}`,
  removed: (name) => `Se han quitado las notas de ${name}.`,
  done: (all, placed) =>
    all === placed ? `${notes(all)}, todas en afirmaciones de este artículo.` : `${notes(all)}, ${number(placed)} en afirmaciones de este artículo.`,
  leftOut: (items) =>
    items.length === 1
      ? `El elemento ${number(items[0] ?? 0)} no es una anotación y se omite.`
      : `${number(items.length)} elementos no son anotaciones y se omiten: ${items.slice(0, 5).map(number).join(', ')}${items.length > 5 ? ' …' : ''}.`,
  atClaims: 'En afirmaciones',
  apart: 'En ninguna afirmación de este artículo',
  apartMeaning: 'Lo que citan no está en el artículo, o tratan de toda la página.',
  more: (value) => `Mostrar ${number(value)} más`,
  line: notes,
  card: 'Notas de otros sitios',
  marked: 'Solo subrayado',
  about: 'Sobre',
  changed: 'Las palabras han cambiado desde entonces.',
  unknownAuthor: 'Autor sin nombre',
  link: 'Abrir la nota',
  wholePage: 'Sobre toda la página',
  problems,
};
