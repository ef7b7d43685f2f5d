"""Sentences that people judged, for the models of core/src/worth: how the files read, how they are
split, and which words of a sentence were marked as loaded."""
import ast
import hashlib
import json
import re
import subprocess
from dataclasses import dataclass, field

WORD = re.compile(r"[a-z][a-z'-]*[a-z]")  # in lower case, no mask
PARTS = 5  # one part is held back, the others train


@dataclass
class Item:
    text: str
    label: bool  # biased, or worth a check
    marked: list = field(default_factory=list)  # words and phrases marked as loaded
    sentences: list = None  # what `sourcelight worth` says

    def __post_init__(self):
        words = ' '.join(re.findall(r'\w+', self.text.lower()))
        self.hash = int(hashlib.sha256(words.encode()).hexdigest(), 16)

    @property
    def held_back(self):
        """texts that differ only in capitals, marks and blanks are on the same side"""
        return self.hash % PARTS == 0

    @property
    def fold(self):
        return self.hash // PARTS % PARTS


class BadInput(Exception):
    pass


def rows_of(path, columns):
    with open(path, encoding='utf-8') as file:
        for number, line in enumerate(file, 1):
            row = line.rstrip('\n').split('\t')
            if len(row) != columns:
                raise BadInput(f'{path}, line {number}: {len(row)} columns; {columns} are wanted')
            yield number, row


def read_biased(path):
    """lines of "Biased|Non-biased", an opinion label, a Python list of loaded words, text; those on
    which the annotators did not agree are left out"""
    return [Item(text, label == 'Biased', ast.literal_eval(marked))
            for _, (label, _, marked, text) in rows_of(path, 4) if label in ('Biased', 'Non-biased')]


def read_check_worthy(path):
    """lines of "1|0", text"""
    items = []
    for number, (label, text) in rows_of(path, 2):
        if label not in ('0', '1'):
            raise BadInput(f'{path}, line {number}: label "{label}"; 0 or 1 is wanted')
        items.append(Item(text, label == '1'))
    return items


def ask(command, items):
    """fills in the sentences of each item: command is `sourcelight worth` as a list"""
    lines = ''.join(json.dumps({'text': item.text}) + '\n' for item in items)
    out = subprocess.run(command, input=lines.encode(), stdout=subprocess.PIPE, check=True).stdout
    answers = out.decode().splitlines()
    if len(answers) != len(items):
        raise BadInput(f'{len(answers)} answers to {len(items)} texts')
    for item, answer in zip(items, answers):
        item.sentences = json.loads(answer)['sentences']
    return items


def spans_marked(item):
    """where the words that were marked stand in the text: [(begin, end)]"""
    low = item.text.lower()
    return [match.span() for phrase in item.marked
            for match in re.finditer(r'(?<!\w)' + re.escape(phrase.lower()) + r'(?!\w)', low)]


def touches(span, spans):
    return any(span[0] < end and begin < span[1] for begin, end in spans)
