// Lo que se publica con un artículo, in Spanish. tests/web/publish/words.test.ts holds it.
import type { PublishWords } from '../en/publish.ts';
import { count } from './number.ts';

const claims = (value: number): string => count(value, 'afirmación', 'afirmaciones');

const box: PublishWords['box'] = {
  title: 'Sobre las fuentes',
  intro: (total) =>
    total === 1
      ? 'Este artículo hace una afirmación que se puede comprobar. Aquí se dice en la palabra de quién se apoya.'
      : `Este artículo hace ${claims(total)} que se pueden comprobar. Aquí se dice en la palabra de quién se apoyan.`,
  nothing: 'Este artículo no hace ninguna afirmación que se pueda comprobar.',
  rests: {
    named: (value) =>
      value === 1
        ? '1 afirmación se apoya en una fuente que el artículo identifica.'
        : `${claims(value)} se apoyan en fuentes que el artículo identifica.`,
    unnamed: (value) =>
      value === 1
        ? '1 afirmación se apoya en alguien a quien el artículo no identifica.'
        : `${claims(value)} se apoyan en personas a las que el artículo no identifica.`,
    hidden: (value) =>
      value === 1
        ? '1 afirmación se presenta como palabra de alguien, pero el artículo no dice de quién.'
        : `${claims(value)} se presentan como palabra de alguien, pero el artículo no dice de quién.`,
    unsourced: (value) =>
      value === 1 ? '1 afirmación la hace el propio artículo.' : `${claims(value)} las hace el propio artículo.`,
  },
  claims,
  quoted: 'con citas textuales',
  writer: 'Quien firma el artículo',
  named: 'A quién se identifica',
  unnamed: 'A quién no se identifica',
  says: (words) => `El artículo dice de esta fuente: ${words}.`,
  saysNothing: 'El artículo no dice por qué.',
  passedOn: (name) => `Personas a las que ${name} no identifica`,
  hidden: 'Donde no se dice quién',
  hiddenMeaning: 'El artículo escribe “se cree”, “al parecer” o algo semejante, y no dice quién lo afirma.',
  own: 'Lo que dice el propio artículo',
  ownMeaning:
    'De esto el artículo no da fuente. No por ello es falso: quizá el periodista estaba allí, o es de conocimiento general.',
  show: (value) => (value === 1 ? 'Mostrar la afirmación' : `Mostrar las ${claims(value)}`),
  note: 'Contado a partir de las palabras del artículo con Sourcelight. Muestra quién respalda una afirmación, no si es verdad.',
};

const dialog: PublishWords['dialog'] = {
  meaning: 'Un recuadro para publicar con el artículo: quién respalda sus afirmaciones, en palabras sencillas. Es HTML sin código.',
  language: 'Idioma del recuadro',
  style: 'Con un poco de estilo propio',
  preview: 'Vista previa',
  copy: 'Copiar HTML',
  save: 'Guardar HTML',
  copied: 'Copiado.',
  notCopied: 'El navegador no permitió copiar. Guárdelo.',
  saved: (name) => `Guardado como ${name}`,
  close: 'Cerrar',
};

const review: PublishWords['review'] = {
  title: 'Empezar un ClaimReview',
  meaning:
    'Un borrador para la verificación de esta afirmación, como lo leen los buscadores (ClaimReview de schema.org). Los campos vacíos los rellena usted. No lleva valoración: esa es su veredicto.',
  draft: 'Borrador',
  copy: 'Copiar JSON',
  save: 'Guardar JSON',
};

export const publish: PublishWords = { language: 'es', box, dialog, review };
