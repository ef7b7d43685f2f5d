import contextlib
import gzip
import io
import json
import sys
import tempfile
import unittest
from pathlib import Path

from articles import record, report
import evaluate
import rename
from reading import BadInput

MARKED = "[source Mara Lind] [cue said] [content the bridge is closed]."
SHORT = "Mara [source Lind] [cue said] [content the bridge is] closed."


class Folder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.gold = self.lines("gold.jsonl", record("north_bridge_a1", MARKED),
                               record("north_bridge_a2", SHORT))
        self.reports = self.lines("reports.jsonl",
                                  report("north_bridge_a1", MARKED, confidence=0.8),
                                  report("north_bridge_a2", MARKED, confidence=0.8))

    def lines(self, name, *values):
        path = self.folder / name
        path.write_text("".join(json.dumps(value) + "\n" for value in values), encoding="utf-8")
        return str(path)

    def printed(self, main, *arguments):
        output = io.StringIO()
        with contextlib.redirect_stdout(output):
            main(list(arguments))
        return output.getvalue()

    def figures(self, *arguments):
        return json.loads(self.printed(evaluate.main, *arguments, "--json"))


class Evaluate(Folder):
    def test_reports_written_earlier_are_measured(self):
        figures = self.figures(self.gold, "--pred", self.reports)
        self.assertEqual(figures["relation"]["f1"], 1)
        self.assertEqual(figures["exact"]["source"]["f1"], 0.5)
        self.assertEqual(figures["confidence"]["bins"][0]["count"], 2)

    def test_a_command_is_run_on_the_texts(self):
        code = ("import json, sys\n"
                "for line in sys.stdin:\n"
                "    print(json.dumps({'id': json.loads(line)['id'], 'attributions': []}))\n")
        (self.folder / "engine.py").write_text(code, encoding="utf-8")
        figures = self.figures(self.gold, "--run", f"'{sys.executable}' {self.folder}/engine.py")
        self.assertEqual(figures["relation"], {"p": 0, "r": 0, "f1": 0, "pred": 0, "gold": 2})
        self.assertGreater(figures["seconds"], 0)

    def test_gold_may_be_packed(self):
        packed = self.gold + ".gz"
        with gzip.open(packed, "wt", encoding="utf-8") as file:
            file.write(Path(self.gold).read_text(encoding="utf-8"))
        self.assertEqual(self.figures(packed, "--pred", self.reports)["articles"], 2)

    def test_annotators_are_measured_against_each_other(self):
        figures = self.figures(self.gold, "--agreement")
        self.assertEqual(figures["articles"], 2)
        self.assertEqual(figures["relation"]["f1"], 1)
        self.assertEqual(figures["exact"]["cue"]["f1"], 1)
        self.assertEqual(figures["exact"]["source"]["f1"], 0)

    def test_everything_can_be_printed(self):
        text = self.printed(evaluate.main, self.gold, "--pred", self.reports, "--errors", "1",
                            *[word for group in evaluate.GROUPS for word in ("--by", group)])
        for words in ("relation.indirect", "by publisher", "by cue-class", "confidence of",
                      "boundaries: source too long", "[source Mara Lind] [cue said]"):
            self.assertIn(words, text)


class BadFiles(Folder):
    def refused(self, message, *arguments):
        with self.assertRaisesRegex(BadInput, message):
            evaluate.main(list(arguments))

    def test_a_missing_file_is_named(self):
        self.refused("cannot read nowhere.jsonl", "nowhere.jsonl", "--agreement")

    def test_a_line_that_is_no_json_is_named(self):
        path = self.folder / "bad.jsonl"
        path.write_text("{\n", encoding="utf-8")
        self.refused("bad.jsonl, line 1: no valid JSON", str(path), "--agreement")

    def test_a_record_without_paragraphs_is_named(self):
        path = self.lines("bad.jsonl", {"id": "a_1", "text": "", "sentences": []})
        self.refused("record 1: paragraphs, attributions missing", path, "--agreement")

    def test_reports_in_another_order_are_refused(self):
        turned = self.lines("turned.jsonl", report("north_bridge_a2", ""),
                            report("north_bridge_a1", ""))
        self.refused("the same order", self.gold, "--pred", turned)

    def test_too_few_reports_are_refused(self):
        few = self.lines("few.jsonl", report("north_bridge_a1", ""))
        self.refused("1 Reports for 2 records", self.gold, "--pred", few)

    def test_offsets_in_other_units_are_refused(self):
        other = [{**report(f"north_bridge_a{number}", ""), "offsets": "utf8"} for number in (1, 2)]
        self.refused("--offsets codepoint", self.gold, "--pred", self.lines("utf8.jsonl", *other))

    def test_an_error_in_place_of_a_report_is_told(self):
        error = {"id": "north_bridge_a1", "error": {"code": "no_text", "message": "no text"}}
        path = self.lines("error.jsonl", error, report("north_bridge_a2", ""))
        self.refused("no Report but an error: no text", self.gold, "--pred", path)

    def test_a_command_that_fails_is_told_with_its_words(self):
        self.refused("exit status 3\nno weights", self.gold, "--run",
                     "echo no weights >&2; exit 3")

    def test_agreement_needs_an_article_read_twice(self):
        path = self.lines("one.jsonl", record("north_bridge_a1", MARKED))
        self.refused("no article was annotated twice", path, "--agreement")


class RenameCommand(Folder):
    def test_records_come_out_in_their_order(self):
        silver = self.folder / "silver.tsv"
        silver.write_text("#article\tnorth_bridge\n0\t4\tMara\tNNP\tPERSON\t2\tcompound\n"
                          "5\t9\tLind\tNNP\tPERSON\t3\tnsubj\n\n#coref\t1:1:3:2*\n",
                          encoding="utf-8")
        lines = self.printed(rename.main, self.gold, str(silver)).splitlines()
        records = [json.loads(line) for line in lines]
        self.assertEqual([line["id"] for line in records], ["north_bridge_a1", "north_bridge_a2"])
        self.assertEqual(records[0]["text"], records[1]["text"])
        self.assertNotIn("Lind", records[0]["text"])

    def test_an_article_without_named_entities_is_told(self):
        silver = self.folder / "silver.tsv"
        silver.write_text("#article\tsouth_bridge\n", encoding="utf-8")
        with self.assertRaisesRegex(BadInput, "no article north_bridge"):
            rename.main([self.gold, str(silver)])

    def test_a_line_that_is_no_token_is_named(self):
        silver = self.folder / "silver.tsv"
        silver.write_text("#article\tnorth_bridge\nMara Lind\n", encoding="utf-8")
        with self.assertRaisesRegex(BadInput, "silver.tsv, line 2"):
            rename.read_silver(str(silver))


if __name__ == "__main__":
    unittest.main()
