"""Figures by group: by publisher or article, by quotation kind, class of cue or cue word."""
from collections import Counter

from cues import cue_class, cue_word, stem
from reading import article_of, publisher_of
from scoring import Counts, Figures

RECORD_GROUPS = {"publisher": publisher_of, "article": article_of}
ATTRIBUTION_GROUPS = {
    "kind": lambda text, attribution: attribution.kind,
    "cue-class": lambda text, attribution: cue_class(text, attribution["cue"]),
    "cue": lambda text, attribution: stem(cue_word(text, attribution["cue"])),
}
GROUPS = (*RECORD_GROUPS, *ATTRIBUTION_GROUPS)


def by_record(comparisons, group):
    """{group: figures as JSON}, each as if its articles were all there are."""
    groups = {}
    for comparison in comparisons:
        key = RECORD_GROUPS[group](comparison.record["id"])
        groups.setdefault(key, Figures()).add(comparison)
    return {key: groups[key].as_json() for key in sorted(groups)}


def by_attribution(comparisons, group):
    """{group: relation's figures as JSON}, groups with the most missed attributions first.

    Recall is over the annotated attributions of the group, precision over those found in it (at
    the outer level), as one may differ in its group from the other. Cue words are shown in their
    most frequent form.
    """
    key_of = ATTRIBUTION_GROUPS[group]
    counts, forms = {}, {}
    for comparison in comparisons:
        for of_gold, attributions, agree in (
                (True, comparison.gold, comparison.match),
                (False, comparison.found, comparison.matched_found)):
            for number, attribution in enumerate(attributions):
                if not of_gold and attribution.nested:
                    continue
                key = key_of(comparison.text, attribution)
                count = counts.setdefault(key, Counts())
                if of_gold:
                    count.gold += 1
                    count.recalled += number in agree
                else:
                    count.found += 1
                    count.right += number in agree
                if group == "cue":
                    word = cue_word(comparison.text, attribution["cue"])
                    forms.setdefault(key, Counter())[word or "(none)"] += 1
    ordered = sorted(counts, key=lambda key: (counts[key].recalled - counts[key].gold, key))
    return {forms[key].most_common(1)[0][0] if group == "cue" else key:
            {**counts[key].as_json(), "missed": counts[key].gold - counts[key].recalled}
            for key in ordered}


def figures_by(comparisons, group):
    tabulate = by_record if group in RECORD_GROUPS else by_attribution
    return tabulate(comparisons, group)
