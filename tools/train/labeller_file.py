#!/usr/bin/env python3
"""Writes what labeller.py trained as a weight file (docs/model-format.md): core/models/en.slm.

usage: labeller_file.py build/train/labeller.epoch-11.pt build/train/labeller.pt core/models/en.slm

Several models of one training are averaged: what each learned too well goes away. A weight file is read
as a model too, so that a training can go on from what is shipped.
"""
import argparse
import json
import struct
from dataclasses import asdict
from pathlib import Path

import torch

from labeller_model import Labeller, Shape, round_rows, scale_steps

MAGIC, VERSION = b'SLMODEL\0', 3
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

    def scores(self, crf, reliability, status_reliability):
        for i, size in enumerate(crf.sizes):
            self.floats(crf.starts()[i, :size])
            self.floats(crf.transitions()[i, :size, :size])
        self.floats(torch.tensor(reliability))
        self.floats(torch.tensor(status_reliability))

    def file(self, layers, other, magic=MAGIC, version=VERSION):
        offset = 32 + 16 * len(self.parts)
        offset += -offset % 16
        entries, body = b'', b'\0' * (offset - 32 - 16 * len(self.parts))
        for kind, rows, columns, data in self.parts:
            data += b'\0' * (-len(data) % 16)
            entries += struct.pack('<4I', kind, rows, columns, offset)
            offset += len(data)
            body += data
        checked = struct.pack('<3I', layers, other, len(self.parts)) + entries + body
        return magic + struct.pack('<3I', version, 20 + len(checked), fnv(checked)) + checked


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
    writer.scores(model.crf, reliability, status_reliability)
    data = writer.file(len(model.layers), model.shape.local)
    with open(path, 'wb') as out:
        out.write(data)
    return len(data)


def read_parts(path):
    """what stands in a weight file: layers, those that are local, and its parts as float tensors"""
    data = Path(path).read_bytes()
    if data[:8] != MAGIC or struct.unpack_from('<I', data, 8)[0] != VERSION:
        raise SystemExit(f'{path}: not a weight file of version {VERSION}; "labeller_file.py --help" writes one')
    layers, local, count = struct.unpack_from('<3I', data, 20)
    parts = []
    for i in range(count):
        kind, rows, columns, at = struct.unpack_from('<4I', data, 32 + 16 * i)
        size = rows * columns
        if kind == FLOATS:
            parts.append(torch.frombuffer(bytearray(data[at : at + 4 * size]), dtype=torch.float32).view(rows, columns))
            continue
        values = torch.frombuffer(bytearray(data[at : at + size]), dtype=torch.int8).view(rows, columns)
        at += size + -size % 16
        steps = torch.frombuffer(bytearray(data[at : at + rows]), dtype=torch.uint8)
        parts.append(values.float() * torch.exp2(steps.double() / 4 - 40).float()[:, None])
    return layers, local, parts


def read_model(path, bits=5):
    """the state (as labeller.py saves one) of a weight file; its weights are those that were rounded"""
    layers, local, parts = read_parts(path)
    word, prefix, suffix = parts[:3]
    small = parts[3:8]
    shape = Shape(
        word_bits=len(word).bit_length() - 1, word_size=word.shape[1],
        affix_bits=len(prefix).bit_length() - 1, affix_size=prefix.shape[1],
        small_sizes=tuple(table.shape[1] for table in small), width=len(parts[8]) // 2,
        hidden=len(parts[10]) // 6, layers=layers, local=local)
    rest = iter(parts)
    model = Labeller(shape)

    def fill(parameter):
        parameter.data = next(rest).reshape(parameter.shape).clone()

    for parameter in (model.word, model.prefix, model.suffix, *model.small, model.conv, model.conv_bias):
        fill(parameter)
    for layer in model.layers:
        fill(layer.weight)
        fill(layer.bias)
        if layer.skip is not None:
            fill(layer.skip)
    for parameter in (model.summary, model.around, model.leave, model.leave_bias):
        fill(parameter)
    for i, size in enumerate(model.crf.sizes):
        for own, banned in ((model.crf.start.data[i, :size], model.crf.allowed_start[i, :size]),
                            (model.crf.step.data[i, :size, :size], model.crf.allowed[i, :size, :size])):
            own.copy_((next(rest).reshape(own.shape) - banned).where(banned == 0, torch.zeros(())))
    return {'shape': asdict(shape), 'bits': bits, 'model': model.state_dict()}


def load_state(path):
    return read_model(path) if str(path).endswith('.slm') else torch.load(path, weights_only=True)


def load_model(paths):
    """the mean of the models, which must be of one shape"""
    states = [load_state(path) for path in paths]
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
