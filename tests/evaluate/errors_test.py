import unittest

from articles import record, report
from comparison import Comparison
from cues import cue_class, cue_word, stem
from errors import by_kind, find_errors, spread
from excerpts import excerpt
from groups import figures_by

GOLD = "On Monday [source Mara Lind] [cue said] [content the bridge in Ostby is closed] for good."


def errors(gold, found):
    comparison = Comparison(record("ostby_a1", gold), report("ostby_a1", found))
    return [(error.kind, error.detail, error.tokens) for error in find_errors(comparison)]


class Errors(unittest.TestCase):
    def test_nothing_is_wrong_with_a_perfect_report(self):
        self.assertEqual(errors(GOLD, GOLD), [])

    def test_an_attribution_that_is_not_found_is_missed(self):
        self.assertEqual(errors(GOLD, ""), [("missed attribution", "speech verb", 0)])

    def test_an_attribution_that_nobody_annotated_is_spurious(self):
        self.assertEqual(errors("The [content plan] failed.", "[cue The plan] failed."),
                         [("missed attribution", "none", 0), ("spurious attribution", "noun", 0)])

    def test_a_content_that_goes_on_too_far_is_one_error(self):
        gold = "[source Lind] [cue said] [content no], and then the rain began to fall again."
        found = "[source Lind] [cue said] [content no, and then the rain began to fall again]."
        self.assertEqual(errors(gold, found), [("content too long", "right", 9)])
        self.assertEqual(errors(found, gold), [("content too short", "right", 9)])

    def test_a_content_on_the_wrong_side_of_its_cue_is_elsewhere(self):
        gold = "The rain fell, [source Lind] [cue said], [content and it will go on]."
        found = "[content The rain fell], [source Lind] [cue said], and it will go on."
        self.assertEqual(errors(gold, found), [("content elsewhere", "", 8)])

    def test_the_right_content_can_have_the_wrong_source_or_none(self):
        wrong = "[source On Monday] Mara Lind [cue said] [content the bridge in Ostby is closed]."
        none = "On Monday Mara Lind [cue said] [content the bridge in Ostby is closed]."
        self.assertEqual(errors(GOLD, wrong), [("wrong source", "speech verb", 0)])
        self.assertEqual(errors(GOLD, none), [("source missing", "speech verb", 0)])
        self.assertEqual(errors(none, GOLD), [("source where none is", "speech verb", 0)])

    def test_content_and_source_can_both_be_off(self):
        found = "[source On Monday] Mara Lind [cue said] [content the] bridge in Ostby is closed."
        self.assertEqual(errors(GOLD, found),
                         [("content and source differ", "content too short", 5)])

    def test_boundaries_are_told_of_attributions_that_match(self):
        found = "On [source Monday Mara Lind] [cue said] [content the bridge in Ostby] is closed."
        self.assertEqual(errors(GOLD, found), [("boundaries: source too long", "left", 1),
                                               ("boundaries: content too short", "right", 2)])

    def test_kinds_stand_in_order_of_their_number_boundaries_last(self):
        found = [error for marked in ("", "", "On [source Monday Mara Lind] [cue said] "
                                      "[content the bridge in Ostby is closed] for good.")
                 for error in find_errors(Comparison(record("ostby_a1", GOLD),
                                                     report("ostby_a1", marked)))]
        self.assertEqual([(kind, len(rows)) for (kind, _), rows in by_kind(found).items()],
                         [("missed attribution", 2), ("boundaries: source too long", 1)])

    def test_examples_are_spread_over_the_articles(self):
        self.assertEqual(spread(list(range(10)), 2), [0, 5])
        self.assertEqual(spread([1], 3), [1])
        self.assertEqual(spread([1], 0), [])

    def test_an_excerpt_shows_the_parts_in_their_order(self):
        comparison = Comparison(record("ostby_a1", GOLD), report("ostby_a1", ""))
        self.assertEqual(excerpt(comparison.text, comparison.gold[0]), GOLD)


class Cues(unittest.TestCase):
    def classed(self, marked):
        article = record("ostby_a1", marked)
        return cue_class(article["text"], article["attributions"][0]["cue"])

    def test_cues_are_classed(self):
        for marked, expected in (
                ("Lind [cue said] so.", "speech verb"),
                ("Lind [cue has repeatedly insisted] so.", "speech verb"),
                ("Lind [cue wants] a bridge.", "other verb"),
                ("Lind’s [cue claim] is odd.", "noun"),
                ("Lind [cue claims] it is odd.", "speech verb"),
                ("The [cue suggestion] is odd.", "noun"),
                ("[cue According to] Lind, it rains.", "according-to-like"),
                ("[cue In the words of] Lind, it rains.", "according-to-like"),
                ("Lind[cue :] it rains.", "none")):
            self.assertEqual(self.classed(marked), expected, marked)

    def test_the_forms_of_a_verb_are_one_word(self):
        for forms in (("say", "says", "said", "saying"), ("deny", "denies", "denied", "denying"),
                      ("criticize", "criticized", "criticizing"), ("admit", "admitted"),
                      ("agree", "agrees", "agreed", "agreeing"), ("stress", "stressed")):
            self.assertEqual(len({stem(word) for word in forms}), 1, forms)

    def test_the_word_of_a_cue_is_the_one_that_tells(self):
        self.assertEqual(cue_word("Lind has also said so", [[5, 18]]), "said")


class Groups(unittest.TestCase):
    comparisons = [
        Comparison(record("north_bridge_a1", GOLD), report("north_bridge_a1", GOLD)),
        Comparison(record("south_bridge_a1", GOLD.replace("said", "says")),
                   report("south_bridge_a1", ""))]

    def test_publishers_have_figures_of_their_own(self):
        by_publisher = figures_by(self.comparisons, "publisher")
        self.assertEqual(by_publisher["north"]["relation"]["f1"], 1)
        self.assertEqual(by_publisher["south"]["relation"]["f1"], 0)

    def test_cue_words_are_counted_by_what_is_missed(self):
        by_cue = figures_by(self.comparisons, "cue")
        self.assertEqual(list(by_cue), ["said"])
        self.assertEqual((by_cue["said"]["gold"], by_cue["said"]["missed"]), (2, 1))


if __name__ == "__main__":
    unittest.main()
