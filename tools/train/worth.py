#!/usr/bin/env python3
"""Trains the lists of core/src/worth: loaded words, biased sentences, sentences worth a check.

usage: worth.py --cli build/release/sourcelight --vectors build/train/worth_vectors.npz
           --biased BABE.tsv --check CLAIMBUSTER.tsv --out core/lexicon/en

Never looks at a text whose hash puts it into the held-back fifth (worth_corpora.py). Prints what
cross-validation over the other four fifths gives for the lists as they are written: rounded, cut to
size, calibrated. tools/evaluate/worth_figures.py measures the held-back fifth on the command itself.
Needs scikit-learn; one thread, a few minutes. --only check or biased trains one alone; --set
loaded.words=2000 and the like change the options below.
"""
import argparse
import sys
from pathlib import Path

import numpy as np
from sklearn.metrics import average_precision_score

from worth_learn import (NOT_LOADED, UNITS, Vectors, calibrated, is_word, loaded_facts, loaded_score, sentence_score,
                         train_loaded, train_sentences)
from worth_corpora import ask, read_biased, read_check_worthy, spans_marked, touches

OPTIONS = {
    'loaded': {'strength': 0.3, 'vectors': 3.0, 'words': 2900, 'context': 0.25, 'unseen': 0.1, 'by_count': 0.25,
               'precision': 0.6},
    'biased': {'strength': 0.03, 'vectors': 1.0, 'features': 900, 'by_count': 0.5},
    'check': {'strength': 0.1, 'vectors': 1.0, 'features': 2000, 'by_count': 0.5},
}
FOLDS = range(5)
HEADS = {
    'loaded': 'How loaded a word is, in tenths of log odds (=enough: from there on it is shown).',
    'biased': 'What makes readers call a sentence biased, in tenths of log odds.',
    'check': 'What makes a sentence worth a check, in tenths of log odds.',
}


def entries(path):
    return {line.split('#')[0].strip() for line in Path(path).read_text().splitlines()} - {''}


def bag_of(item):
    return {f for sentence in item.sentences for f in sentence['features']}


def labels_of(items):
    return np.array([item.label for item in items], int)


def tokens_of(items):
    """the rows of all words, and whether each is marked"""
    rows, marked = [], []
    for item in items:
        spans = spans_marked(item)
        for sentence in item.sentences:
            for row in filter(is_word, sentence['words']):
                rows.append(row)
                marked.append(touches(row[:2], spans))
    return rows, np.array(marked, int)


def without(items, fold):
    return [item for item in items if item.fold != fold]


def only(items, fold):
    return [item for item in items if item.fold == fold]


def best_threshold(labels, scores):
    """(F1, precision, recall, score from which on yes gives the best F1)"""
    order = np.argsort(-scores, kind='stable')
    right = np.cumsum(labels[order])
    said = np.arange(1, len(labels) + 1)
    f1 = 2 * right / (said + labels.sum())
    at = f1.argmax()
    return f1[at], right[at] / said[at], right[at] / labels.sum(), scores[order][at]


def train_biased(items, vectors, loaded_of):
    """loaded_of(fold): a list of loaded words made without that fold"""
    lists = {fold: loaded_of(fold) for fold in FOLDS if only(items, fold)}
    facts = [loaded_facts(lists[item.fold], item.sentences) for item in items]
    return train_sentences([bag_of(i) for i in items], labels_of(items), facts, vectors,
                           OPTIONS['biased'])


def score_text(weights, loaded, item):
    """that of its highest sentence"""
    return max(sentence_score(weights, sentence['features'],
                              loaded_facts(loaded, [sentence]) if loaded else (0, 0, 0, 0))
               for sentence in item.sentences)


def say(*words):
    print(*words, flush=True)


