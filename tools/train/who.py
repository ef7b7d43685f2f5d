#!/usr/bin/env python3
"""Trains the scorer of whom a source phrase means (core/lexicon/en/who.txt).

usage: who.py --cli build/release/sourcelight --out core/lexicon/en/who.txt PRESS.jsonl.gz [...]

The files hold annotated articles as in shared/eval/newsdesk-dev.jsonl. What the scorer sees comes from
`sourcelight who`, whose phrases are the annotated ones; what stands in it core/src/sources/choice.h says.
A fifth of the articles, by the hash of their ids, is held back: the run prints how often the choice is
right there, the rules' beside it. What a network says of kinds is played: in half of the trainings' passes
it is not there, in the others right nine times in ten.
Needs numpy; half a minute. Run it again after a change to how choices are gathered: what was
chosen before is among what the scorer sees.
"""
import argparse
import gzip
import json
import re
import subprocess
import sys
import zlib
from collections import Counter
from pathlib import Path

import numpy as np

from calibrate import expected_error, isotonic, plain, read_off, same_name

KINDS = ('named_person', 'named_organization', 'document', 'anonymous', 'unnamed_group', 'author', 'none')
UNIT = 64
TRUST = 1.25  # this and the next as in core/src/sources/choice_scorer.cpp
HALF_LEAD = 2
HEADER = Path(__file__).resolve().parents[2] / 'core/src/sources/choice.h'


def signs():
    body = HEADER.read_text().split('enum class Sign')[1].split('{', 1)[1].split('count\n')[0]
    return re.findall(r'(\w+),', re.sub(r'//.*', '', body))


SIGNS = signs()
AT = {name: i for i, name in enumerate(SIGNS)}


def held_back(article):
    return zlib.crc32(article['id'].encode()) % 5 == 0


def read(files):
    for name in files:
        with (gzip.open if name.endswith('.gz') else open)(name, 'rt', encoding='utf-8') as lines:
            yield from map(json.loads, lines)


def ask(cli, articles):
    """of each article what `sourcelight who` says"""
    lines = ''.join(json.dumps({k: a[k] for k in ('id', 'text', 'attributions')}, ensure_ascii=False) + '\n' for a in articles)
    done = subprocess.run([cli, 'who'], input=lines.encode(), capture_output=True, check=True)
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def right(gold, choices):
    """which choices are right: those of the right name, best the very one, and of the right kind where there are any"""
    if gold['kind'] == 'author':
        return np.array([c['kind'] == 'author' for c in choices])
    by_name = np.array([same_name(gold['name'], c['name']) for c in choices])
    if gold['kind'] in ('anonymous', 'unnamed_group'):
        unnamed = np.array([c['kind'] in ('anonymous', 'unnamed_group') for c in choices])
        by_name &= unnamed
        if not by_name.any():  # "they" by itself only where nobody else is right
            by_name = unnamed & np.array([[AT['as_written'], 1000] in c['signs'] for c in choices])
    for better in (np.array([plain(c['name']) == plain(gold['name']) for c in choices]),
                   np.array([c['kind'] == gold['kind'] for c in choices])):
        by_name = by_name & better if (by_name & better).any() else by_name
    return by_name


class Item:
    def __init__(self, gold, phrase, held, weight):
        choices = phrase['choices']
        self.kind, self.held, self.weight = gold['kind'], held, weight
        self.x = np.zeros((len(choices), len(SIGNS)), np.float32)
        for row, c in zip(self.x, choices):
            for sign, value in c['signs']:
                row[sign] = value / 1000
        self.right = right(gold, choices)
        self.kinds = np.array([KINDS.index(c['kind']) for c in choices])
        self.gold_kind = KINDS.index(gold['kind']) if gold['kind'] in KINDS else None
        self.by_rules = int(self.x[:, AT['by_rules']].argmax())
        self.chosen = phrase['chosen']
        self.named = gold['kind'] in KINDS[:3]

    def with_kinds(self, rng):
        """as a network would say them"""
        x = self.x.copy()
        if self.gold_kind is None:
            return x
        chances = rng.dirichlet(np.full(6, 0.3)) * rng.uniform(0, 0.5)
        top = self.gold_kind if rng.random() < 0.9 else rng.integers(0, 5)
        chances[top] += 1 - chances.sum()
        x[:, AT['labelled']] = 1
        x[:, AT['label_agrees']] = [chances[k] if k < 6 else 0 for k in self.kinds]
        return x


