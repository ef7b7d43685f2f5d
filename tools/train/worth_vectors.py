#!/usr/bin/env python3
"""Vectors of words by a sentence encoder (MiniLM-L6): each word read by itself, beside the mean of
its word pieces' own vectors. They let worth.py know words that no annotator saw.

usage: worth_vectors.py --encoder MINILM --cli build/release/sourcelight --unlabelled NEWS.jsonl.gz
           --biased BABE.tsv --out build/train/worth_vectors.npz

Words: those of the sentences of BABE that are not held back, and those that news has three times.
"""
import argparse
import gzip
import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'evaluate'))
from worth_corpora import WORD, Item, ask, read_biased  # noqa: E402
from teacher import Encoder  # noqa: E402

FEWEST = 3
BATCH = 256


def words_of(items):
    return Counter(row[2] for item in items for sentence in item.sentences for row in sentence['words']
                   if WORD.fullmatch(row[2]) and len(row[2]) < 30)


def vocabulary(args):
    command = [args.cli, 'worth']
    judged = words_of(ask(command, [i for i in read_biased(args.biased) if not i.held_back]))
    counts = Counter(judged)
    with gzip.open(args.unlabelled, 'rt', encoding='utf-8') as file:
        texts = [Item(json.loads(line)['text'], False) for line in file]
    for begin in range(0, len(texts), 200):
        counts += words_of(ask(command, texts[begin : begin + 200]))
        texts[begin : begin + 200] = [None] * 200  # else all would be held at once
    return {word: count for word, count in sorted(counts.items()) if word in judged or count >= FEWEST}


@torch.no_grad()
def vectors_of(words, folder):
    from safetensors.torch import load_file
    from tokenizers import Tokenizer
    config = json.loads((Path(folder) / 'config.json').read_text())
    encoder = Encoder(config, load_file(str(Path(folder) / 'model.safetensors'))).eval()
    tokenizer = Tokenizer.from_file(str(Path(folder) / 'tokenizer.json'))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    ids = [found.ids for found in tokenizer.encode_batch(words)]
    normal = torch.nn.functional.normalize
    out = np.zeros((len(words), 2 * config['hidden_size']), np.float32)
    order = sorted(range(len(words)), key=lambda i: len(ids[i]))
    for begin in range(0, len(order), BATCH):
        some = order[begin : begin + BATCH]
        pieces = torch.zeros(len(some), max(len(ids[i]) for i in some), dtype=torch.int64)
        mask = torch.zeros(pieces.shape, dtype=torch.bool)
        for row, i in enumerate(some):
            pieces[row, : len(ids[i])] = torch.tensor(ids[i])
            mask[row, : len(ids[i])] = True
        weight = mask[:, :, None].float()
        read = (encoder(pieces, mask, 0.0) * weight).sum(1) / weight.sum(1)
        alone = torch.stack([encoder.words.weight[ids[i][1:-1]].mean(0) for i in some])
        out[some] = torch.cat([normal(read, dim=1), normal(alone, dim=1)], 1).numpy()
    return out


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ('encoder', 'cli', 'unlabelled', 'biased', 'out'):
        ap.add_argument('--' + name, required=True)
    args = ap.parse_args()
    torch.set_num_threads(1)
    counts = vocabulary(args)
    words = list(counts)
    np.savez(args.out, words=np.array(words), counts=np.array(list(counts.values())),
             values=vectors_of(words, args.encoder))
    print(len(words), 'words')


if __name__ == '__main__':
    main()
