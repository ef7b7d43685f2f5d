#!/usr/bin/env python3
"""Fine-tunes a pretrained encoder (MiniLM, 22 M parameters: Wang et al. 2020) to label attributions.

It is far too large for a web page; the labeller learns from what it says of unlabelled news
(labeller.py, --teacher). See --help.
"""
import argparse
import json
import math
import time
from pathlib import Path

import numpy
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional

from crf import Crf
from labeller_data import LABELS, PROPER_NOUN, SMALL_LIMITS, UNKNOWN, held_back, read_corpus
from labeller_score import LabelScore

CLS, SEP, UNK = 101, 102, 100
LONGEST = 480  # word pieces of a sequence
PACKED = 192  # paragraphs are packed into a sequence up to here
MOST_PIECES = 8  # of one token


class Encoder(nn.Module):
    """BERT (Devlin et al. 2019) as far as it is needed here"""

    def __init__(self, config, weights):
        super().__init__()
        self.heads = config['num_attention_heads']
        size, inner = config['hidden_size'], config['intermediate_size']
        self.words = nn.Embedding(config['vocab_size'], size)
        self.places = nn.Embedding(config['max_position_embeddings'], size)
        self.norm = nn.LayerNorm(size, eps=config['layer_norm_eps'])
        self.layers = nn.ModuleList()
        for _ in range(config['num_hidden_layers']):
            layer = nn.ModuleDict({
                'qkv': nn.Linear(size, 3 * size), 'out': nn.Linear(size, size),
                'norm1': nn.LayerNorm(size, eps=config['layer_norm_eps']),
                'up': nn.Linear(size, inner), 'down': nn.Linear(inner, size),
                'norm2': nn.LayerNorm(size, eps=config['layer_norm_eps']),
            })
            self.layers.append(layer)
        self.load(weights)
        self.words.weight.requires_grad = False
        self.places.weight.requires_grad = False

    def load(self, w):
        def put(module, name):
            module.weight.data = w[name + '.weight'].clone()
            module.bias.data = w[name + '.bias'].clone()

        e = 'embeddings.'
        self.words.weight.data = w[e + 'word_embeddings.weight'].clone()
        self.places.weight.data = w[e + 'position_embeddings.weight'] + w[e + 'token_type_embeddings.weight'][0]
        put(self.norm, e + 'LayerNorm')
        for i, layer in enumerate(self.layers):
            n = f'encoder.layer.{i}.'
            qkv = [n + 'attention.self.' + x for x in ('query', 'key', 'value')]
            layer['qkv'].weight.data = torch.cat([w[x + '.weight'] for x in qkv])
            layer['qkv'].bias.data = torch.cat([w[x + '.bias'] for x in qkv])
            put(layer['out'], n + 'attention.output.dense')
            put(layer['norm1'], n + 'attention.output.LayerNorm')
            put(layer['up'], n + 'intermediate.dense')
            put(layer['down'], n + 'output.dense')
            put(layer['norm2'], n + 'output.LayerNorm')

    def forward(self, pieces, mask, drop):
        batch, size = pieces.shape
        x = self.norm(self.words(pieces) + self.places.weight[:size])
        x = functional.dropout(x, drop, self.training)
        mask = mask[:, None, None, :]
        for layer in self.layers:
            qkv = layer['qkv'](x).view(batch, size, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
            # By hand: half the time of torch's own on a CPU.
            scores = (qkv[0] @ qkv[1].transpose(-1, -2)) * qkv.shape[-1] ** -0.5
            y = scores.masked_fill(~mask, -1e4).softmax(-1) @ qkv[2]
            y = layer['out'](y.transpose(1, 2).reshape(batch, size, -1))
            x = layer['norm1'](x + functional.dropout(y, drop, self.training))
            y = layer['down'](functional.gelu(layer['up'](x)))
            x = layer['norm2'](x + functional.dropout(y, drop, self.training))
        return x


class Teacher(nn.Module):
    def __init__(self, folder, hidden=160):
        super().__init__()
        config = json.loads((Path(folder) / 'config.json').read_text())
        self.encoder = Encoder(config, load_file(str(Path(folder) / 'model.safetensors')))
        sizes = (12, 12, 8, 8, 16, 4)
        self.small = nn.ModuleList(nn.Embedding(limit, size) for limit, size in zip(SMALL_LIMITS, sizes))
        self.enter = nn.Linear(config['hidden_size'] + sum(sizes), 2 * hidden)
        self.rnn = nn.GRU(2 * hidden, hidden, batch_first=True, bidirectional=True)
        self.leave = nn.Linear(2 * hidden, len(LABELS))
        self.crf = Crf(len(LABELS))

    def forward(self, batch):
        with torch.autocast('cpu', dtype=torch.bfloat16):
            hidden = self.encoder(batch['pieces'], batch['mask'], 0.1)
        hidden = hidden.float().gather(1, batch['first'][:, :, None].expand(-1, -1, hidden.shape[2]))
        x = torch.cat([hidden, *(e(batch['small'][:, :, i]) for i, e in enumerate(self.small))], 2)
        x = functional.gelu(self.enter(functional.dropout(x, 0.2, self.training)))
        y, _ = self.rnn(functional.dropout(x, 0.1, self.training))
        return self.leave(functional.dropout(x + y, 0.2, self.training))


class Pieces:
    """word pieces of tokens, each cut once"""

    def __init__(self, folder):
        self.tokenizer = Tokenizer.from_file(str(Path(folder) / 'tokenizer.json'))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.known = {}

    def of(self, words):
        new = [w for w in dict.fromkeys(words) if w not in self.known]
        for word, found in zip(new, self.tokenizer.encode_batch(new, add_special_tokens=False)):
            self.known[word] = (found.ids or [UNK])[:MOST_PIECES]
        return [self.known[w] for w in words]


def sequences_of(corpus, pieces):
    """[(article, first token, end)]: runs of paragraphs of one article that fit one sequence"""
    out = []
    for article in range(len(corpus.ids)):
        sizes = [len(p) for p in pieces.of(corpus.words(article))]
        base = corpus.paragraphs[corpus.articles[article]]
        begin, used = None, 0
        for p in range(corpus.articles[article], corpus.articles[article + 1]):
            first, last = corpus.paragraphs[p : p + 2]
            size = sum(sizes[first - base : last - base]) + 1
            if begin is not None and used + size > PACKED:
                out.append((article, begin, first))
                begin = None
            if begin is None:
                begin, used = first, 0
            used += size
            while used > LONGEST:  # a paragraph too long is cut
                cut, total = begin, 0
                while total + sizes[cut - base] < LONGEST - 2:
                    total += sizes[cut - base]
                    cut += 1
                out.append((article, begin, cut))
                begin, used = cut, used - total
        if begin is not None and begin < corpus.paragraphs[corpus.articles[article + 1]]:
            out.append((article, begin, corpus.paragraphs[corpus.articles[article + 1]]))
    return [(int(a), int(b), int(e)) for a, b, e in out]


def make_batch(corpus, pieces, sequences, rename=None):
    """rename(article, words, tags) gives the words with names changed"""
    starts = set(corpus.paragraphs.tolist())
    rows = []
    for article, begin, end in sequences:
        text = corpus.texts[article]
        words = [text[b:e] for b, e in corpus.span[begin:end]]
        if rename:
            words = rename(article, words, corpus.small[begin:end, 1])
        ids, first = [CLS], []
        for i, piece in enumerate(pieces.of(words)):
            if i and begin + i in starts:
                ids.append(SEP)
            first.append(len(ids))
            ids += piece
        rows.append((ids + [SEP], first))
    size = max(len(ids) for ids, _ in rows)
    time_ = max(len(first) for _, first in rows)
    batch = {
        'pieces': torch.zeros(len(rows), size, dtype=torch.int64),
        'mask': torch.zeros(len(rows), size, dtype=torch.bool),
        'first': torch.zeros(len(rows), time_, dtype=torch.int64),
        'small': torch.zeros(len(rows), time_, len(SMALL_LIMITS), dtype=torch.int64),
        'labels': torch.zeros(len(rows), time_, dtype=torch.int64),
        'lengths': torch.tensor([len(first) for _, first in rows]),
    }
    for i, ((ids, first), (_, begin, end)) in enumerate(zip(rows, sequences)):
        batch['pieces'][i, : len(ids)] = torch.tensor(ids)
        batch['mask'][i, : len(ids)] = True
        batch['first'][i, : len(first)] = torch.tensor(first)
        batch['small'][i, : end - begin] = torch.from_numpy(corpus.small[begin:end])
        batch['labels'][i, : end - begin] = torch.from_numpy(corpus.labels[begin:end] % UNKNOWN)
    return batch


class Renamer:
    """gives the names of an article other names of the corpus, the same word the same name"""

    def __init__(self, corpus, generator, share):
        self.random, self.share = generator, share
        self.pool = []
        for article in range(len(corpus.ids)):
            words = corpus.words(article)
            base = corpus.paragraphs[corpus.articles[article]]
            self.pool += [w for i, w in enumerate(words)
                          if corpus.small[base + i, 1] == PROPER_NOUN and w[:1].isupper() and w.isalpha()]
        self.maps = {}

    def new_epoch(self):
        self.maps = {}

    def __call__(self, article, words, tags):
        if article not in self.maps:
            self.maps[article] = {} if self.random.random() < self.share else None
        names = self.maps[article]
        if names is None:
            return words
        out = []
        for word, tag in zip(words, tags):
            if tag == PROPER_NOUN and word[:1].isupper():
                if word not in names:
                    names[word] = self.pool[self.random.integers(len(self.pool))]
                word = names[word]
            out.append(word)
        return out


def batches_by_size(sequences, size, generator=None):
    order = sorted(range(len(sequences)), key=lambda i: sequences[i][2] - sequences[i][1] + (
        generator.integers(24) if generator is not None else 0))
    groups = [[sequences[j] for j in order[i : i + size]] for i in range(0, len(order), size)]
    if generator is not None:
        generator.shuffle(groups)
    return groups


@torch.no_grad()
def evaluate(model, corpus, pieces, sequences):
    model.eval()
    score = LabelScore()
    for group in batches_by_size(sequences, 32):
        batch = make_batch(corpus, pieces, group)
        paths = model.crf.best(model(batch), batch['lengths'])
        for (_, begin, end), path in zip(group, paths):
            score.add(corpus.labels[begin:end].tolist(), path)
    return score


@torch.no_grad()
def annotate(model, corpus, pieces, count, seed, path):
    """writes int8 [count, tokens]: label sequences drawn from what the teacher believes; row 0 is
    the best one"""
    model.eval()
    out = numpy.zeros((count + 1, len(corpus.labels)), dtype=numpy.int8)
    sequences = sequences_of(corpus, pieces)
    generator = torch.Generator().manual_seed(seed)
    began = time.time()
    for i, group in enumerate(batches_by_size(sequences, 32)):
        batch = make_batch(corpus, pieces, group)
        emissions = model(batch)
        best = model.crf.best(emissions, batch['lengths'])
        drawn = model.crf.sample(emissions, batch['lengths'], count, generator).numpy()
        for j, (_, begin, end) in enumerate(group):
            out[0, begin:end] = best[j]
            out[1:, begin:end] = drawn[:, j, : end - begin]
        if i % 50 == 0:
            print(f'annotate {i * 32}/{len(sequences)} {time.time() - began:.0f} s', flush=True)
    numpy.save(path, out)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--encoder', required=True, help='folder with config.json, model.safetensors, tokenizer.json')
    ap.add_argument('--command', default='build/release/sourcelight')
    ap.add_argument('--train', required=True)
    ap.add_argument('--dev', required=True)
    ap.add_argument('--unlabelled', nargs='*', default=[], help='corpora to annotate once trained')
    ap.add_argument('--work', default='build/train', help='folder for caches, checkpoint and annotations')
    ap.add_argument('--epochs', type=int, default=4)
    ap.add_argument('--batch', type=int, default=16)
    ap.add_argument('--rate', type=float, default=2e-4)
    ap.add_argument('--seed', type=int, default=1)
    ap.add_argument('--samples', type=int, default=4)
    ap.add_argument('--hold-back', type=float, default=0.06)
    args = ap.parse_args()
    torch.manual_seed(args.seed)
    random = numpy.random.default_rng(args.seed)
    work = Path(args.work)

    train = read_corpus(args.command, args.train, work)
    dev = read_corpus(args.command, args.dev, work)
    pieces = Pieces(args.encoder)
    kept = held_back(train.ids, args.hold_back, 1)
    every = sequences_of(train, pieces)
    own = [s for s in every if not kept[s[0]]]
    val = [s for s in every if kept[s[0]]]
    dev_sequences = sequences_of(dev, pieces)
    rename = Renamer(train, random, 0.35)
    print(f'{len(own)} sequences to learn from, {len(val)} held back', flush=True)

    model = Teacher(args.encoder)
    checkpoint = work / 'teacher.pt'
    encoder = [p for p in model.encoder.parameters() if p.requires_grad]
    taken = {id(p) for p in model.encoder.parameters()}
    head = [p for p in model.parameters() if id(p) not in taken]
    optimizer = torch.optim.AdamW([
        {'params': encoder, 'lr': args.rate, 'base': args.rate},
        {'params': head, 'lr': 1e-3, 'base': 1e-3}], weight_decay=0.01)
    groups_an_epoch = math.ceil(len(own) / args.batch)
    total, step, first_epoch = args.epochs * groups_an_epoch, 0, 0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(state['model'])
        first_epoch, step = state['epoch'], state['step']
        if 'optimizer' in state:
            optimizer.load_state_dict(state['optimizer'])
        print(f'going on after epoch {first_epoch}', flush=True)
    began = time.time()
    for epoch in range(first_epoch, args.epochs):
        model.train()
        rename.new_epoch()
        losses = []
        for group in batches_by_size(own, args.batch, random):
            step += 1
            share = min(step / (0.08 * total), (total - step) / (0.92 * total) + 1e-3)
            for g in optimizer.param_groups:
                g['lr'] = g['base'] * share
            batch = make_batch(train, pieces, group, rename)
            loss = model.crf.loss(model(batch), batch['labels'], batch['lengths']).sum() / batch['lengths'].sum()
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            losses.append(loss.item())
            if step % 25 == 0:
                print(f'epoch {epoch} step {step}/{total} loss {numpy.mean(losses[-25:]):.4f} {time.time() - began:.0f} s', flush=True)
        torch.save({'model': model.state_dict(), 'optimizer': optimizer.state_dict(), 'epoch': epoch + 1, 'step': step}, checkpoint)
        print(f'epoch {epoch} held back:', evaluate(model, train, pieces, val), flush=True)
    print('dev:', evaluate(model, dev, pieces, dev_sequences), flush=True)
    for path in args.unlabelled:
        corpus = read_corpus(args.command, path, work)
        name = Path(path).name.split('.')[0]
        annotate(model, corpus, pieces, args.samples, args.seed, work / f'teacher-{name}.npy')


if __name__ == '__main__':
    main()
