"""What the tagger looks at: the mirror of core/src/grammar/features.{h,cpp}, bit for bit.

Takes sentences of (word, tag) from tagger_data.py; gives arrays of 32-bit attributes, one row a
token, and the templates that tagger_learn.py hashes into rows of weights.
"""
import re
from pathlib import Path

import numpy as np

from tagger_data import TAG_ID, is_address, is_word, mark_tag, normalize

PAD = 2  # empty tokens before and after each sentence, so that every neighbour exists

# Columns: of the word as it stands.
WORD, END1, END2, END3, END4, HEAD2, HEAD3, SHAPE, BOUNDARY = range(9)
# What the tags given so far add, so that no column holds it: the tag of a token on the left, the
# state of the clause and its last verb (tagger_learn.py, read_left).
LABEL, CLAUSE, VERB = 9, 10, 11
NO_LABEL = 31
NO_SHAPE = 0xFFFF

# A template is a list of (attribute, offset).
TEMPLATES = [
    [(WORD, 0)],
    [(END1, 0)], [(END2, 0)], [(END3, 0)], [(END4, 0)],
    [(HEAD2, 0)], [(HEAD3, 0)],
    [(SHAPE, 0)],
    [(END2, 0), (SHAPE, 0)], [(END3, 0), (SHAPE, 0)], [(END4, 0), (SHAPE, 0)],
    [(LABEL, -1)], [(LABEL, -1), (LABEL, -2)],
    [(LABEL, -1), (WORD, 0)], [(LABEL, -1), (END3, 0)], [(LABEL, -1), (SHAPE, 0)],
    [(LABEL, -1), (WORD, 1)],
    [(WORD, -2)], [(WORD, -1)], [(WORD, 1)], [(WORD, 2)],
    [(WORD, -1), (WORD, 0)], [(WORD, 0), (WORD, 1)], [(END1, 0), (WORD, 1)],
    [(END3, -1)], [(END2, 1)], [(END3, 1)],
    [(SHAPE, -1)], [(SHAPE, 1)],
    [(CLAUSE, 0)], [(CLAUSE, 0), (WORD, 0)], [(CLAUSE, 0), (END2, 0)], [(CLAUSE, 0), (LABEL, -1)],
    [(VERB, 0)], [(VERB, 0), (WORD, 0)], [(VERB, 0), (END2, 0)],
]

# Templates that learn, in rows of their own, what only the automatic tags say. They are thrown
# away after training, and with them CoreNLP's habits where they differ from the hand-made tags
# (after Daumé, ACL 2007, "Frustratingly easy domain adaptation").
SILVER_TEMPLATES = [
    [(WORD, 0)], [(SHAPE, 0)], [(END3, 0), (SHAPE, 0)], [(LABEL, -1), (WORD, 0)],
]

# A clause begins after these if they are tagged as marks or prepositions; and words that a headline in
# Title Case may leave in lower case, beside those of one or two letters. read_words() fills them.
BOUNDARIES, SMALL = set(), set()


def read_words(lexicon):
    """Takes the words of the language from its folder, such as core/lexicon/en."""
    for name, words, marks in (("clause_boundary", BOUNDARIES, '. ; : ? ! ( ) "'), ("headline_small", SMALL, "")):
        found = re.search(rf"^{name}:((?:.*\n)(?: .*\n)*)", Path(lexicon, "roles.txt").read_text("utf-8"), re.M)
        words.clear()
        words.update(found[1].split(), marks.split())

# After these a capital says nothing, as at the begin of a sentence.
OPENERS = {'"', ":", "-", "--", "–", "—", "(", ";", ".", "?", "!", "'"}


def fnv(data):
    """FNV-1a, 32 bits."""
    h = 0x811C9DC5
    for byte in data:
        h = ((h ^ byte) * 0x01000193) & 0xFFFFFFFF
    return h


EMPTY = fnv(b"")
_spelling = {}


def spelling(norm):
    """The columns before SHAPE, and the bits of SHAPE that the spelling alone gives."""
    found = _spelling.get(norm)
    if found is None:
        data = bytes(48 if 48 <= b <= 57 else b for b in norm.encode("utf-8", "replace"))
        digits = data.count(48)
        number = digits and all(b in b"0.,:/-'" for b in data)
        kind = 3 if is_address(norm) else 2 if number else 1 if digits else 0
        hyphen = len(data) > 1 and 45 in data
        word = is_word(norm)
        found = ([fnv(data), *(fnv(data[-n:]) for n in (1, 2, 3, 4)), fnv(data[:2]), fnv(data[:3])],
                 kind << 2 | hyphen << 4 | (not word) << 8)
        _spelling[norm] = found
    return found


def case_of(word):
    """0 lower case, 1 begins with a capital, 2 two or more letters and all of them capitals."""
    letters = [c for c in word if c.isalpha()]
    if len(letters) >= 2 and all(c.isupper() for c in letters):
        return 2
    return 1 if word[:1].isupper() else 0


def headline_class(norms, cases):
    """0 running text; 1 every word but small ones begins with a capital; 2 most are all capitals."""
    counted = [case for norm, case in zip(norms, cases)
               if len(norm.encode("utf-8", "replace")) >= 3 and norm not in SMALL
               and norm[0].isalpha()]
    if len(counted) < 3:
        return 0
    if sum(case == 2 for case in counted) * 3 >= len(counted) * 2:
        return 2
    return 1 if all(counted) else 0


class Tokens:
    """Sentences as arrays: columns, gold tags, tags of marks (or -1), [begin, end) of sentences."""

    def __init__(self, sentences):
        empty = [EMPTY] * SHAPE + [NO_SHAPE, 0]
        columns, gold, fixed, bounds = [empty] * PAD, [0] * PAD, [-1] * PAD, []
        for sentence in sentences:
            norms = [normalize(word) for word, _ in sentence]
            cases = [case_of(word) for word, _ in sentence]
            headline = headline_class(norms, cases)
            bounds.append((len(columns), len(columns) + len(sentence)))
            opening = True
            for (_, tag), norm, case in zip(sentence, norms, cases):
                hashes, shape = spelling(norm)
                mark = None if is_word(norm) else mark_tag(norm)
                columns.append(hashes + [shape | case | opening << 5 | headline << 6,
                                         norm in BOUNDARIES])
                gold.append(TAG_ID[tag])
                fixed.append(-1 if mark is None else TAG_ID[mark])
                opening = norm in OPENERS
            columns += [empty] * PAD
            gold += [0] * PAD
            fixed += [-1] * PAD
        self.columns = np.array(columns, dtype=np.uint32)
        self.gold = np.array(gold, dtype=np.int32)
        self.fixed = np.array(fixed, dtype=np.int32)
        self.bounds = np.array(bounds, dtype=np.int64)
        self.inside = np.zeros(len(columns), dtype=bool)
        for begin, end in bounds:
            self.inside[begin:end] = True


def template_table(templates, first_number):
    """Templates as arrays for numba: (attribute, offset) pairs, lengths, and seeds that tell them
    apart."""
    table = np.zeros((len(templates), 2, 2), dtype=np.int64)
    for row, template in enumerate(templates):
        for column, pair in enumerate(template):
            table[row, column] = pair
    sizes = np.array([len(t) for t in templates], dtype=np.int64)
    seeds = np.array([fnv(bytes([first_number + i])) for i in range(len(templates))],
                     dtype=np.uint32)
    return table, sizes, seeds
