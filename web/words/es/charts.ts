// The report view: pictures, their text equivalents, the minimap.
import { count, number, percent } from './number.ts';
import type { Words } from '../index.ts';

const share = (value: number): string => (value > 0 && value < 0.005 ? `<${percent(0.01)}` : percent(value));

const paragraphs = (first: number, last: number): string =>
  first === last ? `párrafo ${number(first)}` : `párrafos ${number(first)} a ${number(last)}`;

const words = (value: number): string => count(value, 'palabra', 'palabras');

export const charts: Words['charts'] = {
  view: 'El artículo en conjunto',
  empty: 'Aún no hay afirmaciones. Cuando las haya, aquí se verá en quién se apoyan.',
  only: (what) => `Solo se muestra: ${what}`,
  showAll: 'Mostrar todo',
  asTable: 'En una tabla',
  number,
  words,
  percent: share,
  places: {
    body: 'Texto',
    headline: 'Titular',
    byline: 'Firma',
    caption: 'Pie de foto',
    credit: 'Crédito',
    standfirst: 'Entradilla',
    item: 'Elemento de lista',
  },
  paragraph: (value) => `Párrafo ${number(value)}`,
  headWords: 'Palabras',
  headShare: 'Parte',
  headSource: 'Fuente',
  headKind: 'Tipo',
  headParagraph: 'Párrafo',
  status: {
    title: 'En quién se apoyan las palabras',
    text: (named, own) =>
      `Las fuentes identificadas respaldan el ${share(named)} de las palabras; el ${share(own)} es la voz del propio artículo.`,
    rest: 'Entre las afirmaciones',
    restNote: '“dijo la alcaldesa”',
  },
  sources: {
    title: 'Quién tiene más palabras',
    text: (sources, name, value) =>
      sources === 1
        ? `La única fuente, con el ${share(value)} de las palabras del artículo: ${name}.`
        : `La que más tiene de ${number(sources)} fuentes, el ${share(value)} de las palabras del artículo: ${name}.`,
    none: 'Ninguna fuente tiene palabras.',
    others: (value) => count(value, 'más', 'más'),
  },
  kinds: {
    title: 'Qué tipos de fuentes',
    text: (value) => `Las fuentes que el lector puede identificar tienen el ${share(value)} de las palabras que se dan a fuentes.`,
    none: 'Ninguna fuente tiene palabras.',
  },
  strip: {
    title: 'De principio a fin',
    text: 'Cada bloque es una afirmación, tan largo como sus palabras. Las líneas finas separan los párrafos.',
    label: 'Afirmaciones en el orden del artículo; Intro abre una',
    help: 'Señale un bloque para ver su afirmación.',
    claim: (place, status, text) => `${place} · ${status}: ${text}`,
    longest: (first, last, value) => `El tramo más largo sin fuente: ${paragraphs(first, last)} (${words(value)}).`,
    underlined: 'Está subrayado.',
    sourced: 'Todas las afirmaciones tienen fuente.',
    goToLongest: 'Ir al tramo más largo sin fuente',
  },
  named: {
    title: 'Con nombre y sin nombre',
    text: (value) =>
      `De las palabras que se atribuyen a alguien, el ${share(value)} viene de fuentes que el lector puede identificar.`,
    none: 'No se atribuye nada a nadie.',
    named: 'El lector sabe quién',
    unnamed: 'El lector no sabe quién',
  },
  minimap: {
    label: (stretch) => `Mapa del artículo. ${stretch}`,
    at: (place, what) => (what ? `${place}: ${what}` : place),
  },
};
