"""What went wrong, by kind: attributions missed, invented or off, and boundaries of those found.

Every annotated attribution without a match is exactly one error, and so is every attribution found
at the outer level without a match: two that speak of the same words are one error together.
"""
from dataclasses import dataclass

from comparison import SAME_CONTENT, Attribution, likeness, pair_up, same_source
from cues import cue_class
from spans import ROLES, touched


@dataclass
class Error:
    """One error in one article. tokens: by how many the boundaries are off, 0 where none are."""
    kind: str
    detail: str
    article: str  # the record's id
    text: str
    gold: Attribution | None
    found: Attribution | None
    tokens: int = 0

    def as_json(self):
        def spans(attribution):
            return attribution and {role: attribution[role] for role in ROLES}
        return {"article": self.article, "gold": spans(self.gold), "found": spans(self.found),
                "tokens": self.tokens}


def find_errors(comparison):
    """All errors of one article, lost and invented attributions first."""
    return [*attribution_errors(comparison), *boundary_errors(comparison)]


def attribution_errors(comparison):
    article, text = comparison.record["id"], comparison.text
    gold, found = comparison.gold, comparison.found
    partner = near_misses(comparison)
    for g, attribution in enumerate(gold):
        if g in partner:
            yield near_miss(comparison, attribution, found[partner[g]])
        elif g not in comparison.match:
            yield Error("missed attribution", cue_class(text, attribution["cue"]), article, text,
                        attribution, None)
    explained = comparison.matched_found | set(partner.values())
    for f, attribution in enumerate(found):
        if f not in explained and not attribution.nested:
            yield Error("spurious attribution", cue_class(text, attribution["cue"]), article, text,
                        None, attribution)


def near_misses(comparison):
    """{gold number: found number} of those without a match that speak of the same words.

    The same words: contents that share some, or cues that touch.
    """
    def touching(one, other):
        return any(begin < end_too and begin_too < end
                   for begin, end in one["cue"] for begin_too, end_too in other["cue"])

    return pair_up((likeness(gold, found) + touching(gold, found), g, f)
                   for g, gold in enumerate(comparison.gold) if g not in comparison.match
                   for f, found in enumerate(comparison.found)
                   if f not in comparison.matched_found
                   and (touching(gold, found) or likeness(gold, found) > 0))


def near_miss(comparison, gold, found):
    """Why two attributions that speak of the same words do not match."""
    article, text = comparison.record["id"], comparison.text
    if likeness(gold, found) >= SAME_CONTENT:
        kind = "source missing" if not found.source else \
            "source where none is" if not gold.source else "wrong source"
        return Error(kind, cue_class(text, gold["cue"]), article, text, gold, found)
    how, side, tokens = difference(comparison.tokens, gold["content"], found["content"])
    if not same_source(gold, found):
        return Error("content and source differ", f"content {how}", article, text, gold, found,
                     tokens)
    return Error(f"content {how}", side, article, text, gold, found, tokens)


def boundary_errors(comparison):
    for g, f in sorted(comparison.match.items()):
        gold, found = comparison.gold[g], comparison.found[f]
        for role in ROLES:
            how, side, tokens = difference(comparison.tokens, gold[role], found[role])
            if how != "same":
                yield Error(f"boundaries: {role} {how}", side, comparison.record["id"],
                            comparison.text, gold, found, tokens)


def difference(tokens, gold, found):
    """How found differs from gold -> (how, side, number of tokens that are in only one of them).

    how: same, too long, too short, shifted (both at once) or elsewhere (no token in common);
    side: left, right, inside (between the first and last common token) or several; "" if elsewhere.
    """
    gold, found = set(touched(tokens, gold)), set(touched(tokens, found))
    differing = gold ^ found
    if not differing:
        return "same", "", 0
    common = gold & found
    if not common:
        return "elsewhere", "", len(differing)
    how = "too long" if gold < found else "too short" if found < gold else "shifted"
    first, last = min(common), max(common)
    sides = {"left" if number < first else "right" if number > last else "inside"
             for number in differing}
    return how, sides.pop() if len(sides) == 1 else "several sides", len(differing)


def by_kind(errors):
    """{(kind, detail): errors}, the most frequent first within lost, spurious and boundaries."""
    table = {}
    for error in errors:
        table.setdefault((error.kind, error.detail), []).append(error)
    return dict(sorted(table.items(), key=lambda row: (row[0][0].startswith("boundaries"),
                                                       -len(row[1]), row[0])))


def spread(items, number):
    """number of the items, evenly spread over them, so that not all are of one article."""
    number = min(number, len(items))
    return [items[index * len(items) // number] for index in range(number)]
