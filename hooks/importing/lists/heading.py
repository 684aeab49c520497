"""What stands above a table: the title of the list, and its date."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from babel.dates import get_month_names

from importing.matching.names import simplify

# More than these few paragraphs above a table are a text, not its title.
_PARAGRAPHS = 3
_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_FIGURES = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b")
_WORDS = re.compile(r"\b(\d{1,2})(?:er|st|nd|rd|th)?\s+([^\W\d]+)\.?,?\s+(\d{4})\b")
_MONTH_FIRST = re.compile(r"\b([^\W\d]+)\s+(\d{1,2}),?\s+(\d{4})\b")


def find_title(before: Sequence[str]) -> str:
    """Return the title of a list, from the paragraphs above its table."""
    return " / ".join(before[-_PARAGRAPHS:])


def find_date(text: str) -> str | None:
    """Return the last date in `text` as "2025-06-30": "30 juin 2025", "30 June 2025", 30/06/2025.

    Of figures the day comes first, as French and British lists have it. None if there is no date.
    """
    found = [(m.start(), *map(int, m.groups())) for m in _ISO.finditer(text)]
    for match in _FIGURES.finditer(text):
        day, month, year = map(int, match.groups())
        found.append((match.start(), year, month, day))
    months = _months()
    for pattern, order in ((_WORDS, (2, 1, 0)), (_MONTH_FIRST, (2, 0, 1))):
        for match in pattern.finditer(text):
            year_text, name, day_text = (match.group(place + 1) for place in order)
            if number := months.get(simplify(name)):
                found.append((match.start(), int(year_text), number, int(day_text)))
    for _, year, month, day in sorted(found, reverse=True):
        try:
            return date(year, month, day).isoformat()
        except ValueError:
            continue
    return None


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    """Return the number of each month by its name in either language."""
    return {
        simplify(name): number
        for locale in ("fr", "en")
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=locale).items()
    }
