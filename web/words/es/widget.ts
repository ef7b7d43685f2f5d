// The element: text, legend, card, lists, keys.
import type { Words } from '../index.ts';
import { count, list, number } from './number.ts';

export const widget: Words['widget'] = {
  articleText: 'Texto del artículo',
  placeholder: 'Pegue o escriba aquí un artículo',
  legend: 'Mostrar solo',
  filters: {
    showing: 'Se muestra solo',
    all: 'Mostrar todo',
  },
  tabs: { claims: 'Afirmaciones', sources: 'Fuentes', report: 'Informe', check: 'Cotejo', versions: 'Versiones' },
  views: 'Vistas del artículo',

  card: {
    title: 'Afirmación elegida',
    details: 'Quién lo dice',
    position: (index, total) => `Afirmación ${number(index + 1)} de ${number(total)}`,
    previous: 'Afirmación anterior',
    next: 'Afirmación siguiente',
    close: 'Cerrar',
    who: 'Quién',
    here: (words) => `aquí “${words}”`,
    means: (words, name) => `“${words}” es ${name}`,
    cue: 'Con qué palabras',
    quotation: 'Cómo',
    passedOnBy: 'Transmitido por',
    justification: 'Qué dice el artículo de la fuente',
    nobodyGiven: 'No se da a nadie',
    why: 'Por qué esta marca',
    link: (hosts) => `Enlaza a ${hosts}`,
    sendOn: 'Para enviar',
    copy: 'Copiar',
    copied: 'Copiado.',
    notCopied: 'No se ha podido copiar. Seleccione las palabras de arriba y cópielas.',
    worth: 'Conviene comprobar',
    echoes: 'El artículo dice lo mismo en otra parte',
    differs: 'Las cifras no coinciden',
    differsFrom: (here, there) => `aquí “${here}”, allí “${there}”`,
    elsewhere: (name) => `${name} también dice`,
    paragraph: (at) => `Párrafo ${number(at)}`,
    showAllOf: (total) => `Mostrar las ${number(total)} en el texto`,
    review: 'Su comprobación',
    claimReview: 'Empezar un ClaimReview…',
    correct: 'Corregir…',
    byHand: 'Marcado a mano',
    undo: 'Deshacer',
    chosen: 'Palabras seleccionadas',
    correctWords: 'Marcar estas palabras…',
  },

  doubt: {
    label: 'Dudosa',
    meaning: 'La marca, la atribución o quién es bien pueden estar mal: acierta más o menos la mitad de las veces.',
    how: 'Fiabilidad',
    of: { status: 'la marca', attribution: 'la atribución', who: 'quién es' },
    note: (of) => `en duda: ${list(of)}`,
    say: {
      unsure: (of) => `${list(of)}, baja (acierta más o menos la mitad de las veces)`,
      fairly: (of) => `${list(of)}, media (acierta casi ocho de cada diez veces)`,
      sure: (of) => `${list(of)}, alta (acierta más de nueve de cada diez veces)`,
    },
    count: (unsure, all) => `Sourcelight duda de ${number(unsure)} de ${count(all, 'afirmación', 'afirmaciones')}.`,
    show: 'Mostrar solo las dudosas',
  },

  claims: {
    order: 'Orden',
    orders: { priority: 'Qué comprobar primero', unsure: 'Las dudosas primero', text: 'Como en el artículo' },
    show: 'Mostrar',
    shown: {
      all: 'Todas',
      open: 'Pendientes',
      checked: 'Comprobadas',
      needs_source: 'Falta una fuente',
      ignored: 'Descartadas',
      by_hand: 'Corregidas a mano',
    },
    weights: 'Pesos…',
    priority: (share) => `prioridad ${number(Math.round(share * 100))} de 100`,
    tick: 'Comprobada',
    none: 'No hay afirmaciones que mostrar.',
    start: 'Las afirmaciones aparecerán aquí en cuanto haya un texto.',
  },

  weights: {
    title: 'Qué comprobar primero',
    intro: 'Cuánto sube cada cosa una afirmación en la lista: de 0, nada, a 100.',
    statuses: 'Quién la respalda',
    signals: 'Qué contiene',
    check_worthy: 'Se parece a lo que eligen los verificadores',
    reset: 'Como al principio',
    done: 'Hecho',
  },

  sources: {
    none: 'Todavía no se han encontrado fuentes.',
    nobody: 'Nadie',
    nobodyMeta: 'El artículo no dice quién respalda esto.',
    size: (statements, words) =>
      `${count(statements, 'declaración', 'declaraciones')}, ${count(words, 'palabra', 'palabras')}`,
    only: (name) => `Mostrar solo lo que dice ${name}`,
  },

  remarks: {
    differ: 'Cifras que no coinciden',
    style: 'Libro de estilo',
    at: (one, other) => `párrafos ${number(one)} y ${number(other)}`,
  },

  reading: {
    loading: 'Preparándose para leer…',
    busy: 'Leyendo…',
    share: (percent) => `Leyendo… ${percent}`,
    cancel: 'Dejar de leer',
    cancelled: 'Se ha dejado de leer. Seguirá cuando cambie el texto.',
  },

  problems: {
    tooLong: 'Este texto es demasiado largo para leerlo de una vez. Pegue una parte; su texto sigue aquí.',
    otherLanguage: 'Este texto no parece estar en inglés, el único idioma que Sourcelight lee por ahora.',
    failed: (detail) => `No se ha podido leer el artículo.${detail ? ` ${detail}` : ''} Su texto sigue aquí.`,
    houseStyle: (why) => `El libro de estilo no se aplica. ${why}`,
    houseStyleParts: (left) =>
      left.length
        ? `${count(left.length, 'parte', 'partes')} del libro de estilo no ${left.length > 1 ? 'tienen' : 'tiene'} sentido y no se ${left.length > 1 ? 'aplican' : 'aplica'}: ${left
            .slice(0, 3)
            .map(({ line, field, message }) => `línea ${number(line)}, ${field}: ${message}`)
            .join(' ')}`
        : '',
    tools: 'No se ha podido descargar una parte de Sourcelight. Compruebe la conexión e inténtelo de nuevo.',
    retry: 'Intentar otra vez',
  },

  keys: {
    title: 'Teclas',
    close: 'Cerrar',
    anywhere: 'Fuera del texto que escribe',
    writing: 'Al escribir',
    inLists: 'En la lista de afirmaciones',
    names: {
      next: 'Afirmación siguiente de las que se muestran',
      previous: 'Afirmación anterior',
      filter: 'Mostrar solo las afirmaciones con esa marca',
      close: 'Cerrar la ficha',
      help: 'Esta lista',
      card: 'Ficha de la afirmación donde está el cursor; de las palabras seleccionadas',
      correct: 'Corregir la afirmación de la ficha',
      undo: 'Deshacer, rehacer',
      walk: 'De una entrada a otra',
      open: 'Abrir la ficha',
      checked: 'Comprobada',
      needs_source: 'Falta una fuente',
      ignored: 'Descartada',
    },
    key: {
      enter: 'Intro',
      escape: 'Esc',
      shift: 'Mayús',
      alt: 'Alt',
      control: 'Ctrl',
    },
  },

  print: {
    claims: 'Marcas',
    sources: 'Fuentes',
  },
};
