"""The numbers behind a bar chart."""

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Protocol, TypeVar

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


class _Counted(Protocol):
    @property
    def count(self) -> int: ...


Counted = TypeVar("Counted", bound=_Counted)


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


def split_largest(rows: Iterable[Counted], number: int) -> tuple[list[Counted], list[Counted]]:
    """Return the `number` longest `rows`, longest first, and the others; but never one other."""
    ordered = sorted(rows, key=lambda row: -row.count)
    end = number if len(ordered) > number + 1 else len(ordered)
    return ordered[:end], ordered[end:]


def list_largest(bars: Iterable[Bar], number: int, rest: str) -> list[Bar]:
    """Return the `number` longest `bars`, longest first, and one for the others together.

    `rest` is its label, with `{count}` for how many they are.
    """
    shown, others = split_largest(bars, number)
    total = sum(bar.count for bar in others)
    together = Bar(key="", label=rest.format(count=len(others)), count=total)
    return [*shown, together] if others else shown
