#!/usr/bin/env python3
"""How well does the command tell biased sentences, loaded words and sentences worth a check?

usage: worth_figures.py --run 'build/release/sourcelight worth' [--biased BABE.tsv]
           [--check CLAIMBUSTER.tsv] [--from 0.4] [--trained]

Measures the fifth of each file that training never sees (worth_corpora.py tells how it is split);
with --trained the other four fifths. A text is as biased, or as worth a check, as its highest
sentence. Prints one line of JSON for each file.
"""
import argparse
import json
import shlex
import sys

from worth_corpora import WORD, BadInput, ask, read_biased, read_check_worthy, spans_marked, touches


def ratio(part, whole):
    return part / whole if whole else 0.0


def found_well(right, found, wanted):
    """precision, recall and F1 of counts"""
    precision, recall = ratio(right, found), ratio(right, wanted)
    return {'precision': precision, 'recall': recall,
            'f1': ratio(2 * precision * recall, precision + recall)}


def decisions(labels, scores, threshold):
    said = [score >= threshold for score in scores]
    right = sum(s and l for s, l in zip(said, labels))
    return found_well(right, sum(said), sum(labels)) | {
        'accuracy': ratio(sum(s == bool(l) for s, l in zip(said, labels)), len(labels))}


def average_precision(labels, scores):
    """mean of the precision at each positive; texts of the same score count together"""
    ranked = sorted(zip(scores, labels), key=lambda pair: -pair[0])
    total, right, seen, begin = 0.0, 0, 0, 0
    while begin < len(ranked):
        end = begin
        while end < len(ranked) and ranked[end][0] == ranked[begin][0]:
            end += 1
        here = sum(bool(label) for _, label in ranked[begin:end])
        right, seen, begin = right + here, end, end
        total += here * right / seen
    return ratio(total, right)


def score_of(item, name):
    return max((sentence[name] for sentence in item.sentences), default=0.0)


def loaded_figures(items, outside_quotations=False):
    """words that were marked against words that the command calls loaded; names are no words"""
    right = found = wanted = 0
    for item in items:
        spans = spans_marked(item)
        for sentence in item.sentences:
            shown = [tuple(span) for span in sentence['loaded']]
            found += len(shown)
            right += sum(touches(span, spans) for span in shown)
            wanted += sum(touches(row[:2], spans) for row in sentence['words'] if WORD.fullmatch(row[2])
                          and not (outside_quotations and '=quoted' in row))
    return found_well(right, found, wanted) | {'shown': found, 'marked': wanted}


def biased_figures(items, threshold):
    labels = [item.label for item in items]
    scores = [score_of(item, 'biased') for item in items]
    return {'sentences': len(items), 'biased': sum(labels), **decisions(labels, scores, threshold),
            'average_precision': average_precision(labels, scores),
            'words': loaded_figures(items),
            'words_outside_quotations': loaded_figures(items, outside_quotations=True)}


def check_figures(items):
    labels = [item.label for item in items]
    scores = [score_of(item, 'check_worthy') for item in items]
    return {'sentences': len(items), 'worth_a_check': sum(labels),
            'average_precision': average_precision(labels, scores),
            'from_one_half': decisions(labels, scores, 0.5)}


def rounded(value):
    if isinstance(value, dict):
        return {name: rounded(each) for name, each in value.items()}
    return round(value, 4) if isinstance(value, float) else value


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--run', required=True)
    ap.add_argument('--biased')
    ap.add_argument('--check')
    ap.add_argument('--from', dest='threshold', type=float, default=0.4)
    ap.add_argument('--trained', action='store_true')
    args = ap.parse_args()
    command = shlex.split(args.run)

    def part(items):
        return ask(command, [item for item in items if item.held_back != args.trained])

    if args.biased:
        print(json.dumps({'biased': rounded(biased_figures(part(read_biased(args.biased)), args.threshold))}))
    if args.check:
        print(json.dumps({'check': rounded(check_figures(part(read_check_worthy(args.check))))}))


if __name__ == '__main__':
    try:
        main()
    except BadInput as problem:
        sys.exit(f'worth_figures.py: {problem}')
