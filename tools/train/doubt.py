#!/usr/bin/env python3
"""How many are right of what is shown as unsure, fairly sure and sure? Prints a row for each class that
web/widget/doubt.json cuts the confidences into: of statuses, of attributions and of who is meant, the least
sure of a claim's attributions counting; then how many claims are unsure of anything.

usage: doubt.py GOLD.jsonl --run 'build/release/sourcelight analyze --jsonl'
       doubt.py --share TEXTS.jsonl --run ...   only how many claims are unsure, of {"id", "text"} lines

Right is what calibrate.py calls right; the interval is Wilson's (1927), 95 %.
"""
import argparse
import json
import math
import sys
from collections import Counter, defaultdict
from pathlib import Path

from calibrate import UNNAMED, overlap, same_name
from labeller_data import open_lines

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / 'tools/evaluate'))
from reading import run_engine  # noqa: E402

BOUNDS = json.loads((ROOT / 'web/widget/doubt.json').read_text())
CLASSES = ('unsure', 'fairly', 'sure')


def class_of(what, confidence):
    unsure, sure = BOUNDS[what]
    return 'unsure' if confidence < unsure else 'fairly' if confidence < sure else 'sure'


def interval(right, count, z=1.96):
    share, room = right / count, z * z / count
    middle = (share + room / 2) / (1 + room)
    half = z * math.sqrt(share * (1 - share) / count + room / count / 4) / (1 + room)
    return middle - half, middle + half


def match(record, found):
    """the annotator's attribution that has half of the content's characters and some of the source; or None"""
    for gold in record['attributions']:
        both = overlap(gold['content'], found['content'])
        either = sum(e - b for b, e in gold['content'] + found['content']) - both
        if both * 2 >= either and (overlap(gold['source'], found['source']) or not gold['source'] and not found['source']):
            return gold
    return None


def knows_who(gold, entry):
    if gold['kind'] in UNNAMED:
        return entry['kind'] in UNNAMED
    return same_name(gold['name'], entry['name'])


def judged(claim, record, report):
    """[(what, class, right or None)]; right is None where no annotator could say, or record is None"""
    held = [overlap(claim['spans'], [[s['begin'], s['end']]]) for s in record['sentences']] if record else []
    status = record and claim['status'] in record['sentences'][held.index(max(held))]['status']
    rows = [('status', class_of(claim['status'], claim['confidence']), status)]
    resting = [report['attributions'][number] for number in claim['attributions']]
    if resting:
        least = min(resting, key=lambda one: one['confidence'])
        right = record and match(record, least) is not None
        rows.append(('attribution', class_of('attribution', least['confidence']), right))
    given = [one for one in resting if one['sourceId'] is not None]
    if given:
        least = min(given, key=lambda one: one['sourceConfidence'])
        gold = record and match(record, least)
        known = gold and gold['source'] and gold.get('kind') not in (None, 'none', 'unclear')
        right = knows_who(gold, report['sources'][least['sourceId']]) if known else None
        rows.append(('who', class_of('who', least['sourceConfidence']), right))
    return rows


def print_table(title, rights):
    print(f'{title}\n{"":12} {"class":8} claims  right   interval')
    for what in sorted({what for what, _ in rights}):
        for name in CLASSES:
            right = rights.get((what, name))
            if right:
                low, high = interval(sum(right), len(right))
                print(f'{what:12} {name:8} {len(right):6}  {sum(right) / len(right):4.0%}   {low:.0%} to {high:.0%}')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('texts', metavar='GOLD.jsonl')
    parser.add_argument('--run', required=True)
    parser.add_argument('--share', action='store_true')
    args = parser.parse_args()
    records = open_lines(args.texts)
    reports, _ = run_engine(args.run, records)
    rights, by_status, claims = defaultdict(list), defaultdict(list), defaultdict(Counter)
    for record, report in zip(records, reports):
        for claim in report['claims']:
            rows = judged(claim, None if args.share else record, report)
            for what, name, right in rows:
                if right is not None and (claim['status'] != 'none' or what == 'status'):
                    rights[what, name].append(right)
                    if what == 'status':
                        by_status[claim['status'], name].append(right)
            if claim['status'] != 'none':
                least = min((name for _, name, _ in rows), key=CLASSES.index)
                claims[least][all(right is not False for _, _, right in rows)] += 1
    if not args.share:
        print_table('Of each thing that can be wrong', rights)
        print_table('Statuses', by_status)
    total, wrong = sum(sum(c.values()) for c in claims.values()), sum(c[False] for c in claims.values())
    for name in CLASSES:
        count = sum(claims[name].values())
        share = '' if args.share else f'; {claims[name][False] / max(1, wrong):.0%} of all claims with something wrong'
        print(f'{name}: {count} of {total} claims, {count / max(1, total):.1%}{share}')


if __name__ == '__main__':
    main()
