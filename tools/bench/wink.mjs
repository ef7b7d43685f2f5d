// A finder of attributions as one would write it in an afternoon on wink-nlp (tokens, lemmas, parts
// of speech): verbs of saying, the name or pronoun beside them, and what is quoted or follows. Less
// than Sourcelight finds; bench.mjs measures how long it takes for the same articles.
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

const nlp = winkNLP(model, ['sbd', 'pos']);
const { its } = nlp;

const saying = new Set(`accuse acknowledge add admit agree announce argue ask assert believe call claim
  conclude confirm declare deny describe estimate expect explain find insist note point predict promise
  question recall report respond reveal say state suggest tell think tweet urge warn write`.split(/\s+/));
const named = new Set(['NOUN', 'PROPN', 'PRON']);
const inName = new Set([...named, 'ADJ', 'DET', 'NUM']);

/** The run of nouns that ends (step -1) or begins (step 1) beside the token `at`, as [first, last]. */
function nounsBeside(tags, at, step) {
  let from = at + step;
  while (tags[from] === 'ADV' || tags[from] === 'AUX') from += step;
  let to = from;
  while (inName.has(tags[to])) to += step;
  const run = [from, to - step].sort((a, b) => a - b);
  return tags.slice(run[0], run[1] + 1).some((tag) => named.has(tag)) ? run : null;
}

/** {cue, source, content} of each attribution: tokens, as [first, last]; source may be null. */
export function findWithWink(text) {
  const tokens = nlp.readDoc(text).tokens();
  const [words, tags, lemmas] = [its.value, its.pos, its.lemma].map((what) => tokens.out(what));
  const found = [];
  let quote = null; // the quotation that was closed last
  let open = -1;
  let sentence = 0;
  for (let i = 0; i < words.length; ++i) {
    if (words[i] === '“' || (words[i] === '"' && open < 0)) {
      open = i;
    } else if (words[i] === '”' || words[i] === '"') {
      quote = [open + 1, i - 1];
      open = -1;
    } else if (/^([.!?]|\n+)$/.test(words[i])) {
      sentence = i + 1;
      if (words[i].includes('\n')) open = -1; // not every quotation is closed
    } else if (open < 0 && tags[i] === 'VERB' && saying.has(lemmas[i])) {
      const source = nounsBeside(tags, i, -1) ?? nounsBeside(tags, i, 1);
      let end = i + 1;
      while (end < words.length && !/^([.!?]|\n+)$/.test(words[end])) ++end;
      const follows = end > i + 2 ? [i + 1, end - 1] : [sentence, i - 1];
      found.push({ cue: [i, i], source, content: quote && quote[1] > sentence ? quote : follows });
    }
  }
  return found;
}
