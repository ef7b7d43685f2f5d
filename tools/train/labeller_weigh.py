#!/usr/bin/env python3
"""Weighs the labels of a trained labeller anew: a number is added to the score of each status and of each begin
of an attribution's parts, so that rare ones are found as often as they should be.

usage: labeller_weigh.py IN.pt OUT.pt GOLD.jsonl --scorer newsdesk.py

Chosen one after the other by what the command makes of GOLD (articles that were not learned from): the mean
of all statuses' F1 and the share of whole sets, then the F1 of relations. SCORER GOLD --run COMMAND --json
prints {"status": {"all": {"f1"}}, "set": {"accuracy"}, "relation": {"f1"}}.
"""
import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import torch

from labeller_file import load_model, load_state, write_model
from tasks import OUTER, ROLES, STATUS, TASK_ID, TASKS

WIDE, NARROW = (-0.5, -0.25, 0, 0.25, 0.5), (-0.15, 0, 0.15)
BEGINS = (-0.4, 0, 0.4, 0.8)


def first_label(task):
    return sum(len(t.labels) for t in TASKS[: TASK_ID[task.name]])


class Trial:
    def __init__(self, args, folder):
        self.args, self.model = args, load_model([args.model])
        self.file = Path(folder) / 'trial.slm'
        self.learned = self.model.leave_bias.data.clone()
        self.added = torch.zeros_like(self.learned)

    def figures(self):
        self.model.leave_bias.data = self.learned + self.added
        write_model(self.model, self.model.bits, self.file)
        run = f'{self.args.command} analyze --jsonl --offsets codepoint --model {self.file}'
        done = subprocess.run([sys.executable, self.args.scorer, self.args.gold, '--run', run, '--json'],
                              capture_output=True, check=True)
        return json.loads(done.stdout)

    def search(self, name, labels, steps, value):
        """the best of the steps for these labels, all the same; of equals the least"""
        before = self.added[labels].clone()
        found = []
        for step in steps:
            self.added[labels] = before + step
            found.append((value(self.figures()), -abs(step), step))
        self.added[labels] = before + max(found)[2]
        print(f'{name} {max(found)[2]:+.2f}: {100 * max(found)[0]:.2f}', flush=True)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('model')
    ap.add_argument('out')
    ap.add_argument('gold')
    ap.add_argument('--scorer', required=True)
    ap.add_argument('--command', default='build/release/sourcelight')
    args = ap.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(args, folder)
        status = first_label(STATUS)
        for steps in (WIDE, NARROW):
            for label in ('none', 'unnamed', 'hidden', 'named'):
                trial.search(label, [status + STATUS.id(label)], steps,
                             lambda f: (f['status']['all']['f1'] + f['set']['accuracy']) / 2)
        for task in TASKS[:2]:
            begins = [first_label(task) + OUTER.id(f'B-{role}') for role in ROLES]
            trial.search(task.name, begins, BEGINS, lambda f: f['relation']['f1'])
        trial.model.leave_bias.data = trial.learned + trial.added
        state = load_state(args.model)
        state['model'] = trial.model.state_dict()
        torch.save(state, args.out)


if __name__ == '__main__':
    main()
