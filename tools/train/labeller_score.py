"""F1 of spans whose first and last token and role are right; on the labeller's own tokens, so near
the published protocol but not it."""
from collections import Counter

from labeller_data import LABELS, ROLES, spans_of


class LabelScore:
    def __init__(self):
        self.right, self.found, self.gold = Counter(), Counter(), Counter()

    def add(self, gold, found):
        gold = set(spans_of([LABELS[label] for label in gold]))
        found = set(spans_of([LABELS[label] for label in found]))
        self.gold.update(role for role, _, _ in gold)
        self.found.update(role for role, _, _ in found)
        self.right.update(role for role, _, _ in gold & found)

    def f1(self, role):
        return 200 * self.right[role] / max(1, self.gold[role] + self.found[role])

    def mean(self):
        return sum(self.f1(role) for role in ROLES) / len(ROLES)

    def __str__(self):
        parts = [f'{r} {self.f1(r):.1f} ({100 * self.right[r] / max(1, self.found[r]):.0f}/'
                 f'{100 * self.right[r] / max(1, self.gold[r]):.0f})' for r in ROLES]
        return f'{self.mean():.2f}: ' + ' '.join(parts)
