"""The numbers behind a bar chart."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct

from register.model import Initiative
from website.localized_site import LocalizedSite

_PLAIN: Mapping[str, str] = MappingProxyType({})


class Bar(Struct, frozen=True, kw_only=True):
    """One bar: how often the value `key` occurs."""

    key: str
    label: str
    count: int
    # The class that gives the bar its colour, or none.
    style: str = ""


def count_bars(
    values: Iterable[str], labels: Mapping[str, str], styles: Mapping[str, str] = _PLAIN
) -> tuple[Bar, ...]:
    """Return a bar per value that occurs, in the order of `labels`; `styles` are their classes."""
    counts = Counter(values)
    return tuple(
        Bar(key=key, label=label, count=counts[key], style=styles.get(key, ""))
        for key, label in labels.items()
        if counts[key]
    )


def count_phases(site: LocalizedSite, entries: Iterable[Initiative]) -> tuple[Bar, ...]:
    """Return a bar per phase of `entries`, by the main one of each."""
    vocabulary = site.register.vocabulary
    return count_bars(
        (entry.status.phase for entry in entries),
        site.labels(vocabulary.phases),
        {phase: vocabulary.phase_style(phase) for phase in vocabulary.phases},
    )


def list_largest(bars: Sequence[Bar], number: int, rest: str) -> tuple[Bar, ...]:
    """Return the `number` longest `bars`, longest first, and one for the others together.

    `rest` is its label, with `{count}` for how many they are.
    """
    ordered = sorted(bars, key=lambda bar: -bar.count)
    if len(ordered) <= number + 1:
        return tuple(ordered)
    shown, others = ordered[:number], ordered[number:]
    total = sum(bar.count for bar in others)
    return (*shown, Bar(key="", label=rest.format(count=len(others)), count=total))
