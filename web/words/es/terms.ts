// The terms of the Report, in a newsroom's Spanish.
import type { Words } from '../index.ts';

export const terms: Words['terms'] = {
  statuses: {
    named: {
      label: 'Fuente identificada',
      meaning: 'La respalda alguien a quien el lector puede identificar.',
    },
    unnamed: {
      label: 'Fuente anónima',
      meaning: 'Se dice que alguien la respalda; el lector no puede saber quién.',
    },
    hidden: {
      label: 'Fuente oculta',
      meaning: 'No se atribuye a nadie: “se cree”, “al parecer”, “se espera que”.',
    },
    unsourced: {
      label: 'Voz propia',
      meaning: 'El artículo lo da por hecho, sin fuente.',
    },
    none: {
      label: 'Sin afirmación',
      meaning: 'Nada que se pueda comprobar: una pregunta, un deseo, un titular.',
    },
  },
  kinds: {
    named_person: 'persona identificada',
    named_organization: 'organización identificada',
    document: 'documento',
    anonymous: 'fuente anónima',
    unnamed_group: 'grupo sin nombres',
    author: 'quien firma',
    none: 'no se da ninguna',
  },
  quotes: {
    direct: 'Cita textual',
    mixed: 'En parte cita, en parte palabras del artículo',
    indirect: 'En palabras del artículo',
  },
  signals: {
    number: { label: 'cifra', meaning: 'Un número que se puede comprobar' },
    date: { label: 'fecha', meaning: 'Una fecha o una hora' },
    superlative: { label: 'superlativo', meaning: 'El mayor, el primero, el peor' },
    comparison: { label: 'comparación', meaning: 'Más o menos que otra cosa' },
    ranking: { label: 'clasificación', meaning: 'Un puesto en un orden' },
    cause: { label: 'causa', meaning: 'Se dice que una cosa provoca otra' },
    prediction: { label: 'pronóstico', meaning: 'Lo que ocurrirá' },
    accusation: { label: 'acusación', meaning: 'Se acusa a alguien de un delito o una falta' },
    casualties: { label: 'víctimas', meaning: 'Cuántos murieron, resultaron heridos o faltan' },
    science: { label: 'hallazgo', meaning: 'Un hallazgo científico o médico' },
    law: { label: 'justicia', meaning: 'Un veredicto, un fallo, un cargo' },
    quoted_words: { label: 'palabras entrecomilladas', meaning: 'Palabras entre comillas sin que se diga de quién son' },
    weasel: { label: 'fuente vaga', meaning: '“Los críticos dicen”, “muchos creen”' },
    loaded: { label: 'palabra cargada', meaning: 'Una palabra que juzga, en la voz del artículo' },
  },
};
