"""Everything evaluate.py has to say, as text; percentages with one decimal."""
from errors import by_kind, spread
from excerpts import excerpt
from groups import RECORD_GROUPS
from scoring import KINDS
from spans import ROLES

SHOWN_CUES = 30


def percent(share):
    return f"{100 * share:5.1f}"


def prf(figure):
    return f"P {percent(figure['p'])}  R {percent(figure['r'])}  F1 {percent(figure['f1'])}"


def figure_lines(figures):
    seconds = figures.get("seconds")
    yield f"{figures['articles']} articles" + (f", {seconds:.2f} s" if seconds else "")
    rows = [(f"{name:8} {role}", figures[name][role])
            for name in ("exact", "begin", "overlap") for role in ROLES]
    rows += [(key, figures[key])
             for key in ("sentence", "relation", *("relation." + kind for kind in KINDS))
             if key in figures]
    for label, figure in rows:
        yield f"{label:17} {prf(figure)}   ({figure['gold']} gold, {figure['pred']} found)"
    for key in ("kind", "name", "title"):
        if key in figures:
            figure = figures[key]
            yield f"source {key:10} right {percent(figure['accuracy'])} %  of {figure['of']}"


def group_lines(group, table):
    yield f"\nby {group}"
    if group in RECORD_GROUPS:
        yield f"  {'':30} articles  source  cue  content (exact F1)  sentence F1  relation"
        for key, figures in table.items():
            exact = "  ".join(percent(figures["exact"][role]["f1"]) for role in ROLES)
            yield (f"  {key[:30]:30} {figures['articles']:8}  {exact}                "
                   f"{percent(figures['sentence']['f1'])}  {prf(figures['relation'])}")
        return
    rows = list(table.items())
    shown = rows[:SHOWN_CUES] if group == "cue" else rows
    yield f"  {'':20}  gold  missed  found  relation"
    for key, figure in shown:
        yield (f"  {key:20} {figure['gold']:5}  {figure['missed']:6}  {figure['pred']:5}  "
               f"{prf(figure)}")
    if len(rows) > len(shown):
        missed = sum(figure["missed"] for _, figure in rows[len(shown):])
        yield f"  and {len(rows) - len(shown)} more, with {missed} missed"


def confidence_lines(table):
    yield "\nconfidence of attributions found (outer level), and the share of them that is right"
    for row in table["bins"]:
        yield (f"  {row['from']:.1f} to {row['to']:.1f}  {row['count']:6}  mean "
               f"{percent(row['confidence'])}  right {percent(row['right'])}")
    yield f"  expected calibration error {percent(table['ece'])}"


def error_lines(errors, examples):
    """A table of all kinds, then of each kind a few examples."""
    table = by_kind(errors)
    yield "\nerrors, and by how many tokens boundaries are off (median)"
    for (kind, detail), rows in table.items():
        tokens = sorted(error.tokens for error in rows)[len(rows) // 2]
        yield f"  {len(rows):5}  {kind:32} {detail:32} {tokens or '':>4}".rstrip()
    for (kind, detail), rows in table.items():
        if examples:
            yield f"\n{kind}{', ' if detail else ''}{detail}: {len(rows)}"
        for error in spread(rows, examples):
            yield f"  {error.article}" + (f", {error.tokens} tokens" if error.tokens else "")
            for label, attribution in (("gold ", error.gold), ("found", error.found)):
                if attribution:
                    yield f"    {label} {excerpt(error.text, attribution)}"
