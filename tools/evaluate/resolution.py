#!/usr/bin/env python3
"""Measures how often pronouns and lone names lead to the right person, body or document.

    resolution.py GOLD SOURCES.tsv REPORTS.jsonl

Of the attributions that match and whose source is annotated with a name: those whose source is a
pronoun ("he", "her", "who"), a lone name ("Lind", "Mr. Lind's") or a description ("the senator").
Right is a name as docs/evaluate.md says. The first two together are what the project asks of.
GOLD, SOURCES.tsv and REPORTS.jsonl are what evaluate.py reads. Held by
tests/evaluate/resolution_test.py.
"""
import argparse
import re
import sys

from comparison import Comparison
from names import same_name
from reading import BadInput, article_of, read_records, read_reports, read_sources
from scoring import NAMED, Share

PRONOUNS = {"he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself",
            "they", "them", "their", "theirs", "themselves", "who", "whom", "whose", "which", "that",
            "i", "me", "my", "we", "us", "our"}
SALUTATION = re.compile(r"^(mr|mrs|ms|miss|dr|sir)\.?\s+", re.IGNORECASE)
FORMS = ("pronoun", "lone name", "description")


def form_of(words):
    """How the source's words name it; None where they do so in full."""
    words = re.sub(r"[’']s$|(?<=s)[’']$", "", words.strip().rstrip(","))
    if words.lower() in PRONOUNS:
        return "pronoun"
    if re.fullmatch(r"\w[\w.’'-]*", SALUTATION.sub("", words)) and words[0].isupper():
        return "lone name"
    if re.match(r"(the|this|that)\s+\S", words, re.IGNORECASE) and \
            not any(word[0].isupper() for word in words.split()[1:]):
        return "description"
    return None


def resolution(comparisons, sources):
    """-> {form: Share}; sources: as read_sources gives it. An article counts once."""
    shares = {form: Share() for form in FORMS}
    left = dict(sources)
    for comparison in comparisons:
        annotated = left.pop(article_of(comparison.record["id"]), {})
        known = {source["id"]: source for source in comparison.report.get("sources") or []}
        for gold, found in comparison.match.items():
            attribution = comparison.gold[gold]
            wanted = annotated.get(attribution.spans["id"])
            if not wanted or wanted["type"] not in NAMED or not attribution["source"]:
                continue
            words = " ".join(comparison.text[begin:end] for begin, end in attribution["source"])
            form = form_of(words)
            if form:
                source = known.get(comparison.found[found].spans.get("sourceId"), {})
                shares[form].add(same_name(wanted["canonical"], source.get("name")))
    return shares


def lines_of(shares):
    asked = Share(sum(shares[form].right for form in FORMS[:2]),
                  sum(shares[form].of for form in FORMS[:2]))
    for name, share in [*shares.items(), ("pronouns and lone names", asked)]:
        percent = f"{100 * share.right / share.of:5.1f} %" if share.of else "    - "
        yield f"{name:24} right {percent}  of {share.of}"


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", metavar="GOLD", help="annotated articles")
    parser.add_argument("sources", metavar="SOURCES.tsv", help="who the sources are")
    parser.add_argument("reports", metavar="REPORTS.jsonl", help="Reports, one a line")
    options = parser.parse_args(arguments)
    records = read_records(options.gold)
    reports = read_reports(options.reports, records)
    comparisons = [Comparison(record, report) for record, report in zip(records, reports)]
    print("\n".join(lines_of(resolution(comparisons, read_sources(options.sources)))))


if __name__ == "__main__":
    try:
        main()
    except BadInput as error:
        sys.exit(f"resolution.py: {error}")