def items_of(articles, answers):
    for article, answer in zip(articles, answers):
        phrases = [p for p in answer['phrases']
                   if article['attributions'][p['attribution']]['kind'] not in ('none', 'unclear')]
        for phrase in phrases:
            yield Item(article['attributions'][phrase['attribution']], phrase, held_back(article),
                       1 / len(phrases) ** 0.4)  # long articles should not count for all


class Net:
    """one hidden layer of rectified units; the softmax is over the choices of a phrase"""

    def __init__(self, hidden, rng):
        self.one = (rng.standard_normal((len(SIGNS), hidden)) * len(SIGNS) ** -0.5).astype(np.float32)
        self.bias = np.zeros(hidden, np.float32)
        self.two = (rng.standard_normal(hidden) * hidden ** -0.5).astype(np.float32)

    def parameters(self):
        return self.one, self.bias, self.two

    def units(self, x):
        return np.maximum(x @ self.one + self.bias, 0)

    def scores(self, x):
        return self.units(x) @ self.two

    def gradients(self, x, begins, lengths, good, weight):
        """of the loss: how unlikely the right choices of a phrase are together"""
        units = self.units(x)
        scores = units @ self.two
        scores -= np.repeat(np.maximum.reduceat(scores, begins), lengths)
        chance = np.exp(scores)
        right = chance * good
        chance /= np.repeat(np.add.reduceat(chance, begins), lengths)
        right /= np.repeat(np.maximum(np.add.reduceat(right, begins), 1e-12), lengths)
        of_scores = (chance - right) * np.repeat(weight / weight.sum(), lengths)
        of_units = np.outer(of_scores, self.two) * (units > 0)
        return x.T @ of_units, of_units.sum(0), units.T @ of_scores


class Adam:
    def __init__(self, parameters, decay):
        self.parameters, self.decay, self.step = parameters, decay, 0
        self.mean = [np.zeros_like(p) for p in parameters]
        self.square = [np.zeros_like(p) for p in parameters]

    def descend(self, gradients, rate):
        self.step += 1
        for p, g, m, v in zip(self.parameters, gradients, self.mean, self.square):
            m += 0.1 * (g - m)
            v += 0.01 * (g * g - v)
            p -= rate * (m / (1 - 0.9 ** self.step) / (np.sqrt(v / (1 - 0.99 ** self.step)) + 1e-8) + self.decay * p)


