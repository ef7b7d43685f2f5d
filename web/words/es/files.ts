// Opening, saving and sharing.
import type { Words } from '../index.ts';

export const files: Words['files'] = {
  formats: {
    markdown: {
      label: 'Lista de comprobación',
      meaning: 'Las afirmaciones por comprobar, cada una con su casilla y las más urgentes primero: para notas y listas de tareas (Markdown).',
    },
    html: {
      label: 'Artículo marcado',
      meaning: 'Una página con el artículo, sus afirmaciones marcadas y sus fuentes: se abre en cualquier navegador (HTML).',
    },
    'claims-csv': {
      label: 'Tabla de afirmaciones',
      meaning: 'Una fila por afirmación: se abre en Excel y otras hojas de cálculo (CSV).',
    },
    'sources-csv': {
      label: 'Tabla de fuentes',
      meaning: 'Una fila por fuente: se abre en Excel y otras hojas de cálculo (CSV).',
    },
    json: {
      label: 'Informe completo',
      meaning: 'Todo lo que se ha encontrado, para otros programas (JSON).',
    },
    annotation: {
      label: 'Anotaciones',
      meaning: 'Cada afirmación como nota sobre el artículo, para herramientas de anotación (W3C Web Annotation, JSON-LD).',
    },
  },
  problems: {
    pdf: 'Sourcelight no puede abrir archivos PDF. Copie el texto del artículo y péguelo aquí.',
    doc: 'Es un documento de Word antiguo (.doc). Guárdelo en Word como .docx y ábralo, o pegue aquí su texto.',
    odt: 'Sourcelight no puede abrir archivos OpenDocument. Guárdelo como .docx y ábralo, o pegue aquí su texto.',
    rtf: 'Sourcelight no puede abrir archivos RTF. Guárdelo como .docx y ábralo, o pegue aquí su texto.',
    picture: 'Es una imagen. Sourcelight solo lee texto: pegue o escriba aquí las palabras del artículo.',
    unknown:
      'Sourcelight no puede abrir este tipo de archivo. Abre .txt, .md, .html y .docx; el texto de cualquier otro se puede pegar aquí.',
    binary: 'El nombre dice que es texto, pero el archivo no lo contiene. Ábralo en el programa del que procede, copie el texto y péguelo aquí.',
    empty: 'El archivo está vacío. Compruebe que es el correcto.',
    no_words: 'En este archivo no hay palabras, quizá solo imágenes. Compruebe que es el correcto, o pegue aquí el texto del artículo.',
    too_large: 'El archivo es demasiado grande: Sourcelight abre archivos de hasta 20 MB. Copie el texto del artículo y péguelo aquí.',
    damaged: 'Este documento de Word está dañado o no es de Word. Ábralo en Word y guárdelo de nuevo como .docx, o pegue aquí su texto.',
    password: 'El documento está protegido con contraseña. Guarde una copia sin ella y ábrala, o pegue aquí su texto.',
    folder: 'Es una carpeta. Abra los archivos de uno en uno.',
    address: 'Es la dirección de una página, y Sourcelight no descarga nada de la web. Abra la página, copie el artículo y péguelo aquí.',
    unreadable: 'No se ha podido leer el archivo: quizá se ha movido o está abierto en otro programa. Elíjalo de nuevo.',
    not_loaded: 'No se ha podido cargar lo necesario para abrir este tipo de archivo. Compruebe la conexión e inténtelo de nuevo, o pegue aquí el texto del artículo.',
  },
};
