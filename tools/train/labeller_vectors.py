"""Begins the labeller's table of words with what an encoder knows of them: its vectors of word pieces,
cut to the table's columns by principal components (Jolliffe 2002), spread over each word's two rows.
Words that are rare in training then stand beside their like from the first step on.

A labeller of one language begins that of another: with an encoder of both, each word gets the rows of those
of the first language that the encoder holds to be most like it. So the layers, which learned from far more
articles, are told of "sagte" what they know of "said".
"""
import json
from collections import Counter
from pathlib import Path

import numpy
import torch
from safetensors.torch import load_file

from labeller_model import SALTS, row_of
from teacher import Encoder, Pieces

STEPS = 400
LIKE = 8  # words of the other language that a word is like
SHARP = 0.04  # the less, the more the most like one counts


def known_words(corpora):
    """{hash: (word in lower case, how often)}"""
    counts, words = Counter(), {}
    for corpus in corpora:
        for article in range(len(corpus.ids)):
            first, last = corpus.paragraphs[corpus.articles[article : article + 2]]
            for word, key in zip(corpus.words(article), corpus.hashes[first:last, 0].tolist()):
                counts[key] += 1
                words.setdefault(key, word.lower())
    return {key: (words[key], n) for key, n in counts.items()}


def begin_with_vectors(model, corpora, folder):
    """folder: that of teacher.py --encoder"""
    weights = load_file(str(Path(folder) / 'model.safetensors'))
    table = weights['embeddings.word_embeddings.weight'].float()
    assert table.shape[0] == json.loads((Path(folder) / 'config.json').read_text())['vocab_size']
    words = known_words(corpora)
    pieces = Pieces(folder).of([word for word, _ in words.values()])
    vectors = torch.stack([table[p].mean(0) for p in pieces])
    often = torch.tensor([float(n) for _, n in words.values()])
    importance = often.log1p()
    importance = importance / importance.mean()
    centred = vectors - (vectors * importance[:, None]).mean(0)
    size = model.word.shape[1]
    _, _, directions = torch.pca_lowrank(centred * importance[:, None].sqrt(), q=size, center=False)
    wanted = centred @ directions
    wanted = wanted / wanted.std() * 0.3
    spread(model, list(words), wanted, importance)


def spread(model, keys, wanted, importance):
    """the model's table such that the two rows of each word, by its hash, come to what is wanted"""
    keys = torch.tensor(keys, dtype=torch.int64)
    rows = [row_of(keys, salt, model.shape.word_bits) for salt in SALTS]
    learned = torch.zeros_like(model.word.data).requires_grad_(True)
    optimizer = torch.optim.Adam([learned], lr=0.02)
    for _ in range(STEPS):
        error = ((learned[rows[0]] + learned[rows[1]] - wanted) ** 2).mean(1)
        loss = (error * importance).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    spare = torch.from_numpy(numpy.random.default_rng(1).normal(0, 0.05, tuple(learned.shape))).float()
    model.word.data = learned.detach() + spare
    print(f'{len(keys)} words, error {loss.item():.4f} of {float((wanted ** 2).mean()):.4f}', flush=True)


@torch.no_grad()
def read_alone(words, encoder, pieces):
    """the mean of what the encoder says of each word by itself, of length 1 about their mean"""
    cut = [[pieces.cls, *p, pieces.sep] for p in pieces.of(words)]
    order = sorted(range(len(words)), key=lambda i: len(cut[i]))
    vectors = torch.zeros(len(words), encoder.words.weight.shape[1])
    for begin in range(0, len(order), 256):
        rows = order[begin : begin + 256]
        ids = torch.nn.utils.rnn.pad_sequence([torch.tensor(cut[i]) for i in rows], batch_first=True, padding_value=-1)
        mask = ids >= 0
        hidden = encoder(ids.clamp_min(0), mask, 0.0) * mask[:, :, None]
        vectors[rows] = hidden.sum(1) / mask.sum(1, keepdim=True)
    vectors -= vectors.mean(0)
    return vectors / vectors.norm(dim=1, keepdim=True)


def begin_with_likeness(model, corpora, others, folder, least=3):
    """model: of the language of `others`; words that occur at least so often get rows"""
    known, own = ({k: v for k, v in known_words(c).items() if v[1] >= least} for c in (others, corpora))
    pieces = Pieces(folder)
    config = json.loads((Path(folder) / 'config.json').read_text())
    encoder = Encoder(config, load_file(str(Path(folder) / 'model.safetensors'))).eval()
    vectors = [read_alone([word for word, _ in words.values()], encoder, pieces) for words in (known, own)]
    keys = torch.tensor(list(known), dtype=torch.int64)
    rows = [row_of(keys, salt, model.shape.word_bits) for salt in SALTS]
    there = model.word.data[rows[0]] + model.word.data[rows[1]]
    names, shown = [word for word, _ in known.values()], 0
    wanted = []
    for part, mine in zip(vectors[1].split(1024), numpy.array_split(list(own), range(1024, len(own), 1024))):
        like, at = (part @ vectors[0].T).topk(LIKE, 1)
        wanted.append((torch.softmax(like / SHARP, 1)[:, :, None] * there[at]).sum(1))
        for i, key in enumerate(mine):
            if own[int(key)][1] > 300 and shown < 60 and len(own[int(key)][0]) > 3:
                shown += 1
                print(own[int(key)][0], '~', *[names[j] for j in at[i, :3]], flush=True)
    often = torch.tensor([float(n) for _, n in own.values()]).log1p()
    spread(model, list(own), torch.cat(wanted), often / often.mean())
