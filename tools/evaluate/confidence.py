"""Is an attribution of confidence 0.7 right in 70 of 100 cases?"""
from reading import BadInput

BINS = 10


def reliability(comparisons):
    """The table of confidences -> {"bins": [...], "ece": ...}, or None if no Report has any.

    Looks at the attributions found that stand in no other; one is right if it matches (relation).
    A bin is {"from", "to", "count", "confidence", "right"}: the mean confidence in it and the share
    that is right. ece, the expected calibration error, is the mean distance of the two, each bin
    weighing as much as it has attributions.
    """
    bins = [[] for _ in range(BINS)]
    for comparison in comparisons:
        for number, attribution in enumerate(comparison.found):
            confidence = attribution.confidence
            if attribution.nested or confidence is None:
                continue
            if not 0 <= confidence <= 1:
                raise BadInput(f"Report of {comparison.record['id']}: confidence {confidence}; "
                               "it must be from 0 to 1")
            # In hundredths, as the Report gives it: 0.7 * 10 is not 7 in every case.
            index = min(round(100 * confidence) * BINS // 100, BINS - 1)
            bins[index].append((confidence, number in comparison.matched_found))
    total = sum(map(len, bins))
    if not total:
        return None
    rows = []
    for index, items in enumerate(bins):
        if items:
            rows.append({"from": index / BINS, "to": (index + 1) / BINS, "count": len(items),
                         "confidence": sum(confidence for confidence, _ in items) / len(items),
                         "right": sum(right for _, right in items) / len(items)})
    error = sum(row["count"] * abs(row["confidence"] - row["right"]) for row in rows) / total
    return {"bins": rows, "ece": error}
