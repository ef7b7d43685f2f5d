// The element: text, legend, card, lists, keys.
import { count, list, number } from './number.ts';

export const widget = {
  articleText: 'Article text',
  placeholder: 'Paste or type an article here',
  legend: 'Show only',
  filters: {
    showing: 'Showing only',
    all: 'Show all',
  },
  tabs: { claims: 'Claims', sources: 'Sources', report: 'Report', check: 'Check', versions: 'Versions' },
  views: 'Views of the article',

  card: {
    title: 'Selected claim',
    details: 'Who says so',
    position: (index: number, total: number) => `Claim ${number(index + 1)} of ${number(total)}`,
    previous: 'Previous claim',
    next: 'Next claim',
    close: 'Close',
    who: 'Who',
    here: (words: string) => `here “${words}”`,
    means: (words: string, name: string) => `“${words}” means ${name}`,
    cue: 'In which words',
    quotation: 'How',
    passedOnBy: 'Passed on by',
    justification: 'What the article says of it',
    nobodyGiven: 'Nobody is given',
    why: 'Why this mark',
    link: (hosts: string) => `Links to ${hosts}`,
    sendOn: 'To send on',
    copy: 'Copy',
    copied: 'Copied.',
    notCopied: 'It could not be copied. Select the words above and copy them.',
    worth: 'Worth a check',
    echoes: 'The article says the same elsewhere',
    differs: 'The numbers differ',
    differsFrom: (here: string, there: string) => `“${here}” here, “${there}” there`,
    elsewhere: (name: string) => `${name} also says`,
    paragraph: (at: number) => `Paragraph ${number(at)}`,
    showAllOf: (total: number) => `Show all ${number(total)} in the text`,
    review: 'Your check',
    claimReview: 'Start a ClaimReview…',
    correct: 'Correct…',
    byHand: 'Marked by hand',
    undo: 'Undo',
    chosen: 'Selected words',
    correctWords: 'Mark these words…',
  },

  doubt: {
    label: 'Unsure',
    meaning: 'The mark, the attribution or who is meant may well be wrong: about half of such are right.',
    how: 'How sure',
    of: { status: 'the mark', attribution: 'the attribution', who: 'who is meant' },
    note: (of: readonly string[]) => `unsure of ${list(of)}`,
    say: {
      unsure: (of: readonly string[]) => `unsure of ${list(of)} (about half of such are right)`,
      fairly: (of: readonly string[]) => `fairly sure of ${list(of)} (nearly eight in ten are right)`,
      sure: (of: readonly string[]) => `sure of ${list(of)} (more than nine in ten are right)`,
    },
    count: (unsure: number, all: number) => `Sourcelight is unsure of ${number(unsure)} of ${count(all, 'claim', 'claims')}.`,
    show: 'Show only the unsure',
  },

  claims: {
    order: 'Order',
    orders: { priority: 'What to check first', unsure: 'Unsure first', text: 'As in the article' },
    show: 'Show',
    shown: {
      all: 'All claims',
      open: 'Not dealt with',
      checked: 'Checked',
      needs_source: 'Needs a source',
      ignored: 'Ignored',
      by_hand: 'Corrected by hand',
    },
    weights: 'Weights…',
    priority: (share: number) => `priority ${number(Math.round(share * 100))} of 100`,
    tick: 'Checked',
    none: 'No claims to show.',
    start: 'Claims are listed here as soon as there is a text.',
  },

  weights: {
    title: 'What to check first',
    intro: 'How much each of these raises a claim in the list: from 0, not at all, to 100.',
    statuses: 'Who stands behind it',
    signals: 'What is in it',
    check_worthy: 'Reads like what fact-checkers pick',
    reset: 'As they were at first',
    done: 'Done',
  },

  sources: {
    none: 'No sources found yet.',
    nobody: 'Nobody given',
    nobodyMeta: 'The article does not say who stands behind these.',
    size: (statements: number, words: number) =>
      `${count(statements, 'statement', 'statements')}, ${count(words, 'word', 'words')}`,
    only: (name: string) => `Show only what ${name} says`,
  },

  remarks: {
    differ: 'Numbers that differ',
    style: 'House style',
    at: (one: number, other: number) => `paragraphs ${number(one)} and ${number(other)}`,
  },

  reading: {
    loading: 'Getting ready to read…',
    busy: 'Reading…',
    share: (percent: string) => `Reading… ${percent}`,
    cancel: 'Stop reading',
    cancelled: 'Reading was stopped. It goes on when the text changes.',
  },

  problems: {
    tooLong: 'This text is too long to read in one go. Paste a part of it; your text is still here.',
    otherLanguage: 'This text does not seem to be in English, the one language that Sourcelight reads so far.',
    failed: (detail: string) => `The article could not be read.${detail ? ` ${detail}` : ''} Your text is still here.`,
    houseStyle: (why: string) => `The house style is not in use. ${why}`,
    houseStyleParts: (left: readonly { line: number; field: string; message: string }[]) =>
      left.length
        ? `${count(left.length, 'part', 'parts')} of the house style ${left.length > 1 ? 'make' : 'makes'} no sense and ${left.length > 1 ? 'are' : 'is'} left out: ${left
            .slice(0, 3)
            .map(({ line, field, message }) => `line ${number(line)}, ${field}: ${message}`)
            .join(' ')}`
        : '',
    tools: 'A part of Sourcelight could not be fetched. Check the connection and try again.',
    retry: 'Try again',
  },

  keys: {
    title: 'Keys',
    close: 'Close',
    anywhere: 'Outside the text you write in',
    writing: 'While writing',
    inLists: 'In the list of claims',
    names: {
      next: 'Next claim of those shown',
      previous: 'Claim before',
      filter: 'Show only claims with that mark',
      close: 'Close the card',
      help: 'This list',
      card: 'Card of the claim at the caret; of the words that are selected',
      correct: 'Correct the claim of the card',
      undo: 'Undo, redo',
      walk: 'From entry to entry',
      open: 'Open the card',
      checked: 'Checked',
      needs_source: 'Needs a source',
      ignored: 'Ignored',
    },
    key: {
      enter: 'Enter',
      escape: 'Esc',
      shift: 'Shift',
      alt: 'Alt',
      control: 'Ctrl',
    },
  },

  print: {
    claims: 'Marks',
    sources: 'Sources',
  },
};
