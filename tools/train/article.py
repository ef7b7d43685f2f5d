#!/usr/bin/env python3
"""Learns which blocks of a web page are its article's, and writes web/article/weights.json.

usage: article.py BLOCKS.jsonl GOLD.json.gz [-o web/article/weights.json] [--folds N]

BLOCKS.jsonl is what `./dev pages FOLDER --blocks` prints, also of pages made of each; GOLD.json.gz a list of {"key", "url", "title", "text"}:
the text of each page's article. A block is the article's if at least half of its 4-word shingles are in that text.
Learns boosted trees (scikit-learn's HistGradientBoostingClassifier; Friedman 2001) over the blocks' features
(web/article/features.ts) and over the log-odds of what their boxes are called, which are counted on other
publishers' pages than those that the trees see them on. Two forests are averaged: one of the pages, one of these
and of what was made of them. A page's threshold is that of the best expected F1 (Lipton et al. 2014). With --folds it is first measured by cross-validation
over hosts, as ../shared/eval/pages.py measures: precision, recall and F1 of shared shingles, averaged over pages.
Wants scikit-learn (PyPI): PYTHON names an interpreter that has it.
"""
import argparse
import gzip
import json
import math
import random
import re
from collections import Counter, defaultdict
from urllib.parse import urlsplit

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

LEVELS = 3  # of names: the block's own box, the three around it, further out
LEAST_HOSTS = 4  # a name that fewer have says nothing of others
TREES = dict(max_iter=120, learning_rate=0.07, max_leaf_nodes=16, min_samples_leaf=40, l2_regularization=3.0, max_features=0.5, early_stopping=False)

# where words are not set apart by spaces, letters are the words
DENSE = r'\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f'
WORD = re.compile(rf'[{DENSE}]|[^\W{DENSE}]+')


def words(text):
    return WORD.findall((text or '').lower())


def shingles(some, n=4):
    return [tuple(some[i:i + n]) for i in range(len(some) - n + 1)]


class Page:
    def __init__(self, line, gold, ids):
        self.key = line['key']
        self.host = '.'.join(urlsplit(gold['url']).netloc.split('.')[-2:])
        self.gold = gold
        self.texts = [block['text'] for block in line['blocks']]
        self.letters = np.array([block['letters'] for block in line['blocks']], float)
        self.features = np.array([block['features'] for block in line['blocks']], np.float32)
        self.is_article = self.label()
        self.names = [[[ids[level].setdefault(name, len(ids[level])) for name in block['names'][level]] for block in line['blocks']]
                      for level in range(LEVELS)]
        self.shares = [self.shares_of(names) for names in self.names]

    def label(self):
        gold = words(self.gold['text'])
        wanted = set(shingles(gold))
        lines = {' '.join(words(line)) for line in self.gold['text'].split('\n')}

        def is_in(text):
            own = words(text)
            if len(own) < 4:
                return bool(own) and ' '.join(own) in lines
            some = shingles(own)
            return 2 * sum(one in wanted for one in some) >= len(some)

        return np.array([is_in(text) for text in self.texts], bool)

    def shares_of(self, names):
        """For each name: its share of the letters of the article, and of those of all else."""
        weight = np.minimum(self.letters, 400)
        totals = [max(1, weight[~self.is_article].sum()), max(1, weight[self.is_article].sum())]
        shares = defaultdict(lambda: [0.0, 0.0])
        for of_block, which, letters in zip(names, self.is_article, weight):
            for name in of_block:
                shares[name][int(which)] += letters / totals[int(which)]
        return shares

    def weights(self):
        """Every article counts the same, whatever its length."""
        return (self.letters + 5) / (self.letters[self.is_article].sum() or 3000) + 0.0005

    def score(self, kept):
        want = Counter(shingles(words(self.gold['text'])))
        have = Counter(shingles(words('\n\n'.join(text for text, is_kept in zip(self.texts, kept) if is_kept))))
        have = have - (Counter(shingles(words(self.gold['title']))) - want)
        shared = (want & have).total()
        return shared / max(1, have.total()), shared / max(1, want.total())


def log_odds(pages, level, count):
    """Of each name, NaN where too few hosts have it."""
    by_host = defaultdict(lambda: defaultdict(lambda: [0.0, 0.0]))
    for page in pages:
        for name, (other, own) in page.shares[level].items():
            shares = by_host[name][page.host]
            shares[0] += other
            shares[1] += own
    odds = np.full(count, np.nan)
    for name, hosts in by_host.items():
        if len(hosts) < LEAST_HOSTS:
            continue
        other, own = (sum(min(1, shares[which]) for shares in hosts.values()) for which in (0, 1))
        odds[name] = math.log((own + 0.3) / (other + 0.3))
    return odds


def matrix(pages, odds):
    """Rows as web/article/judge.ts makes them."""
    rows = []
    for page in pages:
        sums = np.zeros((len(page.texts), 4 * LEVELS), np.float32)
        for level in range(LEVELS):
            for at, names in enumerate(page.names[level]):
                known = odds[level][names] if names else np.array([])
                known = known[~np.isnan(known)]
                if len(known):
                    sums[at, 4 * level:4 * level + 4] = known.sum(), known.min(), known.max(), len(known)
        rows.append(np.hstack([page.features, sums]))
    return np.concatenate(rows)


