"""Trains the part-of-speech tagger of core/src/grammar and writes its weights.

    pip install numpy numba
    python3 tools/train/tagger.py --ewt ud-ewt-train.conllu.gz --silver polnear-train-silver.tsv.gz \
        --dev-ewt ud-ewt-dev.conllu.gz --dev-silver polnear-dev-silver.tsv.gz \
        --out core/models/en.tagger

Takes hand-made tags (UD English EWT) and automatic ones (PolNeAR by CoreNLP); the dev files are
only measured on. About 3 minutes on one free core, the same weights for the same seed.

Of another language it takes any UD treebank, by its universal tags, and a file of names instead of
automatic tags, which it tags itself by what it learned of the treebank:

    python3 tools/train/tagger.py --lexicon core/lexicon/de --modals können müssen sollen wollen mögen dürfen \
        --ud ud-german-train.conllu.gz --dev-ud ud-german-dev.conllu.gz --names conll03-de-train.conllu.gz \
        --out core/models/de.tagger

The steps:

1. learn all weights with an L1 term, which leaves about 120,000 of them (tagger_learn.py);
2. keep the largest (--weights) and learn these anew without the L1 term, the last pass averaged;
3. round to 8-bit integers (--scale units a nat) and write the file (docs/tagger-format.md).

Some sentences stand in the data a second time as headlines, in Title Case or ALL CAPS.
core/models/en.tagger.md says what came of it.
"""
import argparse
import random
import struct
import time
from collections import Counter

import numpy as np

from tagger_data import TAGS, read_ewt, read_names, read_silver, read_universal, with_names
from tagger_features import (NO_LABEL, SILVER_TEMPLATES, TEMPLATES, WORD, Tokens, fnv,
                             read_words, template_table)
from tagger_learn import SILVER_BITS, TAG_COUNT, WIDTH, decode, learn

SILVER_NUMBER = 128  # templates for silver tags are numbered from here
SMALL_WORDS = {"preposition", "determiner", "conjunction", "to"}


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--lexicon", default="core/lexicon/en", help="words of the language")
    parser.add_argument("--ewt", help="gold training data, CoNLL-U")
    parser.add_argument("--silver", help="automatic training data, TSV")
    parser.add_argument("--ud", help="gold training data of another language, CoNLL-U")
    parser.add_argument("--names", help="names in CoNLL's columns, to be tagged by what was learned of --ud")
    parser.add_argument("--modals", nargs="*", default=[], help="lemmas of modal verbs in --ud")
    parser.add_argument("--dev-ud", help="measured on, never trained on")
    parser.add_argument("--dev-ewt", help="measured on, never trained on")
    parser.add_argument("--dev-silver", help="measured on, never trained on")
    parser.add_argument("--out", required=True, help="the weight file to write")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--gold-weight", type=float, default=6.0, help="of gold against silver")
    parser.add_argument("--epochs", type=int, default=6, help="of the sparse learning")
    parser.add_argument("--final-epochs", type=int, default=4, help="of learning the kept weights")
    parser.add_argument("--l1", type=float, default=20.0)
    parser.add_argument("--silver-l1", type=float, default=60.0)
    parser.add_argument("--alpha", type=float, default=5.0, help="inverse learning rate")
    parser.add_argument("--drop", type=float, default=0.05, help="share of tokens without words")
    parser.add_argument("--bits", type=int, default=18, help="log2 of the hash table's size")
    parser.add_argument("--weights", type=int, default=40000, help="how many are kept")
    parser.add_argument("--scale", type=float, default=6.0)
    parser.add_argument("--confusions", action="store_true", help="list them on the dev files")
    return parser.parse_args()


def headlines(sentences, share, rng):
    """Copies of a share of the sentences, half of them ALL CAPS, half Title Case."""
    copies = []
    for sentence in sentences:
        if rng.random() >= share or len(sentence) < 4:
            continue
        if rng.random() < 0.5:
            copies.append([(word.upper(), tag) for word, tag in sentence])
        else:
            copies.append([(word if len(word) <= 3 and tag in SMALL_WORDS else
                            word[:1].upper() + word[1:], tag) for word, tag in sentence])
    return copies


