"""The labeller as torch trains it: hashed embeddings, a gated convolution, light bidirectional
recurrences (Lei et al., "Simple Recurrent Units", EMNLP 2018), a CRF a task. core/src/model runs it.

The first layers read a paragraph by itself. Before the others, every token is told a summary of the
paragraphs around its own (`Shape.local` layers are before).

Weights of tables and matrices can be rounded to few bits while training (straight-through), so
that the file written at the end says exactly what was trained.
"""
from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional

from crf import Crfs
from labeller_data import SMALL_LIMITS

SALTS = (0x9E3779B1, 0x85EBCA6B)  # a word's two rows: top bits of hash * salt


@dataclass
class Shape:
    word_bits: int = 14  # log2 of the rows
    word_size: int = 48
    affix_bits: int = 11
    affix_size: int = 16
    small_sizes: tuple[int, ...] = (12, 16, 8, 8, 4)
    width: int = 160  # of the convolution's output
    hidden: int = 96  # of a recurrence, each way
    layers: int = 5
    local: int = 3  # layers that know nothing of other paragraphs
    summary: int = 64  # numbers that a paragraph tells its neighbours

    @property
    def input_size(self):
        return self.word_size + 2 * self.affix_size + sum(self.small_sizes)


def row_of(hashes, salt, bits):
    """the row that a 32-bit hash chooses: the top bits of their product modulo 2**32"""
    return ((hashes * salt) & 0xFFFFFFFF) >> (32 - bits)


class Rounded(torch.autograd.Function):
    """weights in steps of their row's scale; the gradient passes as if nothing had happened"""

    @staticmethod
    def forward(_, weight, bits):
        return round_rows(weight, bits)[0]

    @staticmethod
    def backward(_, gradient):
        return gradient, None


QUARTERS = torch.tensor([1.0, 1.18920712, 1.41421356, 1.68179283])  # as Matrix::scale of the core


def scale_steps(weight, bits):
    """int64 [rows]: the step of each row's scale, 2 ** (step / 4 - 40): the least that reaches the
    largest weight, or some deviations where that is less"""
    top = 2 ** (bits - 1) - 1
    clip = {3: 2.2, 4: 2.8, 5: 3.4, 6: 4.0}.get(bits, 5.0)
    largest = torch.minimum(weight.abs().amax(1), clip * weight.pow(2).mean(1).sqrt())
    return ((largest / top).clamp_min(1e-8).log2() * 4 + 160 - 1e-3).ceil().long().clamp(0, 255)


