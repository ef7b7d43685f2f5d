"""The figures, by the published protocols; docs/evaluate.md says what each of them is."""
from dataclasses import dataclass

from names import same_name, shared_words
from reading import article_of
from spans import ROLES, labelled_spans, labels_of, positions

KINDS = ("direct", "mixed", "indirect")
NAMED = ("named_person", "named_organization", "document")
UNJUDGED = ("unclear", "none", "author")  # types of sources that nobody can be right about


@dataclass
class Counts:
    """How many were found and annotated, and how many of each of these agree with the other."""
    found: int = 0
    gold: int = 0
    right: int = 0  # of found
    recalled: int = 0  # of gold

    def add(self, found, gold, agree):
        self.found += found
        self.gold += gold
        self.right += agree
        self.recalled += agree

    def add_sets(self, found, gold):
        self.add(len(found), len(gold), len(found & gold))

    def as_json(self):
        precision = self.right / self.found if self.found else 0.0
        recall = self.recalled / self.gold if self.gold else 0.0
        total = precision + recall
        return {"p": precision, "r": recall, "f1": 2 * precision * recall / total if total else 0.0,
                "pred": self.found, "gold": self.gold}


@dataclass
class Share:
    """How many of those looked at are right."""
    right: int = 0
    of: int = 0

    def add(self, right):
        self.right += bool(right)
        self.of += 1

    def as_json(self):
        return {"accuracy": self.right / self.of, "of": self.of}


class Figures:
    """Adds up over articles. sources: as read_sources gives it, or None."""

    def __init__(self, sources=None):
        self.articles = 0
        self.exact, self.begin, self.overlap = ({role: Counts() for role in ROLES}
                                                for _ in range(3))
        self.sentence, self.relation = Counts(), Counts()
        self.by_kind = {kind: Counts() for kind in KINDS}
        self.shares = {"kind": Share(), "name": Share(), "title": Share()}
        self.sources = dict(sources or {})

    def add(self, comparison):
        self.articles += 1
        for paragraph in comparison.record["paragraphs"]:
            self._add_labels(paragraph["labels"],
                             labels_of(paragraph["tokens"],
                                       comparison.report.get("attributions") or []))
        self._add_sentences(comparison)
        self._add_relations(comparison)
        # An article's sources are looked at once, however many people annotated it.
        self._add_sources(comparison, self.sources.pop(article_of(comparison.record["id"]), {}))

    def _add_labels(self, gold, found):
        gold_spans, found_spans = labelled_spans(gold), labelled_spans(found)
        for role in ROLES:
            of_gold = {span for span in gold_spans if span[0] == role}
            of_found = {span for span in found_spans if span[0] == role}
            self.exact[role].add_sets(of_found, of_gold)
            self.begin[role].add_sets({span[1] for span in of_found}, {span[1] for span in of_gold})
            self.overlap[role].add_sets(
                {number for number, label in enumerate(found) if label[2:] == role},
                {number for number, label in enumerate(gold) if label[2:] == role})

    def _add_sentences(self, comparison):
        gold = set().union(*(attribution.content for attribution in comparison.gold))
        found = set().union(*(attribution.content for attribution in comparison.found))
        for span in comparison.record["sentences"]:
            sentence = positions([span], comparison.text)
            if sentence:
                is_gold, is_found = (2 * len(sentence & contents) >= len(sentence)
                                     for contents in (gold, found))
                self.sentence.add(is_found, is_gold, is_gold and is_found)

    def _add_relations(self, comparison):
        matched = comparison.matched_found
        # The corpus annotates one level: a nested attribution it lacks may be right all the same.
        judged = [number for number, attribution in enumerate(comparison.found)
                  if number in matched or not attribution.nested]
        self.relation.add(len(judged), len(comparison.gold), len(matched))
        for number, attribution in enumerate(comparison.gold):
            self.by_kind[attribution.kind].gold += 1
            self.by_kind[attribution.kind].recalled += number in comparison.match
        for number, attribution in enumerate(comparison.found):
            if not attribution.nested:
                self.by_kind[attribution.kind].found += 1
                self.by_kind[attribution.kind].right += number in matched

    def _add_sources(self, comparison, annotated):
        known = {source["id"]: source for source in comparison.report.get("sources") or []}
        for gold, found in comparison.match.items():
            wanted = annotated.get(comparison.gold[gold].spans["id"])
            if not wanted or wanted["type"] in UNJUDGED:
                continue
            source = known.get(comparison.found[found].spans.get("sourceId"), {})
            self.shares["kind"].add(source.get("kind") == wanted["type"])
            if wanted["type"] in NAMED:
                self.shares["name"].add(same_name(wanted["canonical"], source.get("name")))
            if wanted["title"]:
                self.shares["title"].add(shared_words(wanted["title"], source.get("title")))

    def as_json(self):
        figures = {"articles": self.articles}
        for name in ("exact", "begin", "overlap"):
            figures[name] = {role: counts.as_json() for role, counts in getattr(self, name).items()}
        figures["sentence"] = self.sentence.as_json()
        figures["relation"] = self.relation.as_json()
        for kind, counts in self.by_kind.items():
            if counts.gold or counts.found:
                figures["relation." + kind] = counts.as_json()
        for name, share in self.shares.items():
            if share.of:
                figures[name] = share.as_json()
        return figures