class Model:
    """Weights and what FTRL keeps of each: rows by hash, those for silver tags behind the rest."""

    def __init__(self, bits):
        shape = ((1 << bits) + (1 << SILVER_BITS), WIDTH)
        self.bits = bits
        self.w, self.z, self.n = (np.zeros(shape, np.float32) for _ in range(3))
        self.mask = np.ones(shape, np.float32)

    def shared(self):
        return self.w[: 1 << self.bits]

    def keep_largest(self, count, alpha, silver_l1):
        """Zeroes all but `count` weights for good and makes the rest ready to be learned anew."""
        size = np.sort(np.abs(self.shared()), axis=None)
        self.shared()[np.abs(self.shared()) < max(size[-count], 1e-9)] = 0
        self.mask[: 1 << self.bits] = self.shared() != 0
        self.n = np.float32(20.0) * (self.mask * (self.w != 0))
        self.z = -self.w * (1 + np.sqrt(self.n)) * np.float32(alpha)
        self.z[1 << self.bits :] -= np.sign(self.w[1 << self.bits :]) * np.float32(silver_l1)


def train(model, tokens, importance, epochs, l1, average, options):
    """Learns for `epochs` passes; with `average`, the last pass gives the mean of its weights."""
    table = [np.concatenate(parts) for parts in zip(
        template_table(TEMPLATES, 0), template_table(SILVER_TEMPLATES, SILVER_NUMBER))]
    lexical = np.array([(WORD, 0) in template for template in TEMPLATES + SILVER_TEMPLATES])
    rng = np.random.default_rng(options.seed)
    mean = np.zeros_like(model.w) if average else None
    parts = 10
    for epoch in range(epochs):
        begin = time.time()
        right = total = 0
        for part, order in enumerate(np.array_split(rng.permutation(len(tokens.bounds)), parts)):
            good, seen = learn(tokens.columns, tokens.gold, tokens.fixed, tokens.bounds, importance,
                               order, *table, lexical, len(TEMPLATES), model.bits, model.w, model.z,
                               model.n, model.mask, np.float32(options.alpha), np.float32(l1),
                               np.float32(options.silver_l1), options.drop,
                               options.seed * 1000 + epoch * parts + part)
            right += good
            total += seen
            if average and epoch == epochs - 1:
                mean += model.w / parts
        kept = np.count_nonzero(model.shared())
        print(f"  pass {epoch + 1} of {epochs}: {100 * right / total:.2f} % right, {kept} weights, "
              f"{time.time() - begin:.0f} s", flush=True)
    if average:
        model.w = mean


def tag(tokens, weights):
    labels = np.full(len(tokens.columns), NO_LABEL, np.int32)
    bits = len(weights).bit_length() - 1
    decode(tokens.columns, tokens.fixed, tokens.bounds, *template_table(TEMPLATES, 0), bits,
           weights, labels)
    return labels


# What attribution asks for: (name, words or None for all, tags that are told apart).
DISTINCTIONS = (
    ("past or participle", None, {"verb_past", "verb_participle"}),
    ("plural or verb in -s", None, {"noun_plural", "verb_present_s"}),
    ("noun or verb", None, {"noun", "verb_base", "verb_present"}),
    ("noun or name", None, {"noun", "proper_noun"}),
    ("adjective or participle", None, {"adjective", "verb_participle"}),
    ("that", {"that"}, {"determiner", "preposition", "wh_pronoun"}),
    ("'s", {"'s"}, {"possessive", "verb_present_s"}),
    ("preposition, particle, adverb", {"about", "around", "down", "in", "off", "on", "out", "over",
     "up", "through", "by"}, {"preposition", "particle", "adverb"}),
    ("wh words", None, {"wh_adverb", "wh_pronoun", "wh_possessive"}),
)


def measure_distinctions(tokens, labels):
    """Of the tokens that bear one of the tags: how many bear the right one; of the wrong ones, how
    many bear another of these tags."""
    for name, words, tags in DISTINCTIONS:
        ids = [TAGS.index(tag) for tag in tags]
        among = tokens.inside & np.isin(tokens.gold, ids)
        if words:
            among &= np.isin(tokens.columns[:, WORD], [fnv(word.encode()) for word in words])
        wrong = among & (labels != tokens.gold)
        mixed = wrong & np.isin(labels, ids)
        right = 100 * (1 - wrong.sum() / max(1, among.sum()))
        print(f"    {name}: {right:.1f} % of {among.sum()}; {mixed.sum()} of {wrong.sum()} faults "
              "are among these")


