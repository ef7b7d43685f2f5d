#!/usr/bin/env python3
"""Trains the labeller of core/src/model: attributions, statuses, kinds, names and titles, one label a
token for each task (tasks.py).

It learns from annotated articles and, if given, from what a teacher (teacher.py) says of articles
nobody annotated. A checkpoint is kept after every epoch; the same command goes on from there.
Prints F1 of exact spans and the like on articles held back from training, and on --dev.
"""
import argparse
import json
import math
import time
from dataclasses import asdict
from pathlib import Path

import numpy
import torch
from torch import nn

from labeller_data import PROPER_NOUN, all_words, as_polnear_cuts, held_back, read_corpus
from labeller_file import load_state
from labeller_model import Labeller, Shape
from labeller_score import LabelScore
from labeller_vectors import begin_with_likeness, begin_with_vectors
from tasks import TASKS, UNKNOWN

LONGEST = 400  # tokens of a paragraph; what is longer is read in parts
RUN = 160  # tokens of a sequence in training, about: whole paragraphs
BEFORE = 120  # tokens of the paragraph before them, at most, which is read and not learned


def parts_of(corpus):
    """int64: the first token of each paragraph, and of each further part of a long one"""
    firsts = [numpy.arange(b, e, LONGEST) for b, e in zip(corpus.paragraphs[:-1], corpus.paragraphs[1:])]
    return numpy.concatenate(firsts)


