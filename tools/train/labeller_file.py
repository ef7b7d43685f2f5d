#!/usr/bin/env python3
"""Writes what labeller.py trained as a weight file (docs/model-format.md): core/models/en.slm.

usage: labeller_file.py build/train/labeller.epoch-11.pt build/train/labeller.pt core/models/en.slm

Several models of one training are averaged: what each learned too well goes away.
"""
import argparse
import json
import struct

import torch

from labeller_model import Labeller, Shape, round_rows, scale_steps

MAGIC, VERSION = b'SLMODEL\0', 2
INTEGERS, FLOATS = 0, 1
IDENTITY = [i / 10 for i in range(11)]


def fnv(data):
    """FNV-1a, 32 bits"""
    hash_ = 0x811C9DC5
    for byte in data:
        hash_ = ((hash_ ^ byte) * 0x01000193) & 0xFFFFFFFF
    return hash_


class Writer:
    def __init__(self):
        self.parts = []

    def integers(self, weight, bits):
        steps = round_rows(weight.detach(), bits)[1]
        values = steps.to(torch.int8).numpy().tobytes()
        values += b'\0' * (-len(values) % 16)
        self.parts.append((INTEGERS, *weight.shape, values + scale_steps(weight.detach(), bits).to(torch.uint8).numpy().tobytes()))

    def floats(self, vector):
        vector = vector.detach()
        rows = 1 if vector.dim() == 1 else vector.shape[0]
        self.parts.append((FLOATS, rows, vector.shape[-1], vector.float().numpy().astype('<f4').tobytes()))

    def file(self, layers, local):
        offset = 32 + 16 * len(self.parts)
        offset += -offset % 16
        entries, body = b'', b'\0' * (offset - 32 - 16 * len(self.parts))
        for kind, rows, columns, data in self.parts:
            data += b'\0' * (-len(data) % 16)
            entries += struct.pack('<4I', kind, rows, columns, offset)
            offset += len(data)
            body += data
        checked = struct.pack('<3I', layers, local, len(self.parts)) + entries + body
        return MAGIC + struct.pack('<3I', VERSION, 20 + len(checked), fnv(checked)) + checked


def write_model(model, bits, path, reliability=IDENTITY, status_reliability=IDENTITY):
    """reliability of attributions and of statuses: see calibrate.py"""
    writer = Writer()
    for table in (model.word, model.prefix, model.suffix):
        writer.integers(table, bits - 1)
    for table in (*model.small, model.conv):
        writer.integers(table, bits)
    writer.floats(model.conv_bias)
    for layer in model.layers:
        writer.integers(layer.weight, bits)
        writer.floats(layer.bias)
        if layer.skip is not None:
            writer.integers(layer.skip, bits)
    writer.integers(model.summary, bits)
    writer.integers(model.around, bits)
    writer.integers(model.leave, bits)
    writer.floats(model.leave_bias)
    for i, size in enumerate(model.crf.sizes):
        writer.floats(model.crf.starts()[i, :size])
        writer.floats(model.crf.transitions()[i, :size, :size])
    writer.floats(torch.tensor(reliability))
    writer.floats(torch.tensor(status_reliability))
    data = writer.file(len(model.layers), model.shape.local)
    with open(path, 'wb') as out:
        out.write(data)
    return len(data)


def load_model(paths):
    """the mean of the models, which must be of one shape"""
    states = [torch.load(path, weights_only=True) for path in paths]
    shape = {k: tuple(v) if isinstance(v, list) else v for k, v in states[-1]['shape'].items()}
    model = Labeller(Shape(**shape))
    weights = [state['model'] for state in states]
    model.load_state_dict({name: sum(w[name] for w in weights) / len(weights) for name in weights[0]})
    model.bits = states[-1]['bits']
    return model.eval()


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('models', nargs='+')
    ap.add_argument('out')
    ap.add_argument('--reliability', type=json.loads, default=IDENTITY, help='11 numbers, from calibrate.py')
    ap.add_argument('--status-reliability', type=json.loads, default=IDENTITY, help='the same for statuses')
    args = ap.parse_args()
    model = load_model(args.models)
    size = write_model(model, model.bits, args.out, args.reliability, args.status_reliability)
    print(f'{args.out}: {size} bytes')


if __name__ == '__main__':
    main()