def measure(name, tokens, weights, confusions=False):
    labels = tag(tokens, weights)
    if confusions:
        measure_distinctions(tokens, labels)
    labels = labels[tokens.inside]
    gold = tokens.gold[tokens.inside]
    print(f"  {name}: {100 * np.mean(labels == gold):.2f} % of {len(gold)} tokens", flush=True)
    if confusions:
        wrong = Counter(zip(gold[labels != gold], labels[labels != gold]))
        seen = Counter(gold)
        for (truth, said), count in wrong.most_common(25):
            print(f"    {TAGS[truth]} tagged {TAGS[said]}: {count} of {seen[truth]}")


def quantize(weights, scale):
    whole = np.clip(np.rint(weights * scale), -127, 127).astype(np.float32)
    whole[:, TAG_COUNT:] = 0
    return whole


def write_model(path, weights):
    """docs/tagger-format.md describes the file."""
    weights = weights[:, :TAG_COUNT].astype(np.int8)
    used = np.any(weights != 0, axis=1)
    rows = weights[used]
    row, column = np.nonzero(rows)
    body = (np.packbits(used, bitorder="little").tobytes()
            + np.count_nonzero(rows, axis=1).astype(np.uint8).tobytes()
            + column.astype(np.uint8).tobytes() + rows[row, column].tobytes())
    bits = len(weights).bit_length() - 1
    header = b"SLTAG\0\0\3" + struct.pack("<IIII", bits, len(rows), len(row), fnv(body))
    with open(path, "wb") as file:
        file.write(header + body)
    print(f"{path}: {len(rows)} rows, {len(row)} weights, {len(header + body)} bytes")


def tag_names(gold, options):
    """The sentences of --names with tags: those learned of the gold ones, corrected by the names."""
    sentences = read_names(options.names)
    model, tokens = Model(options.bits), Tokens(gold)
    importance = np.full(len(gold), options.gold_weight, np.float32)
    train(model, tokens, importance, options.epochs, options.l1, False, options)
    unknown = Tokens([[(word, "noun") for word, _ in sentence] for sentence in sentences])
    labels = tag(unknown, model.shared())
    return [with_names(sentence, [TAGS[label] for label in labels[begin:end]])
            for sentence, (begin, end) in zip(sentences, unknown.bounds)]


def main():
    options = parse_arguments()
    read_words(options.lexicon)
    rng = random.Random(options.seed)
    if options.ud:
        gold = read_universal(options.ud, options.modals)
        silver = tag_names(gold, options) if options.names else []
    else:
        gold, silver = read_ewt(options.ewt), read_silver(options.silver)
    gold += headlines(gold, 0.05, rng)
    silver += headlines(silver, 0.03, rng)
    tokens = Tokens(gold + silver)
    importance = np.array([options.gold_weight] * len(gold) + [1.0] * len(silver), np.float32)
    dev = [(name, Tokens(read(path))) for name, path, read in (
        ("gold dev", options.dev_ewt, read_ewt), ("silver dev", options.dev_silver, read_silver),
        ("UD dev", options.dev_ud, lambda path: read_universal(path, options.modals)))
        if path]
    print(f"{len(gold)} gold and {len(silver)} silver sentences, {len(tokens.columns)} tokens")

    print("Learning sparse weights")
    model = Model(options.bits)
    train(model, tokens, importance, options.epochs, options.l1, False, options)
    for name, data in dev:
        measure(name, data, model.shared())

    print(f"Learning the {options.weights} largest anew")
    model.keep_largest(options.weights, options.alpha, options.silver_l1)
    train(model, tokens, importance, options.final_epochs, 0.0, True, options)
    for name, data in dev:
        measure(name, data, model.shared())

    whole = quantize(model.shared(), options.scale)
    print("Rounded, as the core computes")
    for name, data in dev:
        measure(name, data, whole, options.confusions)
    write_model(options.out, whole)


if __name__ == "__main__":
    main()
