"""Localized dates, at the precision that is known."""

from datetime import date, timedelta
from functools import cache

from babel.dates import format_date, format_skeleton

from register.model import Language

_LOCALES = {"fr": "fr", "en": "en_GB"}


# Few dates come often.
@cache
def format_partial_date(value: str, language: Language) -> str:
    """Return "2024", "2024-05" or "2024-05-13" as "2024", "May 2024" or "13 May 2024"."""
    parts = [int(part) for part in value.split("-")]
    locale = _LOCALES[language]
    if len(parts) == 1:
        return value
    if len(parts) == 2:
        return format_skeleton("yMMMM", date(parts[0], parts[1], 1), locale=locale)
    text = format_date(date(*parts), format="long", locale=locale)
    # French writes the first of a month as an ordinal.
    return "1er " + text.removeprefix("1 ") if language == "fr" and parts[2] == 1 else text


def format_span(start: str, end: str | None, language: Language, joiner: str) -> str:
    """Return a date, or two of them with `joiner` between, for instance "9 to 11 April 2024"."""
    if end is None or end == start:
        return format_partial_date(start, language)
    last = format_partial_date(end, language)
    if len(start) == len(end) == 10 and start[:7] == end[:7]:
        day = int(start[8:])
        first = "1er" if language == "fr" and day == 1 else str(day)
    else:
        first = format_partial_date(start, language)
    return f"{first} {joiner} {last}"


def format_month(value: str, language: Language) -> str:
    """Return the month of "2024-05" abbreviated, for instance "May"."""
    year, month = (int(part) for part in value.split("-"))
    return format_date(date(year, month, 1), format="LLL", locale=_LOCALES[language])


def first_day(value: str) -> date:
    """Return the first day of "2024", "2024-05" or "2024-05-13"."""
    year, month, day = (*map(int, value.split("-")), 1, 1)[:3]
    return date(year, month, day)


def day_after(value: str) -> date:
    """Return the day after the last day of "2024", "2024-05" or "2024-05-13"."""
    first = first_day(value)
    if len(value) == len("2024"):
        return date(first.year + 1, 1, 1)
    if len(value) == len("2024-05"):
        return (first.replace(day=28) + timedelta(days=4)).replace(day=1)
    return first + timedelta(days=1)
