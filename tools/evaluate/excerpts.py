"""An attribution in its text, its parts in brackets: [source Ann Lee] [cue said] [content ...]."""
from spans import ROLES

AROUND = 50  # characters of the text before and behind
LONGEST = 90  # of a part; what is longer is cut in its middle


def shortened(text):
    text = " ".join(text.split())
    if len(text) <= LONGEST:
        return text
    half = LONGEST // 2
    return f"{text[:half]} [...] {text[-half:]}"


def excerpt(text, attribution):
    """One line: the attribution's parts in the order of the text, with the text around them."""
    parts = sorted((begin, end, role) for role in ROLES for begin, end in attribution[role])
    if not parts:
        return "(nothing)"
    line = []
    behind = max(0, parts[0][0] - AROUND)
    for begin, end, role in parts:
        line.append(shortened(text[behind:begin]))
        line.append(f"[{role} {shortened(text[begin:end])}]")
        behind = max(behind, end)
    line.append(shortened(text[behind:behind + AROUND]))
    return " ".join(filter(None, line))
