import re
import unittest

from articles import record
from reading import BadInput
from rename import Renaming, Usage, entities, read_silver, rename
from invented import MEN, WOMEN
from spans import ROLES

GIVEN = {"woman": {"mara"}, "man": {"ivo"}}
TEXT = """[source Mara Lind] [cue told] the Ostby Post that [content the bridge is closed].
[source2 LIND’S deputy] [cue2 said] [content2 an Olm-Lind plan was made by the Linds and BBX]."""
NAMES = {"Mara": "PERSON", "Lind": "PERSON", "Ostby": "ORGANIZATION", "Post": "ORGANIZATION",
         "Olm": "PERSON", "BBX": "ORGANIZATION", "Ivo": "PERSON", "Stone": "PERSON"}


def silver_of(article):
    """Its tokens, those of NAMES being named entities."""
    return [[(begin, end, word, NAMES.get(word, "O"))
             for begin, end in paragraph["tokens"] for word in [article["text"][begin:end]]]
            for paragraph in article["paragraphs"]]


def renaming_of(article, *others):
    silver = silver_of(article)
    usage = Usage({"it": silver, **{str(number): [other] for number, other in enumerate(others)}})
    return Renaming("ostby_bridge", article["text"], silver, usage, GIVEN)


def renamed(marked, *others):
    article = record("ostby_bridge_a1", marked)
    return rename(article, renaming_of(article, *others))


class Rename(unittest.TestCase):
    def test_no_name_is_left(self):
        text = renamed(TEXT)["text"]
        for name in ("Mara", "Lind", "LIND", "Ostby", "Olm", "BBX"):
            self.assertNotIn(name, text)

    def test_the_same_word_becomes_the_same_word_in_its_case_and_form(self):
        text = renamed(TEXT)["text"]
        surname = re.match(r"\w+ (\w+) told", text)[1]
        self.assertIn(f"\n{surname.upper()}’S deputy", text)
        self.assertIn(f"-{surname} plan", text)
        self.assertIn(f"the {surname}s and", text)

    def test_a_womans_given_name_becomes_a_womans(self):
        self.assertIn(renamed(TEXT)["text"].split()[0], WOMEN)
        self.assertIn(renamed("Ivo Lind left.")["text"].split()[0], MEN)

    def test_words_that_say_what_a_body_is_stay(self):
        self.assertRegex(renamed(TEXT)["text"], r"told the [A-Z]\w+ Post that")

    def test_an_acronym_becomes_one_with_the_same_first_letter(self):
        self.assertRegex(renamed(TEXT)["text"], r"and B[A-Z]{2}\.$")

    def test_an_before_a_name_stays_right(self):
        self.assertRegex(renamed(TEXT)["text"], r"an [AEIOU]\w+-")

    def test_all_offsets_point_to_the_same_words(self):
        old, new = record("ostby_bridge_a1", TEXT), renamed(TEXT)
        self.assertEqual([paragraph["labels"] for paragraph in new["paragraphs"]],
                         [paragraph["labels"] for paragraph in old["paragraphs"]])
        unchanged = {"told", "said", "deputy", "the bridge is closed"}
        for one, other in zip(old["attributions"], new["attributions"]):
            for role in ROLES:
                for (begin, end), (new_begin, new_end) in zip(one[role], other[role]):
                    words, new_words = old["text"][begin:end], new["text"][new_begin:new_end]
                    self.assertEqual(len(words.split()), len(new_words.split()))
                    if words in unchanged:
                        self.assertEqual(words, new_words)
        self.assertEqual(new["sentences"][-1][1], len(new["text"]))

    def test_a_common_word_is_a_name_only_where_the_tagger_says_so(self):
        article = record("ostby_bridge_a1", "Ivo Stone left. Stone is hard.")
        silver = silver_of(article)
        silver[0] = [token if token[0] < 10 else (*token[:3], "O") for token in silver[0]]
        small = [(0, 5, "stone", "O")]
        usage = Usage({"it": silver, "more": [small], "names": [[(0, 5, "Stone", "PERSON")] * 2]})
        text = rename(article, Renaming("x", article["text"], silver, usage, GIVEN))["text"]
        self.assertNotIn("Stone left", text)
        self.assertTrue(text.endswith("Stone is hard."))

    def test_the_same_article_becomes_the_same_every_time(self):
        self.assertEqual(renamed(TEXT), renamed(TEXT))

    def test_offsets_outside_the_text_are_refused(self):
        article = record("ostby_bridge_a1", TEXT)
        article["sentences"].append([0, 5000])
        with self.assertRaisesRegex(BadInput, r"ostby_bridge_a1: span \[0, 5000\]"):
            rename(article, renaming_of(article))

    def test_neighbouring_names_of_two_kinds_are_two(self):
        tokens = [(0, 4, "Mara", "PERSON"), (5, 8, "BBX", "ORGANIZATION"), (9, 13, "left", "O")]
        self.assertEqual(entities("Mara BBX left", [tokens]),
                         [("PERSON", [(0, "Mara")]), ("ORGANIZATION", [(5, "BBX")])])


if __name__ == "__main__":
    unittest.main()
