"""One record against one Report: which of their attributions are the same."""
from functools import cached_property

from spans import positions, quotation_kind, quoted_positions

SAME_CONTENT = 0.5  # the least Jaccard index of two contents that are the same


class Attribution:
    """One attribution, annotated or found, with the positions of its words in the text."""

    def __init__(self, spans, text, quoted):
        self.spans = spans
        self.content = positions(spans.get("content"), text)
        self.source = positions(spans.get("source"), text)
        self.kind = quotation_kind(self.content, quoted)
        self.nested = spans.get("parent") is not None
        self.confidence = spans.get("confidence")

    def __getitem__(self, role):
        """The spans of a role; [] if it is not given."""
        return self.spans.get(role) or []


def likeness(one, other):
    """The Jaccard index of two contents, 0 to 1."""
    common = len(one.content & other.content)
    return common / len(one.content | other.content) if common else 0.0


def same_source(one, other):
    """Do the sources overlap, or have both none?"""
    return bool(one.source & other.source) or not (one.source or other.source)


def pair_up(pairs):
    """(how alike, gold number, found number) -> {gold number: found number}, the most alike first.

    Among equals the higher numbers go first.
    """
    partner, taken = {}, set()
    for _, gold, found in sorted(pairs, reverse=True):
        if gold not in partner and found not in taken:
            partner[gold] = found
            taken.add(found)
    return partner


class Comparison:
    """gold and found: lists of Attribution; match: {number in gold: number in found}."""

    def __init__(self, record, report):
        self.record = record
        self.report = report
        self.text = record["text"]
        quoted = quoted_positions(self.text)
        self.gold = [Attribution(spans, self.text, quoted) for spans in record["attributions"]]
        self.found = [Attribution(spans, self.text, quoted)
                      for spans in report.get("attributions") or []]
        self.match = pair_up(
            (likeness(gold, found), g, f)
            for g, gold in enumerate(self.gold) for f, found in enumerate(self.found)
            if same_source(gold, found) and likeness(gold, found) >= SAME_CONTENT)
        self.matched_found = set(self.match.values())

    @cached_property
    def tokens(self):
        """Of the whole article, for counting in tokens across paragraphs."""
        return [token for paragraph in self.record["paragraphs"] for token in paragraph["tokens"]]
