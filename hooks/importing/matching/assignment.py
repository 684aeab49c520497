"""The pairing of two sets that is best as a whole."""

from collections.abc import Mapping

# Scores are whole numbers in there, so that equal sums are equal.
_SCALE = 100


def assign(scores: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """Return the pairs, first by first, whose scores add up to most; none of them twice.

    `scores` holds what each possible pair is worth, by the places in both sets. The same scores
    give the same pairs.
    """
    import networkx

    graph = networkx.Graph()
    for (first, second), score in sorted(scores.items()):
        # Places of the second set are negative, so that no place is in both.
        graph.add_edge(first, -1 - second, weight=round(score * _SCALE))
    pairs = networkx.max_weight_matching(graph)
    ordered = (tuple(sorted(pair, reverse=True)) for pair in pairs)
    return dict(sorted((first, -1 - second) for first, second in ordered))
