"""The numbers behind a bar chart."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One bar: how often the value `key` occurs."""

    key: str
    label: str
    count: int


def count_bars(
    values: Iterable[str], labels: Mapping[str, str], *, by_size: bool = False
) -> tuple[Bar, ...]:
    """Return a bar per value that occurs, in the order of `labels` or, `by_size`, largest first."""
    counts = Counter(values)
    keys = [key for key in labels if counts[key]]
    if by_size:
        keys.sort(key=lambda key: -counts[key])
    return tuple(Bar(key=key, label=labels[key], count=counts[key]) for key in keys)
