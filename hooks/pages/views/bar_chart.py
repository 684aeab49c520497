"""The numbers behind a bar chart."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One bar: `share` is its length in per cent of the longest bar, `link` its target."""

    key: str
    label: str
    count: int
    share: float
    link: str = ""


def count_bars(
    values: Iterable[str], labels: Mapping[str, str], *, by_size: bool = False
) -> tuple[Bar, ...]:
    """Return a bar per value that occurs, in the order of `labels` or, `by_size`, largest first."""
    counts = Counter(values)
    keys = [key for key in labels if counts[key]]
    if by_size:
        keys.sort(key=lambda key: -counts[key])
    longest = max(counts.values(), default=1)
    return tuple(
        Bar(
            key=key,
            label=labels[key],
            count=counts[key],
            share=round(100 * counts[key] / longest, 2),
        )
        for key in keys
    )
