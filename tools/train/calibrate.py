#!/usr/bin/env python3
"""How often is an attribution right whose labels are so sure? Prints the 11 numbers that
labeller_file.py --reliability takes.

usage: calibrate.py GOLD.jsonl --run 'build/release/sourcelight analyze --jsonl --model RAW.slm'

RAW.slm must have been written without --reliability. GOLD: articles held back from training. The
curve is the best that never falls (isotonic regression: Ayer et al. 1955), read off at 0, 0.1, ... 1.
"""
import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'evaluate'))
from comparison import Comparison  # noqa: E402
from reading import read_records, run_engine  # noqa: E402


FEWEST = 25  # attributions that a point of the curve rests on


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


def read_off(curve, at):
    """the curve between its points, level outside them"""
    if at <= curve[0][0]:
        return curve[0][1]
    for (x, y), (x2, y2) in zip(curve, curve[1:]):
        if at <= x2:
            return y + (y2 - y) * (at - x) / (x2 - x)
    return curve[-1][1]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('gold')
    ap.add_argument('--run', required=True)
    args = ap.parse_args()
    records = read_records(args.gold)
    reports, _ = run_engine(args.run, records)
    pairs = []
    for record, report in zip(records, reports):
        comparison = Comparison(record, report)
        pairs += [(found.confidence, i in comparison.matched_found)
                  for i, found in enumerate(comparison.found) if not found.nested]
    curve = isotonic(pairs)
    print(json.dumps([round(read_off(curve, i / 10), 3) for i in range(11)]))


if __name__ == '__main__':
    main()
