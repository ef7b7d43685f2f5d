"""Begins the labeller's table of words with what an encoder knows of them: its vectors of word pieces,
cut to the table's columns by principal components (Jolliffe 2002), spread over each word's two rows.
Words that are rare in training then stand beside their like from the first step on.
"""
import json
from collections import Counter
from pathlib import Path

import numpy
import torch
from safetensors.torch import load_file

from labeller_model import SALTS, row_of
from teacher import Pieces

STEPS = 400


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
    keys = torch.tensor(list(words), dtype=torch.int64)
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
    print(f'{len(words)} words, error {loss.item():.4f} of {float((wanted ** 2).mean()):.4f}', flush=True)
