"""Summaries of the figures of several runs: pure functions."""

import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

Key = TypeVar("Key")
Figure = TypeVar("Figure")


@dataclass(frozen=True, kw_only=True)
class Spread:
    """The median of some figures, the lowest and the highest."""

    median: float
    low: float
    high: float

    def show(self, digits: int) -> str:
        """Return the three in words, rounded to `digits`: `2.81 (2.75-2.90)`."""
        return f"{self.median:.{digits}f} ({self.low:.{digits}f}-{self.high:.{digits}f})"


def summarize(figures: Sequence[float]) -> Spread:
    """Return the spread of `figures`. Raises `ValueError` where there are none."""
    if not figures:
        raise ValueError("no figures to summarize")
    return Spread(median=statistics.median(figures), low=min(figures), high=max(figures))


def compare(ours: Sequence[float], others: Sequence[float]) -> Spread:
    """Return the spread of the ratios of `ours` to `others`, each to that of the same round.

    Raises `ValueError` where the two differ in length, or are empty.
    """
    return summarize([mine / other for mine, other in zip(ours, others, strict=True)])


def alternate(measures: Mapping[Key, Callable[[], Figure]], runs: int) -> dict[Key, list[Figure]]:
    """Call each of `measures` in turn, `runs` times after a warm-up; return the figures by name.

    The figure of the warm-up is dropped. What a measure raises is left to the caller.
    """
    for measure in measures.values():
        measure()
    figures: dict[Key, list[Figure]] = {name: [] for name in measures}
    for _ in range(runs):
        for name, measure in measures.items():
            figures[name].append(measure())
    return figures
