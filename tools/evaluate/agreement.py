"""How far the annotators agree with each other: what an engine can be measured up to."""
from itertools import permutations

from reading import BadInput, article_of


def annotator_pairs(records):
    """[(record, Report)]: of articles read by several, every reading as a Report on every other.

    Each pair of readings is there in both directions, so that precision and recall are equal.
    """
    readings = {}
    for record in records:
        readings.setdefault(article_of(record["id"]), []).append(record)
    pairs = []
    for article, several in readings.items():
        if len({record["text"] for record in several}) > 1:
            raise BadInput(f"the readings of {article} are of different texts")
        pairs += [(gold, {"id": gold["id"], "attributions": found["attributions"]})
                  for gold, found in permutations(several, 2)]
    if not pairs:
        raise BadInput("no article was annotated twice: no two ids are equal up to their last "
                       "underscore")
    return pairs
