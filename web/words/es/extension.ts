// La extensión del navegador.
import type { extension as en } from '../en/extension.ts';
import { count, number } from './number.ts';

export const extension: typeof en = {
  name: 'Sourcelight',
  description: '¿Quién lo dice? Muestra en cualquier noticia qué afirmaciones citan una fuente y cuáles no. Nada sale de su ordenador.',
  button: {
    title: 'Sourcelight: quién dice qué en esta página',
    share: (named, total) => `${number(named)} de ${count(total, 'afirmación cita', 'afirmaciones citan')} una fuente`,
    off: 'Sourcelight no actúa en este sitio, según sus opciones.',
    closed: 'El navegador no deja que ninguna extensión lea esta página.',
  },
  menu: { selection: '¿Quién lo dice? (Sourcelight)' },
  commands: {
    next: 'A la afirmación siguiente',
    previous: 'A la afirmación anterior',
  },
  panel: {
    title: 'Sourcelight',
    press: 'Pulse el botón de Sourcelight para ver quién dice qué en esta página.',
    reading: 'Leyendo la página…',
    nothing: 'En esta página no hay ningún artículo que se pueda leer.',
    failed: (why) => `No se ha podido leer la página. ${why}`,
    otherLanguage: (language) => `El idioma de esta página es ${language}; Sourcelight lee inglés.`,
    selection: 'Solo se ha leído lo que ha seleccionado.',
    cannotMark: 'Este navegador no puede marcar palabras en una página, así que el texto se muestra aquí.',
    styleProblems: 'Parte de los ajustes de su redacción no tiene sentido y se ha dejado fuera. Las opciones dicen cuál.',
    privateTab: 'Esta es una ventana privada: lo que marque aquí se olvida al cerrar el panel.',
    notKept: 'No queda sitio para guardar lo que marca: dura hasta que cierre el panel. En las opciones puede borrar lo guardado de páginas antiguas.',
    leave: 'Quitar las marcas',
    again: 'Leer otra vez',
    options: 'Opciones',
  },
  options: {
    title: 'Sourcelight: opciones',
    heading: 'Opciones',
    saved: 'Guardado.',
    notSaved: 'El navegador no lo guarda.',
    statuses: {
      title: 'Afirmaciones que se marcan',
      usual: 'Las que digan los ajustes de la redacción; sin ellos, todas menos «Sin afirmación»',
      chosen: 'Estas',
    },
    colours: {
      title: 'Colores de las marcas',
      meaning: 'Un color suyo vale para páginas claras y oscuras. El tipo de línea no cambia, para que las marcas se distingan también sin color.',
      reset: 'Los colores de siempre',
    },
    language: { title: 'Idioma', browser: 'El del navegador' },
    shortcuts: {
      title: 'Atajos de teclado',
      none: 'sin atajo',
      open: 'Cambiar los atajos',
      firefox: 'Firefox los cambia en Complementos y temas (Ctrl+Mayús+A): la rueda dentada, «Administrar atajos de extensiones».',
    },
    style: {
      title: 'Ajustes de la redacción',
      tooLong: 'El archivo es demasiado grande para ser de ajustes.',
    },
    sites: {
      title: 'Sitios en los que no actuar',
      meaning: 'En estos sitios, y en todos los que cuelgan de ellos, el botón no hace nada.',
      label: 'Sitio, como example.org',
      add: 'Añadir',
      remove: (site) => `Quitar ${site}`,
      none: 'Ninguno.',
      wrong: (text) => `«${text}» no es el nombre de un sitio.`,
    },
    reviews: {
      title: 'Lo que ha marcado y anotado',
      meaning: 'Se guarda en este ordenador, por páginas, y no se envía a ninguna parte.',
      none: 'No hay nada guardado.',
      kept: (reviews, when) => `${count(reviews, 'afirmación', 'afirmaciones')}, ${when}`,
      forget: 'Borrar',
      forgetOf: (page) => `Borrar lo guardado de ${page}`,
      forgetAll: 'Borrar todo',
      sure: '¿Borrar lo que ha marcado y anotado, de todas las páginas?',
      forgotten: 'Borrado.',
    },
    privacy: 'Sourcelight no recoge nada. Las páginas se leen en este ordenador, cuando pulsa el botón, y nada de ellas sale de él.',
  },
};