def scales_of(weight, bits):
    """[rows, 1] floats"""
    steps = scale_steps(weight, bits)
    return (QUARTERS[steps % 4] * torch.exp2((steps // 4 - 40).float()))[:, None]


def round_rows(weight, bits):
    """-> rounded weights, steps as integers, scales"""
    top = 2 ** (bits - 1) - 1
    scale = scales_of(weight, bits)
    steps = (weight / scale).round().clamp(-top, top)
    return steps * scale, steps, scale


class Scan(torch.autograd.Function):
    """c[t] = keep[t] * c[t-1] + new[t] over [time, batch, size]"""

    @staticmethod
    def forward(context, keep, new):
        out = torch.empty_like(new)
        state = torch.zeros_like(new[0])
        for k, n, o in zip(keep.unbind(0), new.unbind(0), out.unbind(0)):
            torch.addcmul(n, k, state, out=o)
            state = o
        context.save_for_backward(keep, out)
        return out

    @staticmethod
    def backward(context, gradient):
        keep, out = context.saved_tensors
        total = gradient.clone()
        rows, keeps = total.unbind(0), keep.unbind(0)
        for t in range(len(rows) - 2, -1, -1):
            rows[t].addcmul_(keeps[t + 1], rows[t + 1])
        grad_keep = torch.zeros_like(keep)
        torch.mul(total[1:], out[:-1], out=grad_keep[1:])
        return grad_keep, total


class Recurrence(nn.Module):
    """one layer, both ways; x [time, batch, size]"""

    def __init__(self, size, hidden):
        super().__init__()
        self.hidden = hidden
        self.weight = nn.Parameter(torch.empty(6 * hidden, size))
        nn.init.xavier_uniform_(self.weight, gain=1.0)
        self.bias = nn.Parameter(torch.zeros(6 * hidden))
        self.bias.data[2 * hidden : 4 * hidden] = 1.0  # keep more than forget at first
        self.skip = nn.Parameter(torch.empty(2 * hidden, size)) if size != 2 * hidden else None
        if self.skip is not None:
            nn.init.xavier_uniform_(self.skip)

    def forward(self, x, begins, ends, rounded, drop):
        size = 2 * self.hidden
        y = functional.linear(x, rounded(self.weight), self.bias)
        new, keep, out = y.split(size, 2)
        keep = torch.sigmoid(keep)
        new = (1 - keep) * new
        keep = torch.cat([keep[:, :, : self.hidden] * ~begins, keep[:, :, self.hidden :] * ~ends], 2)
        both = [Scan.apply(keep[:, :, : self.hidden], new[:, :, : self.hidden]),
                Scan.apply(keep[:, :, self.hidden :].flip(0), new[:, :, self.hidden :].flip(0)).flip(0)]
        state = torch.tanh(torch.cat(both, 2))
        skip = x if self.skip is None else functional.linear(x, rounded(self.skip))
        out = torch.sigmoid(out)
        return functional.dropout(skip + out * (state - skip), drop, self.training)


class Labeller(nn.Module):
    def __init__(self, shape, bits=None):
        super().__init__()
        self.shape, self.bits = shape, bits
        self.word = nn.Parameter(torch.randn(1 << shape.word_bits, shape.word_size) * 0.25)
        self.prefix = nn.Parameter(torch.randn(1 << shape.affix_bits, shape.affix_size) * 0.2)
        self.suffix = nn.Parameter(torch.randn(1 << shape.affix_bits, shape.affix_size) * 0.2)
        self.small = nn.ParameterList(
            nn.Parameter(torch.randn(limit, size) * 0.3)
            for limit, size in zip(SMALL_LIMITS, shape.small_sizes))
        self.conv = nn.Parameter(torch.empty(2 * shape.width, 3 * shape.input_size))
        nn.init.xavier_uniform_(self.conv)
        self.conv_bias = nn.Parameter(torch.zeros(2 * shape.width))
        self.layers = nn.ModuleList(
            Recurrence(shape.width if i == 0 else 2 * shape.hidden, shape.hidden)
            for i in range(shape.layers))
        self.summary = nn.Parameter(torch.empty(shape.summary, 4 * shape.hidden))
        nn.init.xavier_uniform_(self.summary)
        self.around = nn.Parameter(torch.zeros(2 * shape.hidden, 2 * shape.summary))
        self.crf = Crfs()
        labels = sum(self.crf.sizes)
        self.leave = nn.Parameter(torch.empty(labels, 2 * shape.hidden))
        nn.init.xavier_uniform_(self.leave)
        self.leave_bias = nn.Parameter(torch.zeros(labels))
        self.drop = 0.2

    def table(self, weight):
        return weight if self.bits is None else Rounded.apply(weight, self.bits - 1)

    def rounded(self, weight):
        return weight if self.bits is None else Rounded.apply(weight, self.bits)

    def embed(self, hashes, small):
        bits, affix = self.shape.word_bits, self.shape.affix_bits
        word, prefix, suffix = (self.table(t) for t in (self.word, self.prefix, self.suffix))
        parts = [
            functional.embedding(row_of(hashes[..., 0], SALTS[0], bits), word)
            + functional.embedding(row_of(hashes[..., 0], SALTS[1], bits), word),
            functional.embedding(row_of(hashes[..., 1], SALTS[0], affix), prefix),
            functional.embedding(row_of(hashes[..., 2], SALTS[0], affix), suffix),
        ]
        parts += [functional.embedding(small[..., i], self.rounded(t)) for i, t in enumerate(self.small)]
        return torch.cat(parts, -1)

    def tell_neighbours(self, x, paragraph, alive):
        """x [time, batch, size] of the local layers; paragraph [time, batch]: a number for each
        paragraph of the batch, row by row; alive bool [time, batch] -> what each token hears of the two
        paragraphs before its own in its sequence, nothing where there are none"""
        time, batch, size = x.shape
        count = int(paragraph.max()) + 1
        index = torch.where(alive, paragraph, count).reshape(-1)  # what is beyond a length: one more
        flat = x.reshape(-1, size)
        tokens = torch.zeros(count + 1).index_add(0, index, torch.ones(len(index)))
        mean = torch.zeros(count + 1, size).index_add(0, index, flat) / tokens[:, None].clamp_min(1)
        place = torch.arange(time * batch)  # time by time: the last one is the latest
        last = torch.zeros(count + 1, dtype=torch.int64).scatter_reduce(0, index, place, 'amax')
        row = last % batch
        told = functional.linear(torch.cat([mean, flat[last]], 1), self.rounded(self.summary))

        def before(by):
            same = (row[by:] == row[:-by])[:, None]
            return torch.cat([torch.zeros(min(by, count + 1), told.shape[1]), told[:-by] * same])[: count + 1]

        around = functional.linear(torch.cat([before(1), before(2)], 1), self.rounded(self.around))
        return around[index].reshape(time, batch, -1)

    def forward(self, hashes, small, lengths, starts):
        """hashes [batch, time, 3], small [batch, time, 5], starts bool [batch, time]: the first token of
        a paragraph -> emissions [batch, time, labels of all tasks]"""
        time = hashes.shape[1]
        alive = torch.arange(time)[:, None, None] < lengths[None, :, None]
        begins = starts.t()[:, :, None] | ~alive
        begins[0] = True
        ends = torch.cat([begins[1:], torch.ones_like(begins[:1])])
        x = self.embed(hashes, small).transpose(0, 1) * alive  # [time, batch, size]
        x = functional.dropout(x, self.drop / 2, self.training)
        around = functional.pad(x, (0, 0, 0, 0, 1, 1))
        x = torch.cat([around[:-2] * ~begins, x, around[2:] * ~ends], 2)
        a, b = functional.linear(x, self.rounded(self.conv), self.conv_bias).chunk(2, 2)
        x = functional.dropout(a * torch.sigmoid(b), self.drop, self.training) * alive
        for i, layer in enumerate(self.layers):
            if i == self.shape.local:
                inside = begins[:, :, 0] & alive[:, :, 0]
                number = inside.t().reshape(-1).cumsum(0).reshape(-1, time).t() - 1  # row by row, in order
                x = x + self.tell_neighbours(x, number, alive[:, :, 0]) * alive
            x = layer(x, begins, ends, self.rounded, self.drop)
        emissions = functional.linear(x, self.rounded(self.leave), self.leave_bias)
        return emissions.transpose(0, 1)
