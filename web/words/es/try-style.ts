// Probar un libro de estilo con artículos antiguos.
import type { tryStyle as english } from '../en/try-style.ts';
import { count, number } from './number.ts';

export const tryStyle: typeof english = {
  title: 'Probarlo con artículos antiguos',
  meaning:
    'Vea qué habrían encontrado unas reglas antes de activarlas. Elija una carpeta o varios archivos (texto, Markdown, HTML, Word, o .jsonl con un artículo por línea), o suéltelos aquí. Se leen aquí y no se envían a ningún sitio.',
  rules: 'Reglas de su libro de estilo',
  checks: 'Comprobaciones incluidas',
  checkNames: {
    single_anonymous_source: 'Una sola fuente anónima',
    single_anonymous_source_for_accusation: 'Una acusación de una sola fuente anónima',
    accusation_in_own_voice: 'Una acusación con la propia voz del artículo',
    anonymous_source_without_description: 'Una fuente anónima que no se describe',
    anonymous_source_without_reason: 'Sin razón de que no se nombre una fuente',
    opinion_from_anonymous_source: 'Una opinión o acusación de fuentes anónimas',
    declined_to_comment_unnamed: 'Declina hacer comentarios, pero se cita sin nombre',
    attribution_restated: 'Atribución no repetida en un párrafo posterior',
    attribution_at_first_reference: 'Falta la atribución en la primera mención',
  },
  folder: 'Elegir una carpeta…',
  files: 'Elegir archivos…',
  cancel: 'Cancelar',
  save: 'Guardar como CSV',
  csv: ['regla', 'archivo', 'palabras', 'contexto'],
  noRule: 'Elija al menos una regla.',
  noFile: 'Ahí no hay artículos.',
  starting: 'Preparando…',
  progress: (articles, found) =>
    `${count(articles, 'artículo leído', 'artículos leídos')}, ${count(found, 'hallazgo', 'hallazgos')} hasta ahora`,
  done: (articles, found) =>
    `Terminado: ${count(found, 'hallazgo', 'hallazgos')} en ${count(articles, 'artículo', 'artículos')}.`,
  cancelled: (articles, found) =>
    `Cancelado tras ${count(articles, 'artículo', 'artículos')}: ${count(found, 'hallazgo', 'hallazgos')}.`,
  failed: (why) => `No se pudieron leer los artículos. ${why}`,
  found: (found, articles) =>
    `${count(found, 'hallazgo', 'hallazgos')} en ${count(articles, 'artículo', 'artículos')}`,
  nothing: 'nada encontrado',
  more: (left) => `Mostrar ${number(left)} más`,
  notKept: (left) => `Otros ${number(left)} se contaron y no se muestran: la lista está llena.`,
  unread: (files) => `${count(files, 'artículo no se pudo leer', 'artículos no se pudieron leer')}`,
};
