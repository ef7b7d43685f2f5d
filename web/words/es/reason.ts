// Why a claim has its status, and what a Report comes to, in Spanish. tests/web/words/reason.test.ts
// holds them.
import type { Claim, Report, Source } from '../../engine/report.ts';
import type { Words } from '../index.ts';

function main({ reason: { kind, source, via, cue = '' } }: Claim, { sources }: Report): string {
  const name = (id: number | undefined): string => (id === undefined ? '' : sources[id]?.name) ?? '';
  const sentences: Record<typeof kind, () => string> = {
    attributed: () => `Fuente: ${name(source)} (“${cue}”).`,
    linked: () => `Enlaza con ${name(source)}.`,
    unidentified: () =>
      `Se atribuye a una fuente que el lector no puede identificar: “${name(source)}” (“${cue}”).`,
    passed_on: () => {
      const whom = source === undefined ? '' : `: “${name(source)}”`;
      return `${name(via)} lo sabe por personas que el lector no puede identificar${whom} (“${cue}”).`;
    },
    nobody_given: () => `Se presenta como palabra de alguien (“${cue}”), pero no se dice de quién.`,
    quotation_alone: () => 'Una cita de la que el artículo no dice quién habla.',
    own_voice: () => 'El artículo lo afirma con su propia voz.',
    linked_within: () =>
      'El artículo lo afirma con su propia voz; su enlace lleva a otra página de este sitio o a una lista de noticias.',
    headline: () => 'Un titular que no afirma nada.',
    byline: () => 'Una firma.',
    caption: () => 'Un pie de foto.',
    credit: () => 'Una línea de créditos.',
    question: () => 'Una pregunta.',
    announcement: () => 'Un aviso al lector.',
    newsroom: () => 'Lo que hizo la redacción para el artículo.',
    request: () => 'Una petición al lector.',
    picture: () => 'Nombra lo que se ve, pero no afirma nada.',
    opinion: () => 'La opinión de quien firma.',
    no_verb: () => 'No afirma nada que se pueda comprobar.',
    by_hand: () => (source === undefined ? 'Marcado así a mano.' : `Atribuido a mano a ${name(source)}.`),
  };
  return sentences[kind]();
}

function why(claim: Claim, report: Report): string {
  const sentence = main(claim, report);
  const { echo } = claim.reason;
  if (!echo) return sentence;
  const name = report.sources[echo.source]?.name ?? '';
  return `${sentence.slice(0, -1)}; la fuente, ${name}, aparece en el párrafo ${echo.paragraph}.`;
}

const capitalized = (words: string): string => words.replace(/^[a-z]/, (letter) => letter.toUpperCase());

const isPronoun = /^(?:i|me|my|we|us|our|ours|he|him|his|she|hers?|it|its|they|them|theirs?|(?:my|it|him|her)self|(?:our|them)selves)$/i;

function who({ status, reason: { source, via } }: Claim, { sources }: Report): string {
  const [by, passing] = [source, via].map((id) => (id === undefined ? undefined : sources[id]));
  const withTitle = ({ name, title }: Source): string => (title ? `${name}, ${title.split(';')[0]}` : name);
  const notNamed = ({ name }: Source): string => (isPronoun.test(name) ? 'alguien a quien el artículo no identifica' : `${name}, sin identificar`);
  if (status === 'hidden') return 'No se dice quién lo afirma';
  if (status === 'named') return by ? capitalized(withTitle(by)) : '';
  if (status !== 'unnamed') return '';
  if (!passing) return by ? capitalized(notNamed(by)) : '';
  return capitalized(`${withTitle(passing)}, por ${by ? notNamed(by) : 'personas que no identifica'}`);
}

function named(count: number, all: number): string {
  if (all === 1) return `La única afirmación ${count ? 'identifica su fuente' : 'no identifica ninguna fuente'}`;
  if (count === 0) return `Ninguna de las ${all} afirmaciones identifica su fuente`;
  if (count === all) return `Las ${all} afirmaciones identifican su fuente`;
  return `${count} de ${all} afirmaciones ${count === 1 ? 'identifica' : 'identifican'} su fuente`;
}

function summary({ summary: { claims, lead }, contradictions, findings }: Report): string {
  const all = claims.named + claims.unnamed + claims.hidden + claims.unsourced;
  if (all === 0) return 'No se ha encontrado ninguna afirmación que se pueda comprobar.';
  const part = (count: number, one: string, several: string): string[] =>
    count ? [`${count} ${count === 1 ? one : several}`] : [];
  const rests = [
    named(claims.named, all),
    ...part(claims.unnamed, 'se apoya en una fuente anónima', 'se apoyan en fuentes anónimas'),
    ...part(claims.hidden, 'no se atribuye a nadie', 'no se atribuyen a nadie'),
    ...part(claims.unsourced, 'la hace el artículo con su propia voz', 'las hace el artículo con su propia voz'),
  ];
  const more = [
    ...(lead ? [`La entradilla solo tiene fuente a partir del párrafo ${lead.paragraph}.`] : []),
    ...part(contradictions.length, 'par de afirmaciones da cifras distintas.', 'pares de afirmaciones dan cifras distintas.'),
    ...part(findings.length, 'observación.', 'observaciones.').map((remarks) => `El libro de estilo hace ${remarks}`),
  ];
  return [`${rests.join('; ')}.`, ...more].join(' ');
}

export const reason: Words['reason'] = { why, who, summary };
