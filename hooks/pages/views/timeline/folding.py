"""The parts of a timeline with very many milestones: a page for a year, or a month, each."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

YEAR = len("2024")


def list_parts(
    places: Iterable[tuple[str, str]], most: int, categories: Sequence[str]
) -> tuple[str, ...]:
    """Return the parts of a timeline, in order: none if it has at most `most` milestones.

    `places` are the date and the category of all milestones: a month, a year, or nothing where the
    date is unknown. A part is named by its year; if that has too many milestones itself, by its
    months ("2024-05", and "2024" for those of no known month). The last part has no name and those
    without a date. What is still too long has parts by category ("2024-05/tools", "/tools").
    """
    counts = Counter(places)
    if counts.total() <= most:
        return ()
    of_year: Counter[str] = Counter()
    for (date, _), count in counts.items():
        of_year[date[:YEAR]] += count
    of_date: Counter[str] = Counter()
    for (date, _), count in counts.items():
        of_date[date if of_year[date[:YEAR]] > most else date[:YEAR]] += count
    parts = set()
    for date, category in counts:
        name = find_part(of_date, date, category)
        parts.add(f"{name}/{category}" if of_date[name] > most else name)
    order = {category: nth for nth, category in enumerate(categories)}

    def rank(part: str) -> tuple[bool, str, int]:
        date, category = split_part(part)
        return not date, date, order.get(category, 0)

    return tuple(sorted(parts, key=rank))


def split_part(part: str) -> tuple[str, str]:
    """Return the date of a part and, if it is one by category, its category."""
    date, _, category = part.partition("/")
    return date, category


def find_part(parts: Collection[str], date: str, category: str) -> str:
    """Return the one of `parts` that has the milestones of `date` in `category`."""
    names = (f"{date}/{category}", date, f"{date[:YEAR]}/{category}")
    return next((name for name in names if name in parts), date[:YEAR])