def folds_of(pages, count, seed):
    hosts = sorted({page.host for page in pages})
    random.Random(seed).shuffle(hosts)
    which = {host: at % count for at, host in enumerate(hosts)}
    return [which[page.host] for page in pages]


def learn(pages, counts, inner=4):
    """Gives the log-odds of names and the forests."""
    first = {page.key: page for page in reversed(pages)}  # a page itself, before what was made of it
    folds = folds_of(pages, inner, 3)
    rows, labels, weights, is_first = [], [], [], []
    for fold in range(inner):
        some = [page for page, which in zip(pages, folds) if which == fold]
        others = [page for page, which in zip(pages, folds) if which != fold]
        rows.append(matrix(some, [log_odds(others, level, counts[level]) for level in range(LEVELS)]))
        labels += [page.is_article for page in some]
        weights += [page.weights() for page in some]
        is_first += [np.full(len(page.texts), page is first[page.key]) for page in some]
    rows, labels, weights, is_first = (np.concatenate(some) for some in (rows, labels, weights, is_first))

    def forest(which):
        return HistGradientBoostingClassifier(**TREES, random_state=0).fit(rows[which], labels[which], sample_weight=weights[which] / weights[which].mean())

    forests = [forest(is_first), forest(np.full(len(rows), True))]
    return [log_odds(pages, level, counts[level]) for level in range(LEVELS)], forests


def probable(forests, rows):
    odds = np.mean([forest.decision_function(rows) for forest in forests], axis=0)
    return 1 / (1 + np.exp(-odds))


def kept(page, odds):
    """As web/article/kinds.ts chooses, but for what stands among what is kept."""
    order = np.argsort(-odds)
    found = np.cumsum((odds * page.letters)[order])
    best = np.argmax(2 * found / (np.cumsum(page.letters[order]) + found[-1]))
    return odds >= min(0.5, max(0.1, odds[order[best]]))


def cross_validate(pages, counts, folds):
    which = folds_of(pages, folds, 7)
    scores = {}
    first = {page.key: page for page in reversed(pages)}  # the page itself, not what was made of it
    for fold in range(folds):
        odds, forests = learn([page for page, one in zip(pages, which) if one != fold], counts)
        for page in (page for page, one in zip(pages, which) if one == fold and page is first[page.key]):
            scores[page.key] = page.score(kept(page, probable(forests, matrix([page], odds))))
        print(f'fold {fold + 1} of {folds}', flush=True)
    by_kind = defaultdict(list)
    for key, score in scores.items():
        by_kind[re.split(r'[-_]', key)[0]].append(score)
        by_kind['all'].append(score)
    for kind, some in by_kind.items():
        precision, recall = (sum(score[at] for score in some) / len(some) for at in (0, 1))
        print(f'{kind:10} {len(some):4} pages  P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {200 * precision * recall / (precision + recall):5.1f}'
              f'   less than half found: {sum(score[1] < 0.5 for score in some)}')


def flat(nodes, share):
    """Nodes in threes, a node's left child behind it; the leaves' values times `share`."""
    out = []

    def put(at):
        node = nodes[at]
        if node['is_leaf']:
            out.extend([-1, round(float(node['value']) * share, 4), 0])
            return
        here = len(out)
        out.extend([int(node['feature_idx']), float(f'{float(node["num_threshold"]):.5g}'), 0])
        put(node['left'])
        out[here + 2] = len(out)
        put(node['right'])

    put(0)
    return out


def write(path, odds, forests, ids):
    share = 1 / len(forests)
    weights = {
        'features': int(forests[0].n_features_in_),
        'start': round(float(np.mean([np.ravel(forest._baseline_prediction)[0] for forest in forests])), 4),
        'trees': [flat(tree.nodes, share) for forest in forests for (tree,) in forest._predictors],
    }
    known = [[(name, round(float(odds[level][at]), 2)) for name, at in sorted(ids[level].items()) if not np.isnan(odds[level][at])]
             for level in range(LEVELS)]
    with open(path, 'w', encoding='utf-8') as file:
        file.write('{\n"features": %s,\n"start": %s,\n"trees": [\n%s\n],\n"names": [\n%s\n],\n"odds": [\n%s\n]\n}\n' % (
            weights['features'], weights['start'], ',\n'.join(json.dumps(tree, separators=(',', ':')) for tree in weights['trees']),
            ',\n'.join(json.dumps(' '.join(name for name, _ in level), ensure_ascii=False) for level in known),
            ',\n'.join(json.dumps([value for _, value in level], separators=(',', ':')) for level in known)))


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument('blocks')
    options.add_argument('gold')
    options.add_argument('-o', '--out')
    options.add_argument('--folds', type=int, default=0)
    options = options.parse_args()
    gold = {page['key']: page for page in json.load(gzip.open(options.gold, 'rt', encoding='utf-8'))}
    ids = [{} for _ in range(LEVELS)]
    with open(options.blocks, encoding='utf-8') as lines:
        pages = [Page(line, gold[line['key']], ids) for line in map(json.loads, lines) if line['key'] in gold and line['blocks']]
    counts = [len(names) for names in ids]
    print(f'{len(pages)} pages of {len({page.host for page in pages})} hosts, {sum(len(page.texts) for page in pages)} blocks', flush=True)
    if options.folds:
        cross_validate(pages, counts, options.folds)
    if options.out:
        write(options.out, *learn(pages, counts), ids)


if __name__ == '__main__':
    main()