def do_biased(items, vectors, never):
    """never: words that are not shown whatever their score"""
    made = {}

    def loaded_without(*folds):
        key = tuple(sorted(set(folds)))
        if key not in made:
            some = [item for item in items if item.fold not in key]
            made[key] = train_loaded(*tokens_of(some), vectors, OPTIONS['loaded'])
        return made[key]

    scores, word_scores, word_labels, never_shown = {}, [], [], []
    for fold in FOLDS:
        loaded = loaded_without(fold)
        weights = train_biased(without(items, fold), vectors, lambda inner: loaded_without(fold, inner))
        for item in only(items, fold):
            scores[id(item)] = score_text(weights, loaded, item)
        rows, marked = tokens_of(only(items, fold))
        word_scores += [loaded_score(loaded, row) for row in rows]
        word_labels += list(marked)
        never_shown += [row[2] in never or '=quoted' in row for row in rows]
    loaded = loaded_without()
    rank = np.array(word_scores) + 0.0
    labels = np.array(word_labels)
    say(f'loaded words: AP {average_precision_score(labels, rank):.3f}, best F1 '
        '%.3f (precision %.3f, recall %.3f from %d on)' % best_threshold(labels, rank))
    rank[never_shown] = NOT_LOADED
    enough = min(at for at in set(rank.astype(int))
                 if labels[rank >= at].mean() >= OPTIONS['loaded']['precision'])
    shown = rank >= enough
    say(f'shown from {enough} on: precision {labels[shown].mean():.3f}, recall '
        f'{labels[shown].sum() / labels.sum():.3f}')
    weights = train_biased(items, vectors, loaded_without)
    out = np.array([scores[id(item)] for item in items])
    weights = calibrated(weights, out, labels_of(items))
    report('biased', out, items)
    return loaded | {'=enough': enough}, weights


def report(name, scores, items):
    labels = labels_of(items)
    f1, precision, recall, at = best_threshold(labels, scores)
    stretch = calibrated({'a': 1000, '=begin': 0}, scores, labels)
    log_odds = scores * stretch.get('a', 0) / 1000 + stretch['=begin'] / UNITS
    p = 1 / (1 + np.exp(-log_odds))
    at = stretch.get('a', 0) / 1000 * at + stretch['=begin'] / UNITS
    say(f'{name}: AP {average_precision_score(labels, scores):.4f}, F1 {f1:.4f} (precision {precision:.3f}, '
        f'recall {recall:.3f}) from {1 / (1 + np.exp(-at)):.3f} on, accuracy {((p > 0.5) == labels).mean():.4f}, '
        f'stretch {stretch.get("a", 0) / 1000}; '
        'in tenths, said and true: ' + ' '.join(f'{p[b].mean():.2f}/{labels[b].mean():.2f}' for b in
        (np.floor(p * 10) == i for i in range(10)) if b.sum() > 20))


def do_check(items, vectors):
    def train(some):
        return train_sentences([bag_of(i) for i in some], labels_of(some), None, vectors, OPTIONS['check'])

    scores = {}
    for fold in FOLDS:
        weights = train(without(items, fold))
        scores.update({id(i): score_text(weights, None, i) for i in only(items, fold)})
    out = np.array([scores[id(i)] for i in items])
    report('check', out, items)
    return calibrated(train(items), out, labels_of(items))


def write(folder, name, weights):
    lines = [f'# {HEADS[name]}', '# Written by tools/train/worth.py; core/models/en.worth.md tells from what.']
    lines += [f'{feature} {weight}' for feature, weight in sorted(weights.items())]
    (Path(folder) / f'worth_{name}.txt').write_text('\n'.join(lines) + '\n')


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ('cli', 'vectors', 'biased', 'check'):
        ap.add_argument('--' + name, required=True)
    ap.add_argument('--never', default='core/lexicon/en/loaded_never.txt')
    ap.add_argument('--out')
    ap.add_argument('--only', choices=('biased', 'check'))
    ap.add_argument('--set', action='append', default=[], metavar='MODEL.OPTION=NUMBER')
    args = ap.parse_args()
    for option in args.set:
        name, value = option.split('=')
        model, name = name.split('.')
        OPTIONS[model][name] = type(OPTIONS[model][name])(value)
    stored = np.load(args.vectors)
    vectors = Vectors([str(w) for w in stored['words']], stored['counts'], stored['values'])
    command = [args.cli, 'worth']
    lists = {}
    if args.only != 'check':
        items = ask(command, [i for i in read_biased(args.biased) if not i.held_back])
        lists['loaded'], lists['biased'] = do_biased(items, vectors, entries(args.never))
    if args.only != 'biased':
        items = ask(command, [i for i in read_check_worthy(args.check) if not i.held_back])
        lists['check'] = do_check(items, vectors)
    if args.out:
        for name, weights in lists.items():
            write(args.out, name, weights)


if __name__ == '__main__':
    sys.exit(main())
