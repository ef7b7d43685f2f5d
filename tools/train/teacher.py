#!/usr/bin/env python3
"""Fine-tunes a pretrained encoder (BERT's kind: MiniLM, bge-small, multilingual-e5-small by
encoder_unpack.py) to label what the labeller does (tasks.py).

It is far too large for a web page; the labeller learns from what it says of unlabelled news
(labeller.py, --taught). See --help.
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

from crf import Crfs
from labeller_data import PROPER_NOUN, SMALL_LIMITS, held_back, read_corpus
from labeller_score import LabelScore
from rounding import rounded, steps_of
from tasks import TASKS, UNKNOWN

PACKED = 128  # word pieces of the paragraphs that are packed into a sequence
BEFORE = 44  # word pieces of what stands before them
MOST_PIECES = 8  # of one token
# Half the time where the processor multiplies such numbers, and twenty times as long where it does not.
BFLOAT16 = torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported()


class Rounded(nn.Linear):
    """a layer whose weights are used as the file holds them (encoder_file.py): whole multiples, -8 to 7,
    of a step that 32 neighbours share. Gradients pass the rounding as if it were not there (Bengio et
    al. 2013)."""

    def choose_steps(self):
        self.steps = steps_of(self.weight.detach())

    def forward(self, x):
        weight = self.weight
        if self.steps is not None:
            weight = weight + (rounded(weight, self.steps) - weight).detach()
        return functional.linear(x, weight, self.bias)

    steps = None


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
                'qkv': Rounded(size, 3 * size), 'out': Rounded(size, size),
                'norm1': nn.LayerNorm(size, eps=config['layer_norm_eps']),
                'up': Rounded(size, inner), 'down': Rounded(inner, size),
                'norm2': nn.LayerNorm(size, eps=config['layer_norm_eps']),
            })
            self.layers.append(layer)
        self.load(weights)
        self.words.weight.requires_grad = False
        self.places.weight.requires_grad = False

    def choose_steps(self):
        for layer in self.layers:
            for part in ('qkv', 'out', 'up', 'down'):
                layer[part].choose_steps()

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
        # Dropout here only: in every layer it costs a fifth of the time.
        x = functional.dropout(x, drop, self.training)
        mask = mask[:, None, None, :]
        for layer in self.layers:
            qkv = layer['qkv'](x).view(batch, size, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
            # By hand: half the time of torch's own on a CPU.
            scores = (qkv[0] * qkv.shape[-1] ** -0.5) @ qkv[1].transpose(-1, -2)
            y = scores.masked_fill(~mask, -1e4).softmax(-1) @ qkv[2]
            y = layer['out'](y.transpose(1, 2).reshape(batch, size, -1))
            x = layer['norm1'](x + y)
            x = layer['norm2'](x + layer['down'](functional.gelu(layer['up'](x), approximate='tanh')))
        return x


class Teacher(nn.Module):
    def __init__(self, folder, hidden=160):
        super().__init__()
        config = json.loads((Path(folder) / 'config.json').read_text())
        self.encoder = Encoder(config, load_file(str(Path(folder) / 'model.safetensors')))
        sizes = (12, 12, 8, 8, 4)
        self.small = nn.ModuleList(nn.Embedding(limit, size) for limit, size in zip(SMALL_LIMITS, sizes))
        self.enter = nn.Linear(config['hidden_size'] + sum(sizes), 2 * hidden)
        self.crf = Crfs()
        self.leave = nn.Linear(2 * hidden, sum(self.crf.sizes))

    def forward(self, batch):
        with torch.autocast('cpu', dtype=torch.bfloat16, enabled=BFLOAT16):
            hidden = self.encoder(batch['pieces'], batch['mask'], 0.1)
        hidden = hidden.float().gather(1, batch['first'][:, :, None].expand(-1, -1, hidden.shape[2]))
        x = torch.cat([hidden, *(e(batch['small'][:, :, i]) for i, e in enumerate(self.small))], 2)
        x = functional.gelu(self.enter(functional.dropout(x, 0.2, self.training)), approximate='tanh')
        return self.leave(functional.dropout(x, 0.2, self.training))


class Pieces:
    """word pieces of tokens, each cut once"""

    def __init__(self, folder):
        self.tokenizer = Tokenizer.from_file(str(Path(folder) / 'tokenizer.json'))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.known = {}
        bert = self.tokenizer.token_to_id('[CLS]') is not None
        names = ('[CLS]', '[SEP]', '[UNK]') if bert else ('<s>', '</s>', '<unk>')
        self.cls, self.sep, self.unknown = map(self.tokenizer.token_to_id, names)
        self.spaces = not bert  # pieces tell whether a space stands before them

    def of(self, words, text=' ', spans=None):
        """of the words that stand there in the text, or of others in their places; of words by themselves"""
        if self.spaces:
            places = spans if spans is not None else [(0, 0)] * len(words)
            words = [w if b > 0 and not text[b - 1].isspace() else ' ' + w for w, (b, _) in zip(words, places)]
        new = [w for w in dict.fromkeys(words) if w not in self.known]
        for word, found in zip(new, self.tokenizer.encode_batch(new, add_special_tokens=False)):
            self.known[word] = (found.ids or [self.unknown])[:MOST_PIECES]
        return [self.known[w] for w in words]


def sequences_of(corpus, pieces, articles):
    """[(article, first token, first own token, end)]: runs of paragraphs of one article that fit one
    sequence, and what fits of the text before them"""
    out = []
    for article in articles:
        base, end = corpus.paragraphs[corpus.articles[article : article + 2]]
        cut = pieces.of(corpus.words(article), corpus.texts[article], corpus.span[base:end])
        sizes = numpy.array([len(p) for p in cut])
        if base == end:
            continue
        starts = corpus.paragraphs[corpus.articles[article] : corpus.articles[article + 1]]
        sizes[starts[starts < end] - base] += 1  # a mark stands between paragraphs
        reach = numpy.concatenate([[0], numpy.cumsum(sizes)])
        begin = base
        while begin < end:
            # the last paragraph's end within reach, or as much of a long one as fits
            fits = int(numpy.searchsorted(reach, reach[begin - base] + PACKED, side='right')) - 1 + base
            ends = [*starts[(starts > begin) & (starts <= fits)], *([end] if fits >= end else [])]
            stop = max(ends) if ends else min(max(fits, begin + 1), end)
            first = int(numpy.searchsorted(reach, reach[begin - base] - BEFORE, side='left')) + base
            out.append((int(article), int(first), int(begin), int(stop)))
            begin = stop
    return out


def make_batch(corpus, pieces, sequences, starts, rename=None):
    """rename(article, words, tags) gives the words with names changed; starts: set of the first tokens
    of paragraphs"""
    rows = []
    for article, begin, _, end in sequences:
        text = corpus.texts[article]
        words = [text[b:e] for b, e in corpus.span[begin:end]]
        if rename:
            words = rename(article, words, corpus.small[begin:end, 1])
        ids, first = [pieces.cls], []
        for i, piece in enumerate(pieces.of(words, text, corpus.span[begin:end])):
            if i and begin + i in starts:
                ids.append(pieces.sep)
            first.append(len(ids))
            ids += piece
        rows.append((ids[:510] + [pieces.sep], [min(f, 509) for f in first]))
    size = max(len(ids) for ids, _ in rows)
    time_ = max(len(first) for _, first in rows)
    batch = {
        'pieces': torch.zeros(len(rows), size, dtype=torch.int64),
        'mask': torch.zeros(len(rows), size, dtype=torch.bool),
        'first': torch.zeros(len(rows), time_, dtype=torch.int64),
        'small': torch.zeros(len(rows), time_, len(SMALL_LIMITS), dtype=torch.int64),
        'labels': torch.full((len(rows), time_, len(TASKS)), UNKNOWN, dtype=torch.int64),
        'lengths': torch.tensor([len(first) for _, first in rows]),
    }
    for i, ((ids, first), (_, begin, _, end)) in enumerate(zip(rows, sequences)):
        batch['pieces'][i, : len(ids)] = torch.tensor(ids)
        batch['mask'][i, : len(ids)] = True
        batch['first'][i, : len(first)] = torch.tensor(first)
        batch['small'][i, : end - begin] = torch.from_numpy(corpus.small[begin:end])
        labels = corpus.labels[begin:end].copy()
        for t, task in enumerate(TASKS):  # what the sequence cuts begins with it
            if task.spans and labels[0, t] > 0 and labels[0, t] % 2 == 0:
                labels[0, t] -= 1
        batch['labels'][i, : end - begin] = torch.from_numpy(labels)
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
    order = sorted(range(len(sequences)), key=lambda i: sequences[i][3] - sequences[i][1] + (
        generator.integers(24) if generator is not None else 0))
    groups = [[sequences[j] for j in order[i : i + size]] for i in range(0, len(order), size)]
    if generator is not None:
        generator.shuffle(groups)
    return groups


@torch.no_grad()
def evaluate(model, corpus, pieces, articles):
    model.eval()
    found = numpy.zeros_like(corpus.labels)
    starts = set(corpus.paragraphs.tolist())
    for group in batches_by_size(sequences_of(corpus, pieces, articles), 48):
        batch = make_batch(corpus, pieces, group, starts)
        paths = model.crf.best(model(batch), batch['lengths']).numpy()
        for (_, first, begin, end), path in zip(group, paths):
            found[begin:end] = path[begin - first : end - first]
    score = LabelScore()
    for article in articles:
        first, last = corpus.paragraphs[corpus.articles[article : article + 2]]
        score.add(corpus.labels[first:last], found[first:last],
                  [(b - first, e - first, s) for b, e, s in corpus.sentences[article]])
    return score


@torch.no_grad()
def annotate(model, corpus, pieces, count, seed, path):
    """writes int8 [count, tokens, tasks]: label sequences drawn from what the teacher believes; row 0 is
    the best one"""
    model.eval()
    out = numpy.zeros((count + 1, *corpus.labels.shape), dtype=numpy.int8)
    sequences = sequences_of(corpus, pieces, range(len(corpus.ids)))
    starts = set(corpus.paragraphs.tolist())
    generator = torch.Generator().manual_seed(seed)
    began = time.time()
    for i, group in enumerate(batches_by_size(sequences, 48)):
        batch = make_batch(corpus, pieces, group, starts)
        emissions = model(batch)
        best = model.crf.best(emissions, batch['lengths']).numpy()
        drawn = model.crf.sample(emissions, batch['lengths'], count, generator).numpy()
        for j, (_, first, begin, end) in enumerate(group):
            out[0, begin:end] = best[j, begin - first : end - first]
            out[1:, begin:end] = drawn[:, j, begin - first : end - first]
        if i % 50 == 0:
            print(f'annotate {i * 48}/{len(sequences)} {time.time() - began:.0f} s', flush=True)
    numpy.save(path, out)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--encoder', required=True, help='folder with config.json, model.safetensors, tokenizer.json')
    ap.add_argument('--command', default='build/release/sourcelight')
    ap.add_argument('--train', required=True, nargs=2, action='append', metavar=('ARTICLES', 'SHARE'),
                    help='annotated articles, and how often they are read in an epoch')
    ap.add_argument('--dev', required=True, action='append', help='annotated articles to measure on')
    ap.add_argument('--unlabelled', nargs='*', default=[], help='corpora to annotate once trained')
    ap.add_argument('--work', default='build/train', help='folder for caches, checkpoint and annotations')
    ap.add_argument('--begin', help='a teacher to go on from, with a schedule of its own')
    ap.add_argument('--round', action='store_true', help='learn with weights as the file of the encoder holds them')
    ap.add_argument('--name', default='teacher')
    ap.add_argument('--epochs', type=int, default=4)
    ap.add_argument('--batch', type=int, default=24)
    ap.add_argument('--rate', type=float, default=2e-4)
    ap.add_argument('--seed', type=int, default=1)
    ap.add_argument('--samples', type=int, default=4)
    ap.add_argument('--hold-back', type=float, default=0.06)
    args = ap.parse_args()
    torch.manual_seed(args.seed)
    random = numpy.random.default_rng(args.seed)
    work = Path(args.work)

    pieces = Pieces(args.encoder)
    lessons, validate = [], []
    for path, share in args.train:
        corpus = read_corpus(args.command, path, work)
        kept = held_back(path, corpus.ids, args.hold_back, 1)
        lessons.append((corpus, sequences_of(corpus, pieces, numpy.flatnonzero(~kept)), float(share),
                        set(corpus.paragraphs.tolist()), Renamer(corpus, random, 0.35)))
        validate.append((f'held back {Path(path).name.split(".")[0]}', corpus, numpy.flatnonzero(kept)))
    for path in args.dev:
        dev = read_corpus(args.command, path, work)
        validate.append((Path(path).name.split('.')[0], dev, range(len(dev.ids))))

    model = Teacher(args.encoder)
    if args.begin:
        model.load_state_dict(torch.load(args.begin, weights_only=True)['model'])
    if args.round:
        words = model.encoder.words.weight.data
        words.copy_(rounded(words, steps_of(words)))
    checkpoint = work / f'{args.name}.pt'
    encoder = [p for p in model.encoder.parameters() if p.requires_grad]
    taken = {id(p) for p in model.encoder.parameters()}
    head = [p for p in model.parameters() if id(p) not in taken]
    optimizer = torch.optim.AdamW([
        {'params': encoder, 'lr': args.rate, 'base': args.rate},
        {'params': head, 'lr': 1e-3, 'base': 1e-3}], weight_decay=0.01, fused=True)
    step, first_epoch, total = 0, 0, None
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
        if args.round:
            model.encoder.choose_steps()
        groups = []
        for corpus, own, share, starts, rename in lessons:
            rename.new_epoch()
            chosen = [own[i] for _ in range(math.ceil(share)) for i in random.permutation(len(own))]
            chosen = chosen[: int(share * len(own))]
            groups += [(corpus, group, starts, rename) for group in batches_by_size(chosen, args.batch, random)]
        groups = [groups[i] for i in random.permutation(len(groups))]
        total = total or step + (args.epochs - epoch) * len(groups)
        losses = []
        for corpus, group, starts, rename in groups:
            step += 1
            share = min(step / (0.08 * total), (total - step) / (0.92 * total) + 1e-3)
            for g in optimizer.param_groups:
                g['lr'] = g['base'] * share
            batch = make_batch(corpus, pieces, group, starts, rename)
            loss = model.crf.loss(model(batch), batch['labels'], batch['lengths']).sum() / batch['lengths'].sum()
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            losses.append(loss.item())
            if step % 25 == 0:
                print(f'epoch {epoch} step {step}/{total} loss {numpy.mean(losses[-25:]):.4f} '
                      f'{time.time() - began:.0f} s', flush=True)
            if step % 100 == 0:  # to be looked at, or gone on from by --begin
                torch.save({'model': model.state_dict()}, work / f'{args.name}.step.pt')
        torch.save({'model': model.state_dict(), 'optimizer': optimizer.state_dict(), 'epoch': epoch + 1, 'step': step},
                   checkpoint)
        for name, corpus, articles in validate:
            print(f'epoch {epoch} {name}:', evaluate(model, corpus, pieces, articles), flush=True)
    for path in args.unlabelled:
        corpus = read_corpus(args.command, path, work)
        name = Path(path).name.split('.')[0]
        annotate(model, corpus, pieces, args.samples, args.seed, work / f'{args.name}-{name}.npy')


if __name__ == '__main__':
    main()
