"""Figures: those of a text in one language stand in the other, too."""

import re

# Thousands are parted by a space in French and a comma in English, decimals by a comma and a point.
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*(?:(?<!\d\d\d\d)[ \u00a0\u202f]\d{3}(?!\d))*")
_DIGITS = re.compile(r"\d+")
_SIGNS = re.compile(r"\D")


def compare_figures(fr: str, en: str) -> tuple[list[str], list[str]]:
    """Return the figures that only the French text has, and those that only the English has."""
    if _DIGITS.findall(fr) == _DIGITS.findall(en):
        return [], []
    french, english = _list_figures(fr), _list_figures(en)
    return (
        [shown for value, shown in french.items() if value not in english],
        [shown for value, shown in english.items() if value not in french],
    )


def _list_figures(text: str) -> dict[str, str]:
    """Return each figure of `text` by its digits alone, without zeros before it."""
    found = (each.group() for each in _FIGURE.finditer(text))
    return {_SIGNS.sub("", each).lstrip("0") or "0": each for each in found}