def train(items, options):
    rng = np.random.default_rng(options.seed)
    items = [item for item in items if item.right.any()]
    net = Net(options.hidden, rng)
    adam = Adam(net.parameters(), options.decay)
    steps, step = options.passes * (len(items) // options.batch + 1), 0
    for _ in range(options.passes):
        order = rng.permutation(len(items))
        for at in range(0, len(order), options.batch):
            some = [items[i] for i in order[at:at + options.batch]]
            x = np.concatenate([item.with_kinds(rng) if rng.random() < 0.5 else item.x for item in some])
            x[:, rng.random(len(SIGNS)) < options.drop] = 0  # no sign alone may decide
            lengths = np.array([len(item.x) for item in some])
            begins = np.concatenate([[0], lengths.cumsum()[:-1]])
            gradients = net.gradients(x, begins, lengths, np.concatenate([item.right for item in some]),
                                      np.array([item.weight for item in some], np.float32))
            step += 1
            adam.descend(gradients, options.rate * min(1, step / 100, 1.02 - step / steps))
    return net


def rounded(net):
    for parameter in net.parameters():
        parameter[...] = np.round(parameter * UNIT) / UNIT
    return net


def weighed(net, row):
    return net.scores(row) + TRUST * row[:, AT['by_rules']] * (1 + row[:, AT['spoke_last']])


def chosen(net, rows):
    return [int(weighed(net, row).argmax()) for row in rows]


def lead(sums):
    """0 to 1: how far the best is ahead of the second"""
    best, *others = sorted(sums, reverse=True)
    return 1.0 if not others else float((best - others[0]) / (best - others[0] + HALF_LEAD))


def sureness(net, items):
    """[(lead, right)], with and without kinds"""
    rng = np.random.default_rng(2)
    pairs = []
    for item in items:
        for row in (item.x, item.with_kinds(rng)):
            sums = weighed(net, row)
            pairs.append((lead(sums), bool(item.right[sums.argmax()])))
    return pairs


def refers(item):
    return next((SIGNS[i] for i in range(AT['bare'] + 1) if item.x[0, i]), 'bare')


def report(title, net, items, out=sys.stdout):
    named = [item for item in items if item.named]
    rng = np.random.default_rng(1)
    by_net = chosen(net, [item.x for item in named])
    with_kinds = chosen(net, [item.with_kinds(rng) for item in named])
    table = {}
    for item, a, b in zip(named, by_net, with_kinds):
        for row in ('all', refers(item)):
            table.setdefault(row, Counter()).update(
                all=1, reach=int(item.right.any()), rules=int(item.right[item.by_rules]), command=int(item.right[item.chosen]),
                net=int(item.right[a]), kinds=int(item.right[b]))
    print(f'{title}: named sources; right among the choices, by rules, by the command as it is, by this net, '
          'and with the kinds played', file=out)
    for row, c in sorted(table.items(), key=lambda kv: -kv[1]['all']):
        print(f"  {row:11} {c['all']:5}", *(f"{100 * c[k] / c['all']:6.1f}" for k in ('reach', 'rules', 'command', 'net', 'kinds')), file=out)
    unnamed = [item for item in items if item.kind in ('anonymous', 'unnamed_group')]
    ok = [item.right[i] for item, i in zip(unnamed, chosen(net, [item.x for item in unnamed]))]
    print(f'  unnamed kept so: {100 * np.mean(ok):.1f} % of {len(ok)}; '
          f'by rules {100 * np.mean([i.right[i.by_rules] for i in unnamed]):.1f}', file=out)


def write(net, curve, path, note):
    lines = ['# Whom a source phrase means: a line a sign of core/src/sources/choice.h with what it adds to each',
             '# hidden unit, in 64ths; then the bias of each unit and what it adds to the score; then how many',
             '# of 64 were right of those that were 0, 0.1, ... 1 ahead.',
             f'# Written by tools/train/who.py; core/models/en.who.md tells from what. {note}']
    for name, column in [*zip(SIGNS, net.one), ('bias', net.bias), ('out', net.two)]:
        lines.append(name + ' ' + ' '.join(str(int(round(v * UNIT))) for v in column))
    lines.append('right ' + ' '.join(str(round(read_off(curve, i / 10) * UNIT)) for i in range(11)))
    Path(path).write_text('\n'.join(lines) + '\n')


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--cli', required=True)
    ap.add_argument('--out')
    ap.add_argument('--hidden', type=int, default=24)
    ap.add_argument('--passes', type=int, default=25)
    ap.add_argument('--batch', type=int, default=64)
    ap.add_argument('--rate', type=float, default=0.01)
    ap.add_argument('--decay', type=float, default=0.003)
    ap.add_argument('--drop', type=float, default=0.03)
    ap.add_argument('--seed', type=int, default=4)
    ap.add_argument('--without', nargs='*', default=[], help='signs to leave out, to see what they are for')
    ap.add_argument('--all', action='store_true', help='train the written weights on the held-back fifth, too')
    ap.add_argument('files', nargs='+')
    options = ap.parse_args()
    articles = list(read(options.files))
    items = list(items_of(articles, ask(options.cli, articles)))
    for item in items:
        item.x[:, [AT[s] for s in options.without]] = 0
    net = rounded(train([i for i in items if not i.held], options))
    held = [i for i in items if i.held]
    report('held back', net, held)
    curve = isotonic(sureness(net, held))
    print(f'error of how sure it is, on what the curve was fitted on: {100 * expected_error(curve, sureness(net, held)):.1f}')
    if options.out:
        if options.all:
            net = rounded(train(items, options))
        write(net, curve, options.out, f'{len(items)} phrases.')


if __name__ == '__main__':
    main()
