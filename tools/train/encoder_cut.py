#!/usr/bin/env python3
"""Copies a pretrained encoder without the word pieces that news hardly has: a folder as --encoder of
teacher.py takes it, with a smaller vocabulary.

usage: encoder_cut.py MINILM ARTICLES.jsonl.gz ... --pieces 10400 --out build/train/encoder

Pieces are counted once an article. Single letters, digits and marks always stay, so that every word can be
cut into pieces that are known. --teacher CHECKPOINT.pt also cuts what teacher.py made of MINILM.
"""
import argparse
import collections
import json
import re
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer

from labeller_data import open_lines

SPECIAL = ('[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]')
ALWAYS = re.compile(r'(##)?[!-~£€“”‘’–—…«»•]')
EMBEDDINGS = 'embeddings.word_embeddings.weight'


def pieces_of_articles(tokenizer, paths):
    """Counter: id of a piece -> articles times words that have it"""
    words = collections.Counter()
    for path in paths:
        for record in open_lines(path):
            words.update(set(re.findall(r'\w+|[^\w\s]', record['text'])))
    counts = collections.Counter()
    for word, encoded in zip(words, tokenizer.encode_batch(list(words), add_special_tokens=False)):
        for piece in encoded.ids:
            counts[piece] += words[word]
    return counts


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('encoder', type=Path, help='folder with config.json, model.safetensors, tokenizer.json')
    ap.add_argument('articles', nargs='+')
    ap.add_argument('--pieces', type=int, required=True, help='how many to keep')
    ap.add_argument('--out', type=Path, required=True)
    ap.add_argument('--teacher', type=Path, help='a checkpoint, written beside the folder as NAME.cut.pt')
    args = ap.parse_args()
    tokenizer = Tokenizer.from_file(str(args.encoder / 'tokenizer.json'))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    counts = pieces_of_articles(tokenizer, args.articles)
    ids = tokenizer.get_vocab()
    kept = {ids[name] for name in SPECIAL} | {i for name, i in ids.items() if ALWAYS.fullmatch(name)}
    kept = [*kept, *(i for i, _ in counts.most_common() if i not in kept)]
    kept = sorted(kept[: args.pieces])
    share = sum(counts[i] for i in kept) / sum(counts.values())
    print(f'{len(kept)} of {len(ids)} pieces, {100 * share:.1f} % of what the articles need')

    args.out.mkdir(parents=True, exist_ok=True)
    description = json.loads((args.encoder / 'tokenizer.json').read_text())
    names = {i: name for name, i in ids.items()}
    description['model']['vocab'] = {names[i]: place for place, i in enumerate(kept)}
    description |= {'added_tokens': [], 'post_processor': None, 'truncation': None, 'padding': None}
    (args.out / 'tokenizer.json').write_text(json.dumps(description))
    weights = load_file(str(args.encoder / 'model.safetensors'))
    weights[EMBEDDINGS] = weights[EMBEDDINGS][torch.tensor(kept)].clone()
    save_file(weights, str(args.out / 'model.safetensors'))
    config = json.loads((args.encoder / 'config.json').read_text())
    (args.out / 'config.json').write_text(json.dumps(config | {'vocab_size': len(kept)}))
    if args.teacher:
        model = torch.load(args.teacher, weights_only=True)['model']
        model['encoder.words.weight'] = model['encoder.words.weight'][torch.tensor(kept)].clone()
        torch.save({'model': model}, args.out.parent / f'{args.teacher.stem}.cut.pt')


if __name__ == '__main__':
    main()
