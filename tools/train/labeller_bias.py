#!/usr/bin/env python3
"""Weighs the labels of a trained labeller anew: a number added to the score of each status, and of each begin
of an attribution's parts, so that rare ones are found as often as they should be.

usage: labeller_bias.py IN.pt OUT.pt --choose PRESS.jsonl.gz --choose-all PRESS-DEV.jsonl

Chosen one after the other, by the sentences whose whole set of statuses is right, and by the F1 of spans,
on the articles that labeller.py held back (--choose) or on all (--choose-all).
"""
import argparse
from pathlib import Path

import numpy
import torch

from labeller import parts_of, runs_of, starts_of, tensors_of
from labeller_data import held_back, read_corpus
from labeller_file import load_model
from labeller_score import LabelScore
from tasks import OUTER, STATUS, TASK_ID, TASKS

STEPS = (-1.5, -1.0, -0.7, -0.4, -0.2, 0.0, 0.2, 0.4, 0.7, 1.0, 1.5, 2.0)


def first_label(task):
    return sum(len(t.labels) for t in TASKS[: TASK_ID[task.name]])


class Articles:
    """emissions of articles, computed once"""

    def __init__(self, model, corpus, articles):
        self.corpus, self.rows = corpus, []
        parts = parts_of(corpus)
        arrays = (corpus.hashes, corpus.small, starts_of(corpus, parts))
        for article in articles:
            for begin, _, end in runs_of(corpus, [article], parts, 1 << 20):
                hashes, small, starts, lengths = tensors_of(arrays, [(begin, begin, end)])
                with torch.no_grad():
                    self.rows.append((article, begin, end, model(hashes, small, lengths, starts), lengths))

    def score(self, model, bias):
        score = LabelScore()
        for article, begin, end, emissions, lengths in self.rows:
            path = model.crf.best(emissions + bias, lengths).numpy()[0]
            sentences = [(b - begin, e - begin, s) for b, e, s in self.corpus.sentences[article]]
            score.add(self.corpus.labels[begin:end], path, sentences)
        return score


def sets(score):
    return 100 * score.sets['right'] / max(1, score.sets['gold'])


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('model')
    ap.add_argument('out')
    ap.add_argument('--command', default='build/release/sourcelight')
    ap.add_argument('--choose', action='append', default=[])
    ap.add_argument('--choose-all', action='append', default=[])
    ap.add_argument('--work', default='build/train')
    ap.add_argument('--hold-back', type=float, default=0.06)
    ap.add_argument('--rounds', type=int, default=2)
    args = ap.parse_args()
    model = load_model([args.model])
    chosen = []
    for path in args.choose + args.choose_all:
        corpus = read_corpus(args.command, path, Path(args.work))
        kept = held_back(corpus.ids, args.hold_back, 1) if path in args.choose else numpy.ones(len(corpus.ids), bool)
        chosen.append(Articles(model, corpus, numpy.flatnonzero(kept).tolist()))
    bias = torch.zeros(sum(len(t.labels) for t in TASKS))

    def search(places, value):
        """the best of STEPS for these labels, all the same"""
        before = bias[places].clone()
        found = []
        for step in STEPS:
            bias[places] = before + step
            found.append((value(), -abs(step), step))
        bias[places] = before + max(found)[2]
        print(places, f'{max(found)[2]:+.1f}: {max(found)[0]:.2f}', flush=True)

    def all_sets():
        scores = [s for s in (articles.score(model, bias) for articles in chosen) if s.sets['gold']]
        return sum(sets(s) for s in scores) / len(scores)

    def all_spans(task):
        scores = [articles.score(model, bias) for articles in chosen]
        return sum(s.mean(task) for s in scores) / len(scores)

    status = first_label(STATUS)
    for _ in range(args.rounds):
        for label in ('unnamed', 'hidden', 'none', 'named'):
            search([status + STATUS.id(label)], all_sets)
    for task in TASKS[:2]:
        first = first_label(task)
        search([first + OUTER.id(f'B-{role}') for role in ('source', 'cue', 'content')], lambda t=task: all_spans(t.name))
    model.leave_bias.data += bias
    state = torch.load(args.model, weights_only=True)
    state['model'] = model.state_dict()
    torch.save(state, args.out)


if __name__ == '__main__':
    main()
