#!/usr/bin/env python3
"""How often is an attribution, or a claim's status, right whose labels are so sure? Prints the 11 numbers
that labeller_file.py --reliability takes, and where GOLD has statuses those for --status-reliability.

usage: calibrate.py GOLD.jsonl --run 'build/release/sourcelight analyze --jsonl --model RAW.slm'

RAW.slm must have been written without the two. GOLD: articles held back from training. The curve is the
best that never falls (isotonic regression: Ayer et al. 1955), read off at 0, 0.1, ... 1.
"""
import argparse
import json
import re
import sys
from pathlib import Path

from labeller_data import open_lines

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'evaluate'))
from reading import run_engine  # noqa: E402


FEWEST = 25  # attributions that a point of the curve rests on
UNNAMED = ('anonymous', 'unnamed_group')
AS_TOLD = [(i / 10, i / 10) for i in range(11)]


def isotonic(pairs):
    """[(sureness, right)] -> [(sureness, share right)] that never falls, by pooling neighbours"""
    blocks = []  # [sum of sureness, sum right, count]
    for sureness, right in sorted(pairs):
        blocks.append([sureness, right, 1])
        while len(blocks) > 1 and blocks[-2][1] * blocks[-1][2] >= blocks[-1][1] * blocks[-2][2]:
            last = blocks.pop()
            blocks[-1] = [a + b for a, b in zip(blocks[-1], last)]
    pooled = [blocks[0]]
    for block in blocks[1:]:  # few cases say little
        if pooled[-1][2] < FEWEST or block[2] < FEWEST:
            pooled[-1] = [a + b for a, b in zip(pooled[-1], block)]
        else:
            pooled.append(block)
    return [(s / n, r / n) for s, r, n in pooled]


def plain(name):
    name = re.sub(r"[’']s\b", '', name or '')
    name = re.sub(r'^(the|a|an)\s+', '', name.strip(), flags=re.I)
    return re.sub(r'[^a-z0-9& ]', '', name.lower()).strip()


def same_name(gold, have):
    """as shared/eval/score.py has it"""
    g, h = plain(gold), plain(have)
    return bool(g) and (g == h or set(g.split()) <= set(h.split()) or
                        (len(h.split()) > 1 and set(h.split()) <= set(g.split())))


def read_off(curve, at):
    """the curve between its points, level outside them"""
    if at <= curve[0][0]:
        return curve[0][1]
    for (x, y), (x2, y2) in zip(curve, curve[1:]):
        if at <= x2:
            return y + (y2 - y) * (at - x) / (x2 - x)
    return curve[-1][1]


def overlap(spans, others):
    return sum(max(0, min(e, e2) - max(b, b2)) for b, e in spans for b2, e2 in others)


def attribution_pairs(record, report):
    """[(sureness, right)]; right: an attribution of the record shares half of the content's characters and
    some of its source"""
    pairs = []
    for found in report['attributions']:
        def agrees(gold, found=found):
            both = overlap(gold['content'], found['content'])
            either = sum(e - b for b, e in gold['content'] + found['content']) - both
            same = overlap(gold['source'], found['source']) > 0 or not (gold['source'] or found['source'])
            return both * 2 >= either and same
        pairs.append((found['confidence'], any(agrees(gold) for gold in record['attributions'])))
    return pairs


def identity_pairs(record, report):
    """[(sureness, right)] of attributions that are right; right: the entry of the source has the name that the
    record gives, or is somebody unnamed as there. The curve is that of who.py"""
    pairs = []
    for found in report['attributions']:
        if found['sourceId'] is None:
            continue
        entry = report['sources'][found['sourceId']]
        for gold in record['attributions']:
            both = overlap(gold['content'], found['content'])
            either = sum(e - b for b, e in gold['content'] + found['content']) - both
            if both * 2 < either or not overlap(gold['source'], found['source']) or gold.get('kind') in (None, 'none', 'unclear'):
                continue
            unnamed = gold['kind'] in UNNAMED
            same = entry['kind'] in UNNAMED if unnamed else same_name(gold['name'], entry['name'])
            pairs.append((found['sourceConfidence'], bool(same)))
            break
    return pairs


def status_pairs(record, report):
    """[(sureness, right)] of claims; right: the sentence that holds most of it has that status"""
    pairs = []
    for claim in report['claims']:
        held = [overlap(claim['spans'], [[s['begin'], s['end']]]) for s in record['sentences']]
        sentence = record['sentences'][held.index(max(held))]
        pairs.append((claim['confidence'], claim['status'] in sentence['status']))
    return pairs


def expected_error(curve, pairs):
    """mean distance of what is said and what is right, in ten bins"""
    bins = [[] for _ in range(10)]
    for sureness, right in pairs:
        told = read_off(curve, sureness)
        bins[min(9, int(told * 10))].append((told, right))
    return sum(abs(sum(t for t, _ in b) - sum(r for _, r in b)) for b in bins) / max(1, len(pairs))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('gold')
    ap.add_argument('--run', required=True)
    ap.add_argument('--check', help='articles to tell the expected calibration error on')
    args = ap.parse_args()

    def pairs_of(path):
        records = open_lines(path)
        reports, _ = run_engine(args.run, records)
        statuses = 'status' in records[0]['sentences'][0] if isinstance(records[0]['sentences'][0], dict) else False
        def of_all(pairs):
            return [p for r, x in zip(records, reports) for p in pairs(r, x)]
        return of_all(attribution_pairs), of_all(status_pairs) if statuses else [], of_all(identity_pairs)

    given = pairs_of(args.gold)
    checks = pairs_of(args.check) if args.check else ([], [], [])
    for pairs, name in ((given[2], args.gold), (checks[2], args.check)):
        if pairs:
            print(f'who is meant, by who.py: error {100 * expected_error(AS_TOLD, pairs):.1f} on {len(pairs)} of {name}')
    for pairs, check, name in zip(given, checks, ('reliability', 'status-reliability')):
        if not pairs:
            continue
        curve = isotonic(pairs)
        print(f"--{name} '{json.dumps([round(read_off(curve, i / 10), 3) for i in range(11)])}'",
              f'error {100 * expected_error(curve, pairs):.1f}' + (f', on {args.check} {100 * expected_error(curve, check):.1f}' if check else ''))


if __name__ == '__main__':
    main()
