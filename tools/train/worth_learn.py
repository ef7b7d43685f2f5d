"""Logistic regressions that become short lists of whole-number weights, and the scores that
core/src/worth/worth.cpp makes of such lists.

A list is {feature: weight}. A word's weight sums up what was learned of the word itself, its last
three and first five letters and its vectors, so that words the annotators never saw have one too.
"""
import re
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'evaluate'))
from worth_corpora import WORD  # noqa: E402

UNITS = 10  # weights count tenths; worth.cpp has the same numbers
PARTS = 100
NOT_LOADED = -35
LISTED = re.compile(r"[a-z0-9<>^/=+'.,?!:;$%& -]+")  # what a list may hold


class Vectors:
    """vectors of words that need not have been seen in training: their words, how often
    news has each, and a float32 row for each"""

    def __init__(self, words, counts, values):
        self.row = {word: i for i, word in enumerate(words)}
        self.words, self.values = words, values
        self.counts = dict(zip(words, counts))

    def sums(self, bags, scale):
        out = np.zeros((len(bags), self.values.shape[1]), np.float32)
        for i, bag in enumerate(bags):
            for word in sorted(bag):  # a fixed order of additions
                if word in self.row:
                    out[i] += self.values[self.row[word]]
        return out * scale


def letters(word):
    """features that only training sees; a word's weight sums them up"""
    if len(word) > 5 and WORD.fullmatch(word):
        return ['~' + word[-3:], word[:5] + '*']
    return []


def fit(bags, labels, dense, strength, fewest=2, importance=None):
    """bags: a set of features a row. Returns ({feature: weight}, weights of dense, intercept)."""
    counts = Counter(f for bag in bags for f in bag)
    index = {f: i for i, f in enumerate(sorted(f for f, c in counts.items() if c >= fewest))}
    rows, columns = [], []
    for row, bag in enumerate(bags):
        known = sorted(index[f] for f in bag if f in index)
        rows += [row] * len(known)
        columns += known
    seen = sparse.csr_matrix((np.ones(len(rows), np.float32), (rows, columns)),
                             shape=(len(bags), len(index)))
    x = sparse.hstack([seen, sparse.csr_matrix(dense)]).tocsr()
    x.indices, x.indptr = x.indices.astype(np.int32), x.indptr.astype(np.int32)
    model = LogisticRegression(C=strength, max_iter=300, tol=1e-3).fit(x, labels, importance)
    found = model.coef_[0]
    return ({f: found[i] for f, i in index.items()}, found[len(index):], model.intercept_[0])


def word_weights(words, learned, vectors, of_vectors):
    """what the models know of each word, summed up"""
    weights = {}
    for word in words:
        weight = learned.get(word, 0.0) + sum(learned.get(f, 0.0) for f in letters(word))
        if word in vectors.row:
            weight += float(vectors.values[vectors.row[word]] @ of_vectors)
        weights[word] = weight
    return weights


def whole(weight):
    return int(np.floor(weight * UNITS + 0.5))


# --- loaded words ---------------------------------------------------------------------------------

def is_word(row):
    return WORD.fullmatch(row[2]) is not None


def train_loaded(tokens, labels, vectors, options):
    """tokens: rows of "words" that `sourcelight worth` writes -> list"""
    bags = [{row[2], *letters(row[2]), *row[3:]} for row in tokens]
    # Words the annotators never saw are mostly not loaded: else odd ones are, for odd vectors.
    unseen = sorted(set(vectors.words) - {row[2] for row in tokens})
    importance = np.concatenate([np.ones(len(tokens)), np.full(len(unseen), options['unseen'])])
    labels = np.concatenate([labels, np.zeros(len(unseen), int)])
    scale = options['vectors']
    dense = vectors.sums([[row[2]] for row in tokens] + [[word] for word in unseen], scale)
    learned, of_vectors, begin = fit(bags + [set() for _ in unseen], labels, dense,
                                     options['strength'], importance=importance)
    words = word_weights(vectors.words, learned, vectors, of_vectors * scale)
    # A list of words that news uses, rather than of oddities.
    rank = {w: words[w] + options['by_count'] * np.log(vectors.counts[w]) for w in words}
    best = sorted(words, key=lambda w: (-rank[w], w))[:options['words']]
    weights = {w: whole(words[w] + begin) for w in sorted(best) if LISTED.fullmatch(w)}
    weights.update({f: whole(w) for f, w in learned.items()
                    if f[0] in '/=' and abs(w) >= options['context'] and whole(w)})
    return weights


def loaded_score(weights, row):
    if row[2] not in weights or not is_word(row):
        return NOT_LOADED
    return max(NOT_LOADED, weights[row[2]] + sum(weights.get(f, 0) for f in row[3:]))


def loaded_facts(weights, sentences):
    """how far above the least the three most loaded words are, and all together"""
    scores = sorted((loaded_score(weights, row) - NOT_LOADED
                     for sentence in sentences for row in sentence['words']), reverse=True)
    return [*(scores + [0, 0, 0])[:3], sum(scores)]


FACTS = ('=loaded1', '=loaded2', '=loaded3', '=loaded')

# --- sentences ------------------------------------------------------------------------------------

def train_sentences(bags, labels, facts, vectors, options):
    """bags: a set of features a text; facts: None or those of loaded_facts() -> list"""
    more = [{f for word in bag for f in letters(word)} for bag in bags]
    dense = vectors.sums(bags, options['vectors'])
    if facts is not None:
        dense = np.hstack([dense, np.array(facts, np.float32) / UNITS])
    learned, of_dense, begin = fit([bag | extra for bag, extra in zip(bags, more)], labels, dense,
                                   options['strength'])
    of_vectors = of_dense[:vectors.values.shape[1]] * options['vectors']
    counts = Counter(f for bag in bags for f in bag)
    words = word_weights({*vectors.words, *(f for f in learned if WORD.fullmatch(f))}, learned, vectors,
                         of_vectors)
    every = {f: w for f, w in learned.items() if f[0] != '~' and not f.endswith('*')} | words
    weight = {f: abs(w) * (counts[f] + 0.5) ** options['by_count'] for f, w in every.items()
              if LISTED.fullmatch(f)}
    best = sorted(weight, key=lambda f: (-weight[f], f))[:options['features']]
    weights = {f: whole(every[f]) for f in sorted(best) if whole(every[f])}
    weights['=begin'] = whole(begin)
    if facts is not None:
        of_facts = of_dense[vectors.values.shape[1]:]
        weights.update({f: int(np.floor(w * PARTS + 0.5)) for f, w in zip(FACTS, of_facts)})
    return weights


def sentence_score(weights, features, facts=(0, 0, 0, 0)):
    """log odds"""
    total = weights.get('=begin', 0) + sum(weights.get(f, 0) for f in set(features))
    return (total + sum(v * weights.get(f, 0) for f, v in zip(FACTS, facts)) / PARTS) / UNITS


def calibrated(weights, scores, labels):
    """the list with its weights stretched and moved so that the scores, made by lists that did not
    see their labels, are log odds"""
    model = LogisticRegression(C=1e6).fit(np.array(scores)[:, None], labels)
    stretch, move = model.coef_[0][0], model.intercept_[0]
    out = {f: int(np.floor(w * stretch + 0.5)) for f, w in weights.items()}
    out = {f: w for f, w in out.items() if w}
    out['=begin'] = int(np.floor(weights.get('=begin', 0) * stretch + move * UNITS + 0.5))
    return out
