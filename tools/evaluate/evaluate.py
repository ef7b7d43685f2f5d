#!/usr/bin/env python3
"""Measures attributions on annotated news articles, and shows what went wrong.

    evaluate.py GOLD --run 'build/release/sourcelight analyze --jsonl --offsets codepoint'
    evaluate.py GOLD --pred REPORTS.jsonl --errors 3 --by publisher --by kind
    evaluate.py GOLD --agreement

GOLD is a file of records, plain or .gz (reading.py has their format). docs/evaluate.md says what
each figure is and how to read the errors. Needs Python 3.11 and nothing else.
"""
import argparse
import json
import sys

from agreement import annotator_pairs
from comparison import Comparison
from confidence import reliability
from errors import by_kind, find_errors, spread
from groups import GROUPS, figures_by
from printing import confidence_lines, error_lines, figure_lines, group_lines
from reading import BadInput, read_records, read_reports, read_sources, run_engine
from scoring import Figures


def parse_arguments(arguments):
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", metavar="GOLD", help="annotated articles")
    reports = parser.add_mutually_exclusive_group(required=True)
    reports.add_argument("--run", metavar="COMMAND",
                         help='turns {"id", "text"} lines on its input into Reports')
    reports.add_argument("--pred", metavar="REPORTS", help="Reports written earlier, one a line")
    reports.add_argument("--agreement", action="store_true",
                         help="measure the annotators of GOLD against each other")
    parser.add_argument("--sources", metavar="TSV", help="who the sources are, for figures on them")
    parser.add_argument("--by", action="append", choices=GROUPS, default=[],
                        help="figures by group; may be given several times")
    parser.add_argument("--errors", metavar="N", type=int,
                        help="list what went wrong, with N examples of each kind")
    parser.add_argument("--json", action="store_true", help="all of it as one JSON object")
    options = parser.parse_args(arguments)
    if options.errors is not None and options.errors < 0:
        parser.error("--errors: N must be 0 or more")
    if options.agreement and options.sources:
        parser.error("--sources: annotators give no names of sources to measure")
    return options


def read_pairs(options):
    """-> ([(record, Report)], seconds the engine took or None)"""
    records = read_records(options.gold)
    if options.agreement:
        return annotator_pairs(records), None
    if options.run:
        reports, seconds = run_engine(options.run, records)
        return list(zip(records, reports)), seconds
    return list(zip(records, read_reports(options.pred, records))), None


def error_json(errors, examples):
    return [{"kind": kind, "detail": detail, "count": len(rows),
             "examples": [error.as_json() for error in spread(rows, examples)]}
            for (kind, detail), rows in by_kind(errors).items()]


def main(arguments=None):
    options = parse_arguments(arguments)
    pairs, seconds = read_pairs(options)
    figures = Figures(read_sources(options.sources) if options.sources else None)
    comparisons = [Comparison(record, report) for record, report in pairs]
    for comparison in comparisons:
        figures.add(comparison)
    result = {**figures.as_json(), "seconds": seconds}
    groups = {group: figures_by(comparisons, group) for group in options.by}
    confidence = reliability(comparisons)
    errors = None if options.errors is None else \
        [error for comparison in comparisons for error in find_errors(comparison)]
    if options.json:
        result |= {"by": groups, "confidence": confidence}
        if errors is not None:
            result["errors"] = error_json(errors, options.errors)
        print(json.dumps(result, indent=1, ensure_ascii=False))
        return
    lines = [*figure_lines(result)]
    for group, table in groups.items():
        lines += group_lines(group, table)
    if confidence:
        lines += confidence_lines(confidence)
    if errors is not None:
        lines += error_lines(errors, options.errors)
    print("\n".join(lines))


if __name__ == "__main__":
    try:
        main()
    except BadInput as error:
        sys.exit(f"evaluate.py: {error}")
