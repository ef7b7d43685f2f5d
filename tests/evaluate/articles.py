"""Small articles for the tests, their attributions marked in the text itself:

    "[source Mara Lind] [cue said] [content the bridge is closed]."

A line is a paragraph and a sentence; "[cue2 ...]" marks a part of a second attribution, and so on.
"""
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools" / "evaluate"))

MARK = re.compile(r"\[(source|cue|content)(\d*) ([^\]]*)\]")


def parsed(marked):
    """-> (the text without marks, its attributions)"""
    text, behind, attributions = "", 0, {}
    for match in MARK.finditer(marked):
        role, number, words = match.groups()
        text += marked[behind:match.start()]
        attribution = attributions.setdefault(number, {"source": [], "cue": [], "content": []})
        attribution[role].append([len(text), len(text) + len(words)])
        text += words
        behind = match.end()
    numbered = [{"id": f"E{place}", **attribution}
                for place, attribution in enumerate(attributions.values(), 1)]
    return text + marked[behind:], numbered


def record(record_id, marked):
    """A gold record: a token is a run of word characters or one other character."""
    text, attributions = parsed(marked)
    lines = [match.span() for match in re.finditer(r"[^\n]+", text)]
    return {"id": record_id, "text": text, "sentences": [list(line) for line in lines],
            "paragraphs": [paragraph(text, line, attributions) for line in lines],
            "attributions": attributions}


def paragraph(text, line, attributions):
    pattern = re.compile(r"\w+|[^\w\s]")
    tokens = [list(match.span()) for match in pattern.finditer(text, *line)]
    return {"tokens": tokens, "labels": [label(token, attributions) for token in tokens]}


def label(token, attributions):
    for attribution in attributions:
        for role in ("source", "cue", "content"):
            for begin, end in attribution[role]:
                if begin <= token[0] < end:
                    return ("B-" if token[0] == begin else "I-") + role
    return "O"


def report(record_id, marked, **more):
    """A Report; more: what each attribution has besides (confidence=0.7)."""
    _, attributions = parsed(marked)
    return {"id": record_id, "attributions": [
        {**attribution, "id": number, "parent": None, "sourceId": None, **more}
        for number, attribution in enumerate(attributions)]}
