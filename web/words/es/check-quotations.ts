// Cotejar las citas con documentos.
import type { CheckQuotationWords } from '../en/check-quotations.ts';
import { count, number } from './number.ts';

const clock = (seconds: number): string =>
  [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');

export const checkQuotations: CheckQuotationWords = {
  title: 'Cotejar las citas',
  meaning: 'Abra transcripciones o documentos: cada cita del artículo se busca en ellos, palabra por palabra.',
  memory: 'Se quedan en la memoria de esta página, hasta que la cierre. Nada se envía ni se guarda.',
  open: 'Abrir archivos…',
  drop: 'o suéltelos aquí: texto, Markdown, HTML, Word, PDF, subtítulos (.srt, .vtt)',
  paste: 'Pegar una transcripción',
  pasteField: 'Pegue o escriba aquí la transcripción',
  add: 'Añadir',
  pasted: (index) => `Texto pegado ${number(index)}`,
  documents: 'Documentos',
  words: (words) => count(words, 'palabra', 'palabras'),
  remove: 'Quitar',
  removeNamed: (name) => `Quitar ${name}`,
  removed: (name) => `Se ha quitado ${name}.`,
  opening: (name) => `Abriendo ${name} …`,
  cancel: 'Cancelar',
  checking: 'Buscando las citas …',
  empty: 'Pegue primero una transcripción.',
  notOpened: (name, why) => `${name}: ${why}`,
  pdfProblems: {
    pdf: 'Los PDF se leen solo en la página de Sourcelight, no aquí. Ábralo allí, o copie su texto y péguelo.',
    damaged: 'Este PDF está dañado, o no es un PDF. Ábralo en otro programa y guárdelo de nuevo, o pegue aquí su texto.',
    no_words: 'Este PDF no contiene texto, solo imágenes de él. Páselo antes por un programa de reconocimiento de texto (OCR).',
    password: 'Este PDF está protegido con contraseña. Guarde una copia sin ella y ábrala.',
    too_large: 'Este PDF es demasiado grande: se abren archivos de hasta 20 MB. Guarde las páginas que necesite en un archivo propio.',
    not_loaded: 'No se pudo cargar lo que lee los PDF. Compruebe la conexión e inténtelo de nuevo, o pegue aquí su texto.',
  },
  failed: 'No se pudieron cotejar las citas. Quite el último documento abierto, o recargue la página.',
  noArticle: 'Todavía no hay artículo que cotejar.',
  noQuotations: 'El artículo no cita a nadie palabra por palabra.',
  summary: (counts, otherSpeaker) => {
    const parts = [
      counts.changed && count(counts.changed, 'cambiada', 'cambiadas'),
      counts.not_found && count(counts.not_found, 'no encontrada', 'no encontradas'),
      counts.verbatim && `${number(counts.verbatim)} palabra por palabra`,
    ].filter((part) => part);
    const all = counts.changed + counts.not_found + counts.verbatim;
    const speaker = otherSpeaker ? ` En ${number(otherSpeaker)} habla otra persona.` : '';
    return `${count(all, 'cita', 'citas')}: ${parts.join(', ')}.${speaker}`;
  },
  statuses: { verbatim: 'Palabra por palabra', changed: 'Cambiada', not_found: 'No encontrada' },
  notes: { verbatim: 'cita palabra por palabra', changed: 'cita cambiada', not_found: 'cita no encontrada' },
  noteOtherSpeaker: 'cita de otra persona',
  kinds: {
    ellipsis: 'abreviada, y lo dice (…)',
    bracket: 'palabras insertadas entre corchetes',
    case: 'difieren las mayúsculas',
    writing: 'escrita de otro modo',
    number: 'número escrito de otro modo',
    filler: 'sin «eh»',
    aside: 'sin una nota de la transcripción',
    word: 'otra palabra',
    added: 'palabras añadidas',
    left_out: 'palabras omitidas',
    joined: 'unida de dos lugares sin señal',
  },
  groups: {
    changed: 'Cambiadas',
    other: 'Lo dice otra persona',
    not_found: 'No encontradas',
    verbatim: 'Palabra por palabra',
  },
  added: 'añadido: ',
  leftOut: 'omitido: ',
  unchanged: 'sin cambios: ',
  omitted: (words) => `… ${count(words, 'palabra', 'palabras')} …`,
  place: (name, { time, page, speaker }) =>
    [name, speaker, page === undefined ? '' : `página ${number(page)}`, time === undefined ? '' : `en ${clock(time)}`].filter((part) => part).join(', '),
  elsewhere: (places) => `y en ${count(places, 'otro lugar', 'otros lugares')}`,
  sameSpeaker: (name) => `El documento también nombra a ${name}.`,
  otherSpeaker: (name, source) => `En el documento lo dice ${name}, no ${source}.`,
  card: 'Frente a los documentos',
};
