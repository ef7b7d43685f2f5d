"""Learning and decoding, compiled by numba: greedy from left to right, softmax over the tags.

Takes the arrays of tagger_features.py. A weight is learned by FTRL-proximal (McMahan et al., KDD
2013), whose L1 term leaves most weights exactly zero; the tags on the left are those the model
itself gave, so that it learns to live with its own mistakes.
"""
import numpy as np
from numba import njit

from tagger_data import TAG_ID, TAGS
from tagger_features import BOUNDARY, CLAUSE, EMPTY, LABEL, NO_LABEL, VERB, WORD

WIDTH = 32  # room for the tags, so that a row is four cache lines
TAG_COUNT = len(TAGS)
SILVER_BITS = 18

NOMINAL = 1  # bit of a clause's state: a noun or pronoun stands after the last verb
IS_VERB = np.array([t.startswith("verb") or t == "modal" for t in TAGS])
IS_NOMINAL = np.array([t in ("noun", "noun_plural", "pronoun", "proper_noun") for t in TAGS])
IS_WH = np.array([t.startswith("wh") for t in TAGS])
MARK, PREPOSITION = TAG_ID["punctuation"], TAG_ID["preposition"]
NO_VERB = np.uint32(EMPTY)


@njit(cache=True)
def read_left(columns, labels, at, left):
    """Takes the token before `at` into left: the state of the clause, the word of its last verb."""
    tag = labels[at - 1]
    if tag == NO_LABEL:
        return
    boundary = columns[at - 1, BOUNDARY] != 0 and (tag == MARK or tag == PREPOSITION)
    if boundary or IS_WH[tag]:
        left[0] = 0
        left[1] = NO_VERB
    elif IS_VERB[tag]:
        left[0] = 2 * (tag + 1)
        left[1] = columns[at - 1, WORD]
    elif IS_NOMINAL[tag]:
        left[0] |= NOMINAL


@njit(fastmath=True, cache=True)
def find_rows(columns, labels, left, at, table, sizes, seeds, common, bits, rows):
    """The rows of weights that token `at` uses; templates from `common` on have their own area."""
    for t in range(sizes.shape[0]):
        h = seeds[t]
        for k in range(sizes[t]):
            attribute = table[t, k, 0]
            j = at + table[t, k, 1]
            if attribute == LABEL:
                value = np.uint32(labels[j])
            elif attribute == CLAUSE:
                value = left[0]
            elif attribute == VERB:
                value = left[1]
            else:
                value = columns[j, attribute]
            h = np.uint32((h ^ value) * np.uint32(0x9E3779B1))
            h = np.uint32(h ^ (h >> np.uint32(15)))
        h = np.uint32(h * np.uint32(0x85EBCA77))
        if t < common:
            rows[t] = h >> np.uint32(32 - bits)
        else:
            rows[t] = (1 << bits) + (h >> np.uint32(32 - SILVER_BITS))


@njit(fastmath=True, cache=True)
def best_tag(weights, rows, count, scores):
    scores[:] = 0
    for t in range(count):
        for c in range(WIDTH):
            scores[c] += weights[rows[t], c]
    best = 0
    for c in range(1, TAG_COUNT):
        if scores[c] > scores[best]:
            best = c
    return best


@njit(fastmath=True, cache=True)
def loss_gradient(scores, best, gold, gradient):
    """Softmax minus one-hot; the probability of the gold tag is returned."""
    total = np.float32(0)
    for c in range(TAG_COUNT):
        gradient[c] = np.exp(scores[c] - scores[best])
        total += gradient[c]
    for c in range(TAG_COUNT):
        gradient[c] /= total
    probability = gradient[gold]
    gradient[gold] -= 1
    return probability


@njit(fastmath=True, cache=True)
def update_row(w, z, n, mask, gradient, alpha, l1):
    """One FTRL-proximal step of a row, learning rate 1 / (alpha * (1 + sqrt n))."""
    for c in range(WIDTH):
        g = gradient[c] * mask[c]
        before = n[c]
        after = before + g * g
        z[c] += g - (np.sqrt(after) - np.sqrt(before)) * alpha * w[c]
        n[c] = after
        excess = abs(z[c]) - l1
        value = np.float32(0)
        if excess > 0:
            value = excess / ((1 + np.sqrt(after)) * alpha)
        w[c] = -value if z[c] > 0 else value


@njit(fastmath=True, cache=True)
def learn(columns, gold, fixed, bounds, importance, order, table, sizes, seeds, lexical, common,
          bits, w, z, n, mask, alpha, l1, silver_l1, drop_rate, seed):
    """One pass over the sentences of `order`. importance 1 marks automatic tags, more gold ones.

    In a share of drop_rate of the tokens the templates marked lexical are not seen, so that
    endings and neighbours learn to do without the word.
    """
    labels = np.full(columns.shape[0], NO_LABEL, np.int32)
    rows = np.zeros(sizes.shape[0], np.int64)
    used = np.zeros(sizes.shape[0], np.int64)
    left = np.zeros(2, np.uint32)
    scores = np.zeros(WIDTH, np.float32)
    gradient = np.zeros(WIDTH, np.float32)
    np.random.seed(seed)
    right = 0
    total = 0
    for q in order:
        templates = sizes.shape[0] if importance[q] == 1 else common
        left[0] = 0
        left[1] = NO_VERB
        for i in range(bounds[q, 0], bounds[q, 1]):
            read_left(columns, labels, i, left)
            if fixed[i] >= 0:
                labels[i] = fixed[i]
                continue
            find_rows(columns, labels, left, i, table, sizes, seeds, common, bits, rows)
            drop = np.random.random() < drop_rate
            count = 0
            for t in range(templates):
                if not (drop and lexical[t]):
                    used[count] = rows[t]
                    count += 1
            best = best_tag(w, used, count, scores)
            labels[i] = best
            total += 1
            right += best == gold[i]
            if loss_gradient(scores, best, gold[i], gradient) > 0.99:
                continue
            for c in range(TAG_COUNT):
                gradient[c] *= importance[q]
            for t in range(count):
                r = used[t]
                update_row(w[r], z[r], n[r], mask[r], gradient, alpha,
                           l1 if r < 1 << bits else silver_l1)
    return right, total


@njit(fastmath=True, cache=True)
def decode(columns, fixed, bounds, table, sizes, seeds, bits, w, labels):
    rows = np.zeros(sizes.shape[0], np.int64)
    left = np.zeros(2, np.uint32)
    scores = np.zeros(WIDTH, np.float32)
    for q in range(bounds.shape[0]):
        left[0] = 0
        left[1] = NO_VERB
        for i in range(bounds[q, 0], bounds[q, 1]):
            read_left(columns, labels, i, left)
            if fixed[i] >= 0:
                labels[i] = fixed[i]
                continue
            find_rows(columns, labels, left, i, table, sizes, seeds, sizes.shape[0], bits, rows)
            labels[i] = best_tag(w, rows, sizes.shape[0], scores)
