"""Apostrophes and French spaces: setting them, and whether they are set."""

import re

from register.model import Language

QUOTATION = re.compile("«[^»]*»|“[^”]*”")
QUOTED = re.compile('«[^»]*»|“[^”]*”|‘[^’]*’|"[^"]*"|\\([^)]*\\)')
NARROW = "\u202f"
NO_BREAK_SPACE = "\u00a0"

_SPACE = f"[ {NO_BREAK_SPACE}{NARROW}]"

# A colon between digits (10:30) or in an address (https://) has no space before it and stays.
_BEFORE_HIGH_PUNCTUATION = re.compile(rf"{_SPACE}+(?=[:;!?»])")
_AFTER_OPENING_GUILLEMET = re.compile(rf"«{_SPACE}*")
_BEFORE_CLOSING_GUILLEMET = re.compile(rf"(?<=[^\s{NARROW}])»")


def set_apostrophes(text: str) -> str:
    """Return `text` with every straight apostrophe made typographic (both languages)."""
    return text.replace("'", "’")


def set_french(text: str) -> str:
    """Return a French `text` with typographic apostrophes and narrow no-break spaces.

    Sets the space before `: ; ! ?` and inside guillemets. A mark that touches its word is left
    alone: "CLiKC!" and "QuICK!" are names. Applying it twice changes nothing more.
    """
    text = set_apostrophes(text)
    text = _BEFORE_HIGH_PUNCTUATION.sub(NARROW, text)
    text = _AFTER_OPENING_GUILLEMET.sub("«" + NARROW, text)
    return _BEFORE_CLOSING_GUILLEMET.sub(NARROW + "»", text)


# What `set_french` would change, but for apostrophes. Each choice begins with a mark, of which a
# text has few, and looks at what is around it: so the search is many times faster than setting.
_FRENCH_MISTAKE = re.compile(
    rf"[:;!?»](?:(?<=[ {NO_BREAK_SPACE}].)|(?<={_SPACE}{NARROW}.))"
    rf"|«(?!{NARROW}(?!{_SPACE}))"
    rf"|»(?<=\S.)"
)


def is_well_set(text: str, language: Language) -> bool:
    """Return whether its setter would leave `text` as it is."""
    return "'" not in text and (language == "en" or not _FRENCH_MISTAKE.search(text))
