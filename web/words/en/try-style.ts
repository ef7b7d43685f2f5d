// Trying a house style on old articles.
import { count, number } from './number.ts';

export const tryStyle = {
  title: 'Try it on old articles',
  meaning:
    'See what rules would have found, before you switch them on. Choose a folder or several files (text, Markdown, HTML, Word, or .jsonl with one article a line), or drop them here. They are read here and sent nowhere.',
  rules: 'Rules of your house style',
  checks: 'Built-in checks',
  checkNames: {
    single_anonymous_source: 'One anonymous source alone',
    single_anonymous_source_for_accusation: 'An accusation by one anonymous source alone',
    accusation_in_own_voice: 'An accusation in the article’s own voice',
    anonymous_source_without_description: 'An anonymous source that is not described',
    anonymous_source_without_reason: 'No reason why a source is not named',
    opinion_from_anonymous_source: 'An opinion or accusation from anonymous sources',
    declined_to_comment_unnamed: 'Declines to comment, but is quoted without a name',
    attribution_restated: 'Attribution not restated in a later paragraph',
    attribution_at_first_reference: 'Attribution missing at the first reference',
  } as Readonly<Record<string, string>>,
  folder: 'Choose a folder…',
  files: 'Choose files…',
  cancel: 'Cancel',
  save: 'Save as CSV',
  csv: ['rule', 'file', 'words', 'context'] as readonly string[],
  noRule: 'Choose at least one rule.',
  noFile: 'There are no articles there.',
  starting: 'Getting ready…',
  progress: (articles: number, found: number) =>
    `${count(articles, 'article', 'articles')} read, ${count(found, 'finding', 'findings')} so far`,
  done: (articles: number, found: number) =>
    `Done: ${count(found, 'finding', 'findings')} in ${count(articles, 'article', 'articles')}.`,
  cancelled: (articles: number, found: number) =>
    `Cancelled after ${count(articles, 'article', 'articles')}: ${count(found, 'finding', 'findings')}.`,
  failed: (why: string) => `The articles could not be read. ${why}`,
  found: (found: number, articles: number) =>
    `${count(found, 'finding', 'findings')} in ${count(articles, 'article', 'articles')}`,
  nothing: 'nothing found',
  more: (left: number) => `Show ${number(left)} more`,
  notKept: (left: number) => `${number(left)} more were counted and are not listed: the list is full.`,
  unread: (files: number) => `${count(files, 'article', 'articles')} could not be read`,
};
