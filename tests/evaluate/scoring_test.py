import unittest

from articles import record, report
from comparison import Comparison
from scoring import Counts, Figures
from spans import labelled_spans, quoted_positions

GOLD = "[source Mara Lind] [cue said] [content the bridge is closed].\nIt rained."
SOURCES = {"ostby_bridge": {"E1": {"type": "named_person", "canonical": "Mara Lind",
                                   "title": "mayor of Ostby"}}}


def figures(gold, *found, sources=None, **more):
    adding = Figures(sources)
    for marked in found:
        adding.add(Comparison(record("ostby_bridge_a1", gold),
                              report("ostby_bridge_a1", marked, **more)))
    return adding


class Scoring(unittest.TestCase):
    def test_a_perfect_report_is_right_in_every_figure(self):
        result = figures(GOLD, GOLD).as_json()
        for name in ("exact", "begin", "overlap"):
            for role in ("source", "cue", "content"):
                self.assertEqual(result[name][role]["f1"], 1)
        self.assertEqual(result["sentence"]["f1"], 1)
        self.assertEqual(result["relation"]["f1"], 1)

    def test_an_empty_report_has_recall_and_precision_zero(self):
        result = figures(GOLD, "").as_json()
        self.assertEqual(result["relation"], {"p": 0, "r": 0, "f1": 0, "pred": 0, "gold": 1})

    def test_a_content_that_ends_early_is_begun_right_but_not_exact(self):
        short = "[source Mara Lind] [cue said] [content the bridge] is closed.\nIt rained."
        result = figures(GOLD, short)
        self.assertEqual(result.exact["content"].right, 0)
        self.assertEqual(result.begin["content"].right, 1)
        self.assertEqual(result.overlap["content"].right, 2)
        self.assertEqual(result.overlap["content"].gold, 4)

    def test_contents_less_than_half_alike_do_not_match(self):
        for words, matches in (("[content the bridge] is closed", 1), ("[content the] bridge", 0)):
            found = f"[source Mara Lind] [cue said] {words}."
            self.assertEqual(figures(GOLD, found).relation.right, matches, words)

    def test_the_same_content_of_another_source_does_not_match(self):
        found = "Mara Lind [cue said] [content the bridge is closed].\n[source It] rained."
        self.assertEqual(figures(GOLD, found).relation.right, 0)

    def test_two_attributions_without_a_source_match(self):
        hidden = "Rain [cue is expected], [content with wind]."
        self.assertEqual(figures(hidden, hidden).relation.right, 1)

    def test_a_nested_attribution_counts_only_where_it_matches(self):
        self.assertEqual(figures("It rained.", "[source It] [cue rained].", parent=7)
                         .relation.found, 0)
        self.assertEqual(figures(GOLD, GOLD, parent=7).relation.found, 1)

    def test_a_sentence_is_attributed_if_half_of_it_is_content(self):
        half = "[source Li] [cue said] [content it fell]."  # 6 of 13 characters and a dot
        more = "[source Li] [cue said] [content it fell.]"
        self.assertEqual(figures(half, more).sentence, Counts(found=1, gold=0))
        self.assertEqual(figures(more, half).sentence, Counts(found=0, gold=1))
        self.assertEqual(figures(more, more).sentence, Counts(1, 1, 1, 1))

    def test_a_kind_of_quotation_has_figures_of_its_own(self):
        gold = "[content “We reopen in May,”] [source Lind] [cue said]."
        self.assertEqual(figures(gold, gold).by_kind["direct"].recalled, 1)
        mixed = "[source Lind] [cue said] [content they “reopen” in May]."
        self.assertEqual(figures(mixed, mixed).by_kind["mixed"].right, 1)

    def test_sources_are_judged_once_an_article(self):
        result = figures(GOLD, GOLD, GOLD, sources=SOURCES).as_json()
        self.assertEqual(result["kind"], {"accuracy": 0, "of": 1})

    def test_a_source_is_right_by_kind_name_and_title(self):
        found = report("ostby_bridge_a1", GOLD, sourceId=4)
        found["sources"] = [{"id": 4, "kind": "named_person", "name": "the Lind",
                             "title": "Ostby’s mayor"}]
        adding = Figures(SOURCES)
        adding.add(Comparison(record("ostby_bridge_a1", GOLD), found))
        result = adding.as_json()
        self.assertEqual(result["kind"]["accuracy"], 1)
        self.assertEqual(result["name"]["accuracy"], 0)
        self.assertEqual(result["title"]["accuracy"], 1)


class Labels(unittest.TestCase):
    def test_a_label_that_continues_nothing_begins_no_span(self):
        labels = ["B-content", "I-content", "B-cue", "I-content", "O"]
        self.assertEqual(labelled_spans(labels), {("content", 0, 2), ("cue", 2, 3)})

    def test_a_span_may_end_with_the_paragraph(self):
        self.assertEqual(labelled_spans(["O", "B-cue"]), {("cue", 1, 2)})


class Quotes(unittest.TestCase):
    def test_a_quotation_includes_its_marks(self):
        self.assertEqual(quoted_positions('a "b" c'), {2, 3, 4})

    def test_a_quotation_left_open_ends_with_its_paragraph(self):
        self.assertEqual(quoted_positions("“ab\ncd"), {0, 1, 2})


if __name__ == "__main__":
    unittest.main()
