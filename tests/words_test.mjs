// No natural language in core/src: which words play which role stands in core/lexicon, and what the
// core says to people too (docs/architecture.md, "Language"). Looks for words in string literals.
// Holds, too, that every role and message of the lexicon is used. Shows that it finds what breaks
// either.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filesBelow, read } from './house.mjs';

/** What is no language, file by file: names of formats, and why. Everything else in them counts. */
const exceptions = {
  'analyze.cpp': [/auto/], // a name of languages
  'claims/links.cpp': [/www\.|(?:mailto|tel|javascript|data):/], // of addresses
  'claims/words.cpp': [/double /], // a keyword of stem.txt
  'grammar/features.cpp': [/www\./],
  'grammar/tagger_model.cpp': [/SLTAG.*/], // opens the file
  'model/encoder_weights.cpp': [/SLENCOD|\[(?:CLS|SEP|UNK)\]/], // opens the file; pieces that are no words
  'model/weights.cpp': [/SLMODEL/],
  'report/article.cpp': [/https?:\/\//],
  'report/json_writer.h': [/null|\d+abcdef/],
  'report/html_style.h': [/[^]*/], // CSS
  'report/annotated_html.cpp': [/content=.*/], // of an HTML element
  'report/json.cpp': [/null|,"byHand":true\}/],
  'report/read_json.cpp': [/[a-zA-Z]+|sourcelight\.report\/1/], // fields of the JSON
  'report/marked_article.cpp': [/ ?flag/], // a CSS class
  'report/web_annotation.cpp': [/[a-z]+/, /urn:uuid:|#[a-z]+(?:-1)?|\d+abcdef/], // motivations, kinds of things, ids
  'report/names.cpp': [/[\w-]+/], // names of the JSON
  'report/*_csv.cpp': [/[\w-]+/], // names of columns
  'signals/priority.cpp': [/[\w-]+/], // names of weights, as in the JSON
  'signals/rule_file.cpp': [/(?:find|not)(?:-\w+)?|let/], // keywords of core/rules
  'sources/mentions.cpp': [/\.com/], // of an address
  'sources/reference_people.cpp': [/\.(?:com|org|net)/],
  'sources/pronouns.cpp': [/definite|relative|article|male|female|several|thing|speaker/], // fields of pronouns.txt
  'style/house_style.cpp': [/[\w$:-]+/], // fields of a house style
  'style/json.cpp': [/true|false|null|\d+abcdef|.*bfnrt/],
  'text/abbreviations.cpp': [/IVXLC/], // Roman numerals
  'text/tokens.cpp': [/https?:\/\/|www\.|com|org|net|gov|edu|mil|int|info|news|tv|io|co|uk|eu|de|fr|au|ca/], // ends of addresses
  'worth/features.cpp': [/[\w$]+|<\w>/], // names of features, as in the weights
  'worth/worth.cpp': [/=\w+/],
};

const matches = (pattern, path) => new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '\\w*')}$`).test(path);

/** The string literals of C++ code, comments and includes left out; "R" ones are marked as raw. */
export function literalsIn(code) {
  const token = /\/\/[^\n]*|\/\*[^]*?\*\/|#include[^\n]*|'(?:[^'\\\n]|\\.)+'|R"(\w*)\(([^]*?)\)\1"|"((?:[^"\\\n]|\\.)*)"/g;
  return [...code.matchAll(token)].flatMap(([, , raw, plain]) =>
    raw !== undefined ? [{ text: raw, raw: true }] : plain !== undefined ? [{ text: plain, raw: false }] : []);
}

/** The words of natural language among the string literals of a file of core/src. */
export function wordsIn(path, code) {
  const names = Object.entries(exceptions).flatMap(([file, all]) => (matches(file, path) ? all : []));
  return literalsIn(code).flatMap(({ text, raw }) => {
    const bare = text
      .replaceAll(raw ? /"[^"]*"/g : /\\"[\w$@./:#-]*\\"/g, ' ') // names and values of JSON
      .replaceAll(/<[^>]*>?|[\w-]+=\\"[\w-]*/g, ' ') // tags and attributes
      .replaceAll(/\\x\{?[0-9a-fA-F]+\}?|\\u[0-9a-fA-F]*|\\./g, ' ')
      .replaceAll(/&\w+;/g, ' ');
    const rest = names.some((name) => new RegExp(`^(?:${name.source})$`).test(text)) ? '' : bare;
    return rest.match(/\p{L}[\p{L}'’]+|\b[aiAI]\b/gu) ?? [];
  });
}

const files = filesBelow('core/src', /\.(cpp|h)$/).map((path) => ({ path: path.slice('core/src/'.length), code: read(path) }));

test('no file of core/src has a word of a language', () => {
  const left = files.flatMap(({ path, code }) => wordsIn(path, code).map((word) => `${path}: ${word}`));
  assert.deepEqual(left, []); // a word belongs into core/lexicon
});

/** Names of "name: ..." lines. */
const namesIn = (lexicon) => [...lexicon.matchAll(/^([a-z0-9_]+):/gm)].map(([, name]) => name);

test('every role and every message is used', () => {
  const code = files.map((file) => file.code).join('\n');
  for (const [kind, file] of [['Role', 'roles.txt'], ['Message', 'messages.txt']]) {
    const used = new Set([...code.matchAll(new RegExp(`\\b${kind}::(\\w+)`, 'g'))].map(([, name]) => name));
    const names = namesIn(read(`core/lexicon/en/${file}`));
    assert.ok(names.length > 50);
    assert.deepEqual(names.filter((name) => !used.has(name)), []);
  }
});

test('words are found, and what is none is not', () => {
  const words = (code, path = 'text/a.cpp') => wordsIn(path, code);
  assert.deepEqual(words('is_any(t, {"says", "n\'t"}) || c == \'"\' || x == "a"'), ['says', "n't", 'a']);
  assert.deepEqual(words('// "says"\n#include "says.h"\n/* "says" */ "\\n" "," "<p>" "\\u00e4"'), []);
  assert.deepEqual(words('out += "<li id=\\"claim-" + n + "\\">Claims</li>";'), ['Claims']);
  assert.deepEqual(words('json.raw(R"({"says":)"); x = "{\\"says\\":[";'), []);
  assert.deepEqual(words('x = "named"; y = "It is missing.";', 'report/names.cpp'), ['It', 'is', 'missing']);
  assert.deepEqual(words('x = "auto"; y = "say";', 'analyze.cpp'), ['say']);
});