def runs_of(corpus, articles, parts, size, random=None, alone=0.0):
    """[(first token, first own token, end)]: runs of parts of these articles, each of about `size`
    tokens and the part before it; where runs begin differs from call to call. Of a share `alone` of the
    runs each part stands for itself, as a short text does"""
    runs = []
    for article in articles:
        first, last = corpus.paragraphs[corpus.articles[article : article + 2]]
        if first == last:
            continue
        firsts = parts[numpy.searchsorted(parts, first) : numpy.searchsorted(parts, last)]
        ends = [*firsts[1:], last]
        begin, before = 0, firsts[0]
        wanted = size if random is None else random.integers(size // 4, size)
        for i, end in enumerate(ends):
            if end - firsts[begin] < wanted and i + 1 < len(ends):
                continue
            if random is not None and random.random() < alone:
                runs += [(int(b), int(b), int(e)) for b, e in zip(firsts[begin : i + 1], ends[begin : i + 1])]
            else:
                runs.append((int(before), int(firsts[begin]), int(end)))
            before = firsts[i] if end - firsts[i] <= BEFORE else end
            begin, wanted = i + 1, size
    return runs


def batches_of(runs, tokens, random=None):
    """groups of runs of like length, each of at most so many tokens with padding"""
    noise = random.integers(12, size=len(runs)) if random is not None else [0] * len(runs)
    order = sorted(range(len(runs)), key=lambda i: runs[i][2] - runs[i][0] + noise[i])
    groups, group, longest = [], [], 0
    for i in order:
        size = runs[i][2] - runs[i][0]
        if group and (len(group) + 1) * max(longest, size) > tokens:
            groups.append(group)
            group, longest = [], 0
        group.append(runs[i])
        longest = max(longest, size)
    if group:
        groups.append(group)
    if random is not None:
        random.shuffle(groups)
    return groups


def tensors_of(arrays, group):
    """flat arrays -> padded tensors and lengths"""
    first = numpy.array([b for b, _, _ in group])
    lengths = numpy.array([e - b for b, _, e in group])
    index = first[:, None] + numpy.arange(lengths.max())[None, :]
    index = numpy.minimum(index, (first + lengths - 1)[:, None])
    return [torch.from_numpy(a[index]) for a in arrays] + [torch.from_numpy(lengths)]


def only_own(labels, group):
    """labels of a batch, UNKNOWN before each run's own first token"""
    for row, (first, own, _) in enumerate(group):
        labels[row, : own - first] = UNKNOWN
    return labels


class Names:
    """Gives names other names of the corpus: the same word of an article the same other word. So
    the labeller cannot learn who says things."""

    def __init__(self, corpus, share):
        self.corpus, self.share = corpus, share
        self.is_name = corpus.small[:, 1] == PROPER_NOUN
        self.pool = corpus.hashes[self.is_name]
        sizes = numpy.diff(corpus.paragraphs[corpus.articles])
        self.article = numpy.repeat(numpy.arange(len(sizes)), sizes)

    def changed(self, random):
        """hashes of the whole corpus, with the names of a share of its articles changed"""
        chosen = random.random(len(self.corpus.ids)) < self.share
        salt = random.integers(1, 1 << 31, size=len(self.corpus.ids))
        at = numpy.flatnonzero(self.is_name & chosen[self.article])
        mixed = (self.corpus.hashes[at, 0] ^ salt[self.article[at]]) * 0x9E3779B1 & 0xFFFFFFFF
        hashes = self.corpus.hashes.copy()
        hashes[at] = self.pool[(mixed ^ mixed >> 15) % len(self.pool)]
        return hashes


class Average:
    """exponential moving average of the weights"""

    def __init__(self, model, decay):
        self.decay, self.steps = decay, 0
        self.weights = [p.detach().clone() for p in model.parameters()]

    @torch.no_grad()
    def add(self, model):
        self.steps += 1
        decay = min(self.decay, (1 + self.steps) / (10 + self.steps))
        for own, p in zip(self.weights, model.parameters()):
            own.lerp_(p, 1 - decay)

    @torch.no_grad()
    def swap(self, model):
        for own, p in zip(self.weights, model.parameters()):
            own_values = own.clone()
            own.copy_(p)
            p.copy_(own_values)


@torch.no_grad()
def evaluate(model, corpus, articles):
    model.eval()
    score = LabelScore()
    parts = parts_of(corpus)
    starts = starts_of(corpus, parts)
    arrays = (corpus.hashes, corpus.small, starts)
    runs = runs_of(corpus, articles, parts, 1 << 20)
    of_article = {int(corpus.paragraphs[corpus.articles[a]]): a for a in articles}
    for group in batches_of(runs, 16384):
        hashes, small, starts_, lengths = tensors_of(arrays, group)
        paths = model.crf.best(model(hashes, small, lengths, starts_), lengths).numpy()
        for (begin, _, end), path in zip(group, paths):
            sentences = [(b - begin, e - begin, s) for b, e, s in corpus.sentences[of_article[begin]]]
            score.add(corpus.labels[begin:end], path[: end - begin], sentences)
    return score


def starts_of(corpus, parts):
    starts = numpy.zeros(len(corpus.span), dtype=bool)
    starts[parts] = True
    return starts


class Lesson:
    """a corpus with its label sequences: gold, or some drawn by a teacher (int8 [sequences, tokens,
    tasks]); `share` of its runs in an epoch, more than once if above 1"""

    def __init__(self, corpus, articles, labels, share, names, alone):
        self.corpus, self.labels, self.share, self.articles = corpus, labels, share, list(articles)
        self.alone = alone
        self.parts = parts_of(corpus)
        self.starts = starts_of(corpus, self.parts)
        self.names = Names(corpus, names)

    def batches(self, tokens, random):
        runs = []
        for _ in range(math.ceil(self.share)):
            more = runs_of(self.corpus, self.articles, self.parts, RUN, random, self.alone)
            runs += [more[i] for i in random.permutation(len(more))]
        runs = runs[: int(len(runs) * self.share / math.ceil(self.share))]
        labels = self.labels[0]
        if len(self.labels) > 1:  # one sequence for a paragraph, another one for the next
            sizes = numpy.diff([*self.parts, len(self.corpus.span)])
            rows = numpy.repeat(random.integers(len(self.labels), size=len(self.parts)), sizes)
            labels = self.labels[rows, numpy.arange(len(rows))]
        labels = whole_spans(labels, self.parts)
        arrays = (self.names.changed(random), self.corpus.small, labels, self.starts)
        return [(arrays, group) for group in batches_of(runs, tokens, random)]


def whole_spans(labels, parts):
    """labels in which every span has its begin: where a part begins inside one, as it is read by itself, and where
    what a teacher drew in two pieces does not fit. Without it the CRF finds such a sequence impossible, and all that
    is learned of the rest of it is to believe less of everything"""
    labels = labels.copy()
    for i, task in enumerate(TASKS):
        if not task.spans:
            continue
        column = labels[:, i]
        before = numpy.concatenate([[0], column[:-1]])
        before[parts] = 0
        inside = (column > 0) & (column % 2 == 0)
        labels[:, i] = column - (inside & (before != column) & (before != column - 1))
    return labels


def train(model, lessons, validate, args):
    checkpoint = work_file(args, f'{args.name}.checkpoint.pt')
    optimizer = torch.optim.AdamW(model.parameters(), lr=args.rate, weight_decay=args.decay, betas=(0.9, 0.98))
    average = Average(model, 0.999)
    first_epoch, step = 0, 0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(state['model'])
        optimizer.load_state_dict(state['optimizer'])
        average.weights, average.steps = state['average'], state['average_steps']
        first_epoch, step = state['epoch'], state['step']
        print(f'going on after epoch {first_epoch}', flush=True)
    total, began = None, time.time()
    for epoch in range(first_epoch, args.epochs):
        random = numpy.random.default_rng([args.seed, epoch])
        torch.manual_seed(args.seed * 1000 + epoch)
        model.bits = args.bits if epoch >= args.epochs - args.round_epochs else None
        model.train()
        batches = [b for lesson in lessons for b in lesson.batches(args.tokens, random)]
        random.shuffle(batches)
        total = total or args.epochs * len(batches)
        losses = []
        for arrays, group in batches:
            step += 1
            rate = args.rate * min(step / args.warm_up, max(0.02, (1 - step / total)))
            for g in optimizer.param_groups:
                g['lr'] = rate
            hashes, small, labels, starts, lengths = tensors_of(arrays, group)
            labels = only_own(labels.long(), group)
            lost = torch.rand(hashes.shape[:2]) < args.word_dropout
            hashes[..., 0] = torch.where(lost, 0, hashes[..., 0])
            loss = model.crf.loss(model(hashes, small, lengths, starts), labels, lengths).sum()
            loss = loss / (labels != UNKNOWN).any(2).sum().clamp_min(1)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimizer.step()
            average.add(model)
            losses.append(loss.item())
            if step % 200 == 0:
                print(f'epoch {epoch} step {step}/{total} loss {numpy.mean(losses[-200:]):.4f} '
                      f'{time.time() - began:.0f} s', flush=True)
        torch.save({'model': model.state_dict(), 'optimizer': optimizer.state_dict(), 'average': average.weights,
                    'average_steps': average.steps, 'epoch': epoch + 1, 'step': step}, checkpoint)
        average.swap(model)
        print(f'epoch {epoch} loss {numpy.mean(losses):.4f}', *(f'\n  {n} {evaluate(model, c, a)}' for n, c, a in validate),
              flush=True)
        if epoch + 1 in args.keep:
            save(model, args, work_file(args, f'{args.name}.epoch-{epoch + 1}.pt'))
        average.swap(model)
    average.swap(model)
    model.bits = args.bits
    save(model, args, work_file(args, f'{args.name}.pt'))


def work_file(args, name):
    return Path(args.work) / name


def save(model, args, path):
    torch.save({'shape': asdict(model.shape), 'bits': args.bits, 'model': model.state_dict()}, path)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--command', default='build/release/sourcelight')
    ap.add_argument('--train', required=True, nargs=2, action='append', metavar=('ARTICLES', 'SHARE'),
                    help='annotated articles, and how often they are read in an epoch')
    ap.add_argument('--dev', required=True, action='append', help='annotated articles to measure on')
    ap.add_argument('--taught', nargs=3, action='append', default=[], metavar=('ARTICLES', 'LABELS', 'SHARE'),
                    help='articles, what teacher.py drew for them (.npy), and how often they are read')
    ap.add_argument('--leave-out', help='JSON list of ids of articles that are not to be learned from')
    ap.add_argument('--begin', help='a model of the same shape to go on from (.pt, or a weight file), with a schedule of its own')
    ap.add_argument('--vectors', help='folder of an encoder (teacher.py) whose words the table begins with')
    ap.add_argument('--like', nargs='*', help='with --vectors and --begin: articles of the language of that model, whose words '
                    'those of this language are likened to')
    ap.add_argument('--work', default='build/train', help='folder for caches and checkpoints')
    ap.add_argument('--name', default='labeller')
    ap.add_argument('--epochs', type=int, default=20)
    ap.add_argument('--tokens', type=int, default=4096, help='of a batch')
    ap.add_argument('--rate', type=float, default=2e-3)
    ap.add_argument('--warm-up', type=int, default=400, help='steps in which the rate rises')
    ap.add_argument('--decay', type=float, default=0.02)
    ap.add_argument('--seed', type=int, default=1)
    ap.add_argument('--bits', type=int, default=5)
    ap.add_argument('--round-epochs', type=int, default=3, help='last epochs, with rounded weights')
    ap.add_argument('--keep', type=int, nargs='*', default=[], metavar='EPOCH',
                    help='after these epochs, write NAME.epoch-EPOCH.pt too')
    ap.add_argument('--names', type=float, default=0.4, help='share of articles with names changed')
    ap.add_argument('--alone', type=float, default=0.1, help='share of sequences cut into paragraphs without what is before')
    ap.add_argument('--word-dropout', type=float, default=0.04)
    ap.add_argument('--drop', type=float, default=0.2)
    ap.add_argument('--hold-back', type=float, default=0.06)
    ap.add_argument('--shape', type=json.loads, default={}, help='JSON: fields of Shape that differ')
    args = ap.parse_args()
    torch.manual_seed(args.seed)
    work = Path(args.work)

    lessons, validate = [], []
    for path, share in args.train:
        gold = read_corpus(args.command, path, work)
        kept = held_back(path, gold.ids, args.hold_back, 1)
        lessons.append(Lesson(gold, numpy.flatnonzero(~kept), gold.labels[None], float(share), args.names, args.alone))
        validate.append((f'held back {Path(path).name.split(".")[0]}', gold, numpy.flatnonzero(kept)))
    for articles, labels, share in args.taught:
        corpus = read_corpus(args.command, articles, work)
        left_out = set(json.loads(Path(args.leave_out).read_text())) if args.leave_out else set()
        kept = held_back(articles, corpus.ids, 0, 1)
        used = [i for i, name in enumerate(corpus.ids) if name not in left_out and not kept[i]]
        drawn = numpy.load(labels)
        as_polnear_cuts(all_words(corpus), drawn)
        lessons.append(Lesson(corpus, used, drawn, float(share), args.names, args.alone))
    for path in args.dev:
        dev = read_corpus(args.command, path, work)
        validate.append((Path(path).name.split('.')[0], dev, range(len(dev.ids))))
    model = Labeller(Shape(**args.shape))
    model.drop = args.drop
    if args.begin:
        model.load_state_dict(load_state(args.begin)['model'])
    corpora = [lesson.corpus for lesson in lessons]
    if args.vectors and args.like:
        begin_with_likeness(model, corpora, [read_corpus(args.command, path, work) for path in args.like], args.vectors)
    elif args.vectors:
        begin_with_vectors(model, corpora, args.vectors)
    print(sum(p.numel() for p in model.parameters()), 'parameters;',
          sum(len(lesson.corpus.span) * lesson.share for lesson in lessons), 'tokens an epoch', flush=True)
    train(model, lessons, validate, args)
    for name, corpus, articles in validate:
        print('rounded:', name, evaluate(model, corpus, articles), flush=True)


if __name__ == '__main__':
    main()
