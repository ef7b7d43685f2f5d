#!/usr/bin/env python3
"""Writes what teacher.py --round trained as the weight file of the encoder (docs/model-format.md):
core/models/en-careful.slm.

usage: encoder_file.py --encoder build/train/encoder build/train/careful.pt core/models/en-careful.slm

--encoder: the folder that encoder_cut.py wrote, whose vocabulary the file takes over.
"""
import argparse
import json
import unicodedata
from pathlib import Path

import torch
from torch.nn import functional

from labeller_data import SMALL_LIMITS
from labeller_file import FLOATS, IDENTITY, INTEGERS, Writer
from rounding import GROUP, LEAST, MULTIPLES, quotients, row_steps_of, steps_of
from teacher import BEFORE, PACKED, Teacher

MAGIC, VERSION = b'SLENCOD\0', 1
PACKED_INTEGERS, LETTERS = 2, 3
PLACES = PACKED + BEFORE + 12  # no sequence is longer (core/src/model/encoder.h)


def nibbles(values):
    """whole numbers of four bits, two a byte, the lower bits first"""
    low, high = values.reshape(-1, 2).to(torch.uint8).unbind(1)
    return (low | high << 4).numpy().tobytes()


def step_numbers(steps):
    """how the file writes steps, powers of 2 ** (1/4)"""
    return ((steps.double().log2() + 40) * 4).round().to(torch.uint8).numpy().tobytes()


class EncoderWriter(Writer):
    def matrix(self, weight):
        """eight bits a weight"""
        weight = weight.detach()
        steps = torch.exp2((torch.log2(weight.abs().amax(1).clamp_min(1e-9) / 127) * 4).ceil() / 4)
        self.integers_of((weight / steps[:, None]).round(), steps)

    def integers_of(self, values, steps):
        data = values.to(torch.int8).numpy().tobytes()
        data += b'\0' * (-len(data) % 16)
        self.parts.append((INTEGERS, *values.shape, data + step_numbers(steps)))

    def packed(self, weight):
        weight = weight.detach()
        steps = steps_of(weight)
        rows = row_steps_of(steps)
        values = quotients(weight.reshape(len(weight), -1, GROUP), steps) - LEAST
        multiples = (steps / rows[:, None]).round() - 1
        assert 0 <= multiples.min() and multiples.max() < MULTIPLES
        self.parts.append((PACKED_INTEGERS, *weight.shape, nibbles(values) + nibbles(multiples) + step_numbers(rows)))

    def letters(self, text):
        data = text.encode()
        self.parts.append((LETTERS, 1, len(data), data))


def is_read(c):
    """Latin, Greek, Cyrillic and punctuation are; of other scripts the file knows nothing"""
    return ord(c) < 0x530 or 0x1E00 <= ord(c) < 0x2100


def pieces(folder):
    """-> the pieces of a tokenizer's vocabulary, their ids"""
    vocabulary = json.loads((Path(folder) / 'tokenizer.json').read_text())['model']['vocab']
    read = [piece for piece in vocabulary if all(map(is_read, piece))]
    return read, [vocabulary[piece] for piece in read]


def folded_characters():
    """characters beyond ASCII that BERT's tokenizer reads as another, as none, or as a word of their own"""
    lines = []
    for c in filter(is_read, map(chr, range(0x80, 0x2100))):
        plain = ''.join(p for p in unicodedata.normalize('NFD', c) if unicodedata.category(p) != 'Mn').lower()
        alone = unicodedata.category(c).startswith('P')
        if len(plain) <= 1 and not plain.isspace() and not c.isspace() and (plain != c or alone):
            lines.append(c + (' ' if alone else '') + plain)
    return '\n'.join(lines)


def write_encoder(model, folder, path, reliability, status_reliability):
    writer = EncoderWriter()
    encoder = model.encoder

    def norm(module):
        writer.floats(torch.stack([module.weight, module.bias]))

    known, ids = pieces(folder)
    writer.letters('\n'.join(known))
    writer.letters(folded_characters())
    writer.packed(encoder.words.weight[ids])
    writer.matrix(encoder.places.weight[:PLACES])
    norm(encoder.norm)
    for layer in encoder.layers:
        for part, after in (('qkv', None), ('out', 'norm1'), ('up', None), ('down', 'norm2')):
            writer.packed(layer[part].weight)
            writer.floats(layer[part].bias)
            if after:
                norm(layer[after])
    for table, limit in zip(model.small, SMALL_LIMITS):
        assert table.num_embeddings == limit
        writer.matrix(table.weight)
    for linear in (model.enter, model.leave):
        writer.matrix(functional.pad(linear.weight, (0, -linear.in_features % 8)))  # the kernels take eight
        writer.floats(linear.bias)
    writer.scores(model.crf, reliability, status_reliability)
    data = writer.file(len(encoder.layers), encoder.heads, MAGIC, VERSION)
    Path(path).write_bytes(data)
    return len(data)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--encoder', required=True, help='folder with config.json, model.safetensors, tokenizer.json')
    ap.add_argument('models', nargs='+', help='checkpoints of one training; their mean is written')
    ap.add_argument('out')
    ap.add_argument('--reliability', type=json.loads, default=IDENTITY, help='11 numbers, from calibrate.py')
    ap.add_argument('--status-reliability', type=json.loads, default=IDENTITY, help='the same for statuses')
    args = ap.parse_args()
    states = [torch.load(path, weights_only=True)['model'] for path in args.models]
    model = Teacher(args.encoder)
    model.load_state_dict({name: sum(s[name] for s in states) / len(states) for name in states[0]})
    size = write_encoder(model.eval(), args.encoder, args.out, args.reliability, args.status_reliability)
    print(f'{args.out}: {size} bytes')


if __name__ == '__main__':
    main()
