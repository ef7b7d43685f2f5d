"""Spans ([[begin, end]] in code points) as positions, tokens and labels; what stands in quotes."""

ROLES = ("source", "cue", "content")
DIRECT_SHARE = 0.9  # of a content's characters inside quotation marks, and more: direct
INDIRECT_SHARE = 0.05  # and less: indirect


def positions(spans, text):
    """The positions of all characters in the spans that are no white space."""
    return {position for begin, end in spans or []
            for position in range(begin, min(end, len(text))) if not text[position].isspace()}


def touched(tokens, spans):
    """The numbers of the tokens that share a character with a span, in the spans' order.

    Looks at every token: a few paragraphs of the corpus have tokens out of order.
    """
    return [number for begin, end in spans or [] for number, token in enumerate(tokens)
            if token[0] < end and token[1] > begin]


def labels_of(tokens, attributions):
    """One label a token, "B-cue", "I-cue" or "O", from the attributions that stand in no other.

    Where roles contest a token, the cue wins over the source and the source over the content, as in
    the annotated labels, so that a content around its cue is two stretches, and only the first of
    them begins with B.
    """
    labels = ["O"] * len(tokens)
    outer = [attribution for attribution in attributions if attribution.get("parent") is None]
    for role in ("content", "source", "cue"):
        for attribution in outer:
            for span in attribution.get(role) or []:
                prefix = "B-"
                for number in touched(tokens, [span]):
                    labels[number] = prefix + role
                    prefix = "I-"
    return labels


def labelled_spans(labels):
    """Labels -> {(role, first token, token behind the last)}; an I- without its B- begins none."""
    spans = set()
    role, first = None, 0
    for number, label in enumerate([*labels, "O"]):
        if role and label != "I-" + role:
            spans.add((role, first, number))
            role = None
        if label.startswith("B-"):
            role, first = label[2:], number
    return spans


def quoted_positions(text):
    """All positions in double quotation marks, these included.

    A quotation that nobody closes ends with its paragraph.
    """
    quoted = set()
    opened = None
    for position, character in enumerate(text):
        if opened is None:
            if character in '“"':
                opened = position
        elif character == "\n":
            quoted.update(range(opened, position))
            opened = None
        elif character in '”"':
            quoted.update(range(opened, position + 1))
            opened = None
    if opened is not None:
        quoted.update(range(opened, len(text)))
    return quoted


def quotation_kind(content, quoted):
    """direct, mixed or indirect: by how many of the content's positions stand in quotes."""
    share = len(content & quoted) / len(content) if content else 0
    if share >= DIRECT_SHARE:
        return "direct"
    return "mixed" if share > INDIRECT_SHARE else "indirect"
