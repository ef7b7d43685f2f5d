import unittest

from articles import record, report
from comparison import Comparison
from resolution import form_of, lines_of, resolution

TEXT = """[source Mara Lind] [cue said] [content the bridge is closed].
[source2 She] [cue2 said] [content2 it would open in May].
[source3 Lind] [cue3 denied] [content3 that it had cracks].
[source4 The mayor] [cue4 said] [content4 the town was poor]."""


def sources_of(count, kind="named_person", name="Mara Lind"):
    return {"ostby": {f"E{number}": {"type": kind, "canonical": name, "title": ""}
                      for number in range(1, count + 1)}}


def comparison(names):
    """TEXT against a Report that gives its attributions these sources."""
    found = report("ostby_a1", TEXT)
    found["sources"] = [{"id": number, "name": name} for number, name in enumerate(names)]
    for number, attribution in enumerate(found["attributions"]):
        attribution["sourceId"] = number
    return Comparison(record("ostby_a1", TEXT), found)


def counts(shares):
    return {form: (share.right, share.of) for form, share in shares.items()}


class Form(unittest.TestCase):
    def test_a_pronoun_in_any_case(self):
        for words in ("He", "her", "who", "Its", "they"):
            self.assertEqual(form_of(words), "pronoun", words)

    def test_a_lone_name_with_a_salutation_and_a_possessive(self):
        for words in ("Lind", "Mr. Lind", "Mrs Lind’s", "Ki-Lind,", "Moss'"):
            self.assertEqual(form_of(words), "lone name", words)

    def test_a_description_has_no_name_in_it(self):
        self.assertEqual(form_of("The mayor"), "description")
        self.assertIsNone(form_of("the Ostby council"))

    def test_a_full_name_or_a_group_is_none_of_them(self):
        for words in ("Mara Lind", "a senior official", "critics"):
            self.assertIsNone(form_of(words), words)


class Resolution(unittest.TestCase):
    def test_each_form_is_counted_apart_and_a_full_name_not(self):
        shares = resolution([comparison(["Mara Lind"] * 4)], sources_of(4))
        self.assertEqual(counts(shares),
                         {"pronoun": (1, 1), "lone name": (1, 1), "description": (1, 1)})

    def test_a_wrong_name_is_not_right(self):
        shares = resolution([comparison(["Mara Lind", "Ivo Stone", "Lind", "Mara Lind"])],
                            sources_of(4))
        self.assertEqual(counts(shares),
                         {"pronoun": (0, 1), "lone name": (0, 1), "description": (1, 1)})

    def test_sources_without_a_name_do_not_count(self):
        shares = resolution([comparison(["critics"] * 4)], sources_of(4, "unnamed_group", "critics"))
        self.assertEqual(sum(share.of for share in shares.values()), 0)

    def test_a_second_record_of_an_article_does_not_count(self):
        both = [comparison(["Mara Lind"] * 4)] * 2
        self.assertEqual(counts(resolution(both, sources_of(4)))["pronoun"], (1, 1))

    def test_the_last_line_adds_up_pronouns_and_lone_names(self):
        shares = resolution([comparison(["", "Mara Lind", "Ivo", "Ivo"])], sources_of(4))
        self.assertEqual(list(lines_of(shares))[-1], "pronouns and lone names  right  50.0 %  of 2")


if __name__ == "__main__":
    unittest.main()
