"""The parts of a timeline with very many milestones: a page for a year, or a month, each."""

from collections import Counter
from collections.abc import Collection, Iterable

YEAR = len("2024")


def list_parts(dates: Iterable[str], most: int) -> tuple[str, ...]:
    """Return the parts of a timeline, in order: none if it has at most `most` milestones.

    `dates` are those of all milestones: months, years, or nothing where the date is unknown. A part
    is named by its year; if that has too many milestones itself, by its months ("2024-05", and
    "2024" for those of no known month). The last part has no name and those without a date.
    """
    counts = Counter(dates)
    if counts.total() <= most:
        return ()
    of_year: Counter[str] = Counter()
    for date, count in counts.items():
        of_year[date[:YEAR]] += count
    parts = {date if of_year[date[:YEAR]] > most else date[:YEAR] for date in counts}
    return tuple(sorted(parts, key=lambda part: (not part, part)))


def find_part(parts: Collection[str], date: str) -> str:
    """Return the one of `parts` that has the milestones of `date`."""
    return date if date in parts else date[:YEAR]
