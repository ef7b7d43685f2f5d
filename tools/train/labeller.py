#!/usr/bin/env python3
"""Trains the labeller of core/src/model: sources, cues and contents, one label a token.

It learns from annotated articles and, if given, from what a teacher (teacher.py) says of articles
nobody annotated. A checkpoint is kept after every epoch; the same command goes on from there.
Prints F1 of exact spans on articles held back from training, and on --dev.
"""
import argparse
import json
import time
from dataclasses import asdict
from pathlib import Path

import numpy
import torch
from torch import nn

from labeller_data import PROPER_NOUN, UNKNOWN, held_back, read_corpus
from labeller_model import Labeller, Shape
from labeller_score import LabelScore

LONGEST = 400  # tokens of a sequence in training


def pieces_of(corpus, articles):
    """[(first token, end)] of the paragraphs of these articles, long ones cut"""
    out = []
    for article in articles:
        for p in range(corpus.articles[article], corpus.articles[article + 1]):
            first, last = corpus.paragraphs[p : p + 2]
            out += [(int(b), int(min(b + LONGEST, last))) for b in range(first, last, LONGEST)]
    return out


def batches_of(pieces, tokens, random=None):
    """groups of pieces of like length, each of at most so many tokens with padding"""
    noise = random.integers(12, size=len(pieces)) if random is not None else [0] * len(pieces)
    order = sorted(range(len(pieces)), key=lambda i: pieces[i][1] - pieces[i][0] + noise[i])
    groups, group, longest = [], [], 0
    for i in order:
        size = pieces[i][1] - pieces[i][0]
        if group and (len(group) + 1) * max(longest, size) > tokens:
            groups.append(group)
            group, longest = [], 0
        group.append(pieces[i])
        longest = max(longest, size)
    groups.append(group)
    if random is not None:
        random.shuffle(groups)
    return groups


def tensors_of(arrays, group):
    """flat arrays (hashes, small, labels) -> padded tensors and lengths"""
    first = numpy.array([b for b, _ in group])
    lengths = numpy.array([e - b for b, e in group])
    index = first[:, None] + numpy.arange(lengths.max())[None, :]
    index = numpy.minimum(index, (first + lengths - 1)[:, None])
    return [torch.from_numpy(a[index]) for a in arrays] + [torch.from_numpy(lengths)]


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
    arrays = (corpus.hashes, corpus.small)
    for group in batches_of(pieces_of(corpus, articles), 16384):
        hashes, small, lengths = tensors_of(arrays, group)
        paths = model.crf.best(model(hashes, small, lengths), lengths)
        for (begin, end), path in zip(group, paths):
            score.add(corpus.labels[begin:end].tolist(), path)
    return score


class Lesson:
    """a corpus with its label sequences: gold, or some drawn by a teacher"""

    def __init__(self, corpus, articles, labels, share, names):
        self.corpus, self.labels, self.share = corpus, labels, share
        self.pieces = pieces_of(corpus, articles)
        self.names = Names(corpus, names)

    def batches(self, tokens, random):
        pieces = self.pieces
        if self.share < 1:
            chosen = random.permutation(len(pieces))[: int(self.share * len(pieces))]
            pieces = [pieces[i] for i in chosen]
        row = random.integers(len(self.labels), size=len(self.corpus.span)) if len(self.labels) > 1 else None
        labels = self.labels[0]
        if row is not None:  # one row for a paragraph, another one for the next
            first = self.corpus.paragraphs[:-1]
            rows = numpy.repeat(row[first], numpy.diff(self.corpus.paragraphs))
            labels = self.labels[rows, numpy.arange(len(rows))]
        labels = labels.astype(numpy.int64)
        # A piece is read by itself, so what runs into it begins with it.
        begins = numpy.array([b for b, _ in pieces])
        inside = (labels[begins] > 0) & (labels[begins] % 2 == 0)
        labels[begins[inside]] -= 1
        arrays = (self.names.changed(random), self.corpus.small, labels)
        return [(arrays, group) for group in batches_of(pieces, tokens, random)]


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
            rate = args.rate * min(step / 400, max(0.02, (1 - step / total)))
            for g in optimizer.param_groups:
                g['lr'] = rate
            hashes, small, labels, lengths = tensors_of(arrays, group)
            lost = torch.rand(hashes.shape[:2]) < args.word_dropout
            hashes[..., 0] = torch.where(lost, 0, hashes[..., 0])
            unaided = torch.rand(hashes.shape[0], 1) < args.hint_dropout
            small[..., 4] = torch.where(unaided, 0, small[..., 4])
            loss = model.crf.loss(model(hashes, small, lengths), labels, lengths).sum() / lengths.sum()
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
        print(f'epoch {epoch} loss {numpy.mean(losses):.4f}', *(f'{n} {evaluate(model, c, a)}' for n, c, a in validate),
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
    ap.add_argument('--train', required=True, help='annotated articles')
    ap.add_argument('--dev', required=True, help='annotated articles to measure on')
    ap.add_argument('--taught', nargs=2, action='append', default=[], metavar=('ARTICLES', 'LABELS'),
                    help='articles and what teacher.py drew for them (.npy)')
    ap.add_argument('--work', default='build/train', help='folder for caches and checkpoints')
    ap.add_argument('--name', default='labeller')
    ap.add_argument('--epochs', type=int, default=20)
    ap.add_argument('--tokens', type=int, default=4096, help='of a batch')
    ap.add_argument('--rate', type=float, default=2e-3)
    ap.add_argument('--decay', type=float, default=0.02)
    ap.add_argument('--seed', type=int, default=1)
    ap.add_argument('--bits', type=int, default=5)
    ap.add_argument('--round-epochs', type=int, default=3, help='last epochs, with rounded weights')
    ap.add_argument('--keep', type=int, nargs='*', default=[], metavar='EPOCH',
                    help='after these epochs, write NAME.epoch-EPOCH.pt too')
    ap.add_argument('--taught-share', type=float, default=0.5, help='of the taught articles in an epoch')
    ap.add_argument('--names', type=float, default=0.4, help='share of articles with names changed')
    ap.add_argument('--word-dropout', type=float, default=0.04)
    ap.add_argument('--hint-dropout', type=float, default=0.1)
    ap.add_argument('--drop', type=float, default=0.2)
    ap.add_argument('--hold-back', type=float, default=0.06)
    ap.add_argument('--shape', type=json.loads, default={}, help='JSON: fields of Shape that differ')
    args = ap.parse_args()
    torch.manual_seed(args.seed)
    work = Path(args.work)

    gold = read_corpus(args.command, args.train, work)
    dev = read_corpus(args.command, args.dev, work)
    kept = held_back(gold.ids, args.hold_back, 1)
    own, val = numpy.flatnonzero(~kept), numpy.flatnonzero(kept)
    lessons = [Lesson(gold, own, gold.labels[None], 1.0, args.names)]
    for articles, labels in args.taught:
        corpus = read_corpus(args.command, articles, work)
        lessons.append(Lesson(corpus, range(len(corpus.ids)), numpy.load(labels) % UNKNOWN, args.taught_share,
                              args.names))
    model = Labeller(Shape(**args.shape))
    model.drop = args.drop
    print(sum(p.numel() for p in model.parameters()), 'parameters;',
          sum(len(lesson.pieces) for lesson in lessons), 'paragraphs', flush=True)
    train(model, lessons, [('held back', gold, val), ('dev', dev, range(len(dev.ids)))], args)
    print('rounded:', 'held back', evaluate(model, gold, val), 'dev', evaluate(model, dev, range(len(dev.ids))))


if __name__ == '__main__':
    main()
