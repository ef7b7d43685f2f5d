"""F1 of spans whose first and last token and kind are right, on the labeller's own tokens, so near the
published protocol but not it; and what the statuses of tokens make of sentences."""
from collections import Counter, defaultdict

import numpy

from tasks import KIND, OUTER, STATUS, TASK_ID, TASKS, UNKNOWN, spans_of

LEAST_TOKENS = 2  # of a status that a sentence has


class LabelScore:
    """gold, found: int [tokens, tasks] of one article, in order"""

    def __init__(self):
        self.spans = defaultdict(Counter)  # (task, kind): right, found, gold
        self.tokens = defaultdict(Counter)
        self.sets = Counter()

    def add(self, gold, found, sentences=()):
        """sentences: (first, end, statuses), counted from the first of these tokens"""
        for i, task in enumerate(TASKS):
            known = gold[:, i] != UNKNOWN
            if not known.any():
                continue
            if task.spans:
                if not known.all():
                    found_i = numpy.where(known, found[:, i], 0)
                    gold_i = numpy.where(known, gold[:, i], 0)
                else:
                    found_i, gold_i = found[:, i], gold[:, i]
                a = set(spans_of([task.labels[label] for label in gold_i]))
                b = set(spans_of([task.labels[label] for label in found_i]))
                for kind, _, _ in a:
                    self.spans[task.name, kind].update(gold=1)
                for kind, _, _ in b:
                    self.spans[task.name, kind].update(found=1)
                for kind, _, _ in a & b:
                    self.spans[task.name, kind].update(right=1)
            else:
                if task is KIND:
                    known &= gold[:, i] > 0
                self.tokens[task.name].update(gold=int(known.sum()), right=int((gold[known, i] == found[known, i]).sum()))
        column = found[:, TASK_ID['status']]
        for first, last, want in sentences:
            counts = Counter(STATUS.labels[label] for label in column[first:last])
            have = {s for s, n in counts.items() if n >= LEAST_TOKENS} or set(counts)
            if len(have) > 1:
                have -= {'none'}
            self.sets.update(gold=1, right=have == set(want))

    def f1(self, task, kind):
        c = self.spans[task, kind]
        return 200 * c['right'] / max(1, c['gold'] + c['found'])

    def mean(self, task):
        kinds = [kind for name, kind in list(self.spans) if name == task and self.spans[name, kind]['gold']]
        return sum(self.f1(task, kind) for kind in kinds) / max(1, len(kinds))

    def __str__(self):
        out = []
        for task in TASKS:
            kinds = sorted({k for n, k in list(self.spans) if n == task.name})
            if kinds:
                out.append(f'{task.name} {self.mean(task.name):.2f} (' +
                           ' '.join(f'{k} {self.f1(task.name, k):.1f}' for k in kinds) + ')')
            if self.tokens[task.name]['gold']:
                c = self.tokens[task.name]
                out.append(f'{task.name} {100 * c["right"] / c["gold"]:.1f}')
        if self.sets['gold']:
            out.append(f'sets {100 * self.sets["right"] / self.sets["gold"]:.1f}')
        return '; '.join(out)
