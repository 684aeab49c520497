"""Typography of the register's texts: setting them, and what is not set as it should be."""

import re

from register.messages import Message, say
from register.model import Language

QUOTED = re.compile('«[^»]*»|“[^”]*”|‘[^’]*’|"[^"]*"|\\([^)]*\\)')
# A mark that touches a capital is part of a name: "CLiKC!".
_TOUCHING = re.compile(r"[a-zß-ÿ0-9)]([;:?!])(?=\s|$)")
_IN_GUILLEMETS = re.compile("«[^»]*»")

NARROW_NO_BREAK_SPACE = "\u202f"
NO_BREAK_SPACE = "\u00a0"

# A colon between digits (10:30) or in an address (https://) has no space before it and stays.
_BEFORE_HIGH_PUNCTUATION = re.compile(rf"[ {NO_BREAK_SPACE}{NARROW_NO_BREAK_SPACE}]+(?=[:;!?»])")
_AFTER_OPENING_GUILLEMET = re.compile(rf"«[ {NO_BREAK_SPACE}{NARROW_NO_BREAK_SPACE}]*")
_BEFORE_CLOSING_GUILLEMET = re.compile(rf"(?<=[^\s{NARROW_NO_BREAK_SPACE}])»")


def set_apostrophes(text: str) -> str:
    """Return `text` with every straight apostrophe made typographic (both languages)."""
    return text.replace("'", "’")


def set_french(text: str) -> str:
    """Return a French `text` with typographic apostrophes and narrow no-break spaces.

    Sets the space before `: ; ! ?` and inside guillemets. A mark that touches its word is left
    alone: "CLiKC!" and "QuICK!" are names. Applying it twice changes nothing more.
    """
    text = set_apostrophes(text)
    text = _BEFORE_HIGH_PUNCTUATION.sub(NARROW_NO_BREAK_SPACE, text)
    text = _AFTER_OPENING_GUILLEMET.sub("«" + NARROW_NO_BREAK_SPACE, text)
    return _BEFORE_CLOSING_GUILLEMET.sub(NARROW_NO_BREAK_SPACE + "»", text)


SETTERS = {"fr": set_french, "en": set_apostrophes}

# What `set_french` would change, but for apostrophes. Each choice begins with a mark, of which a
# text has few, and looks at what is around it: so the search is many times faster than setting.
_SPACE = f"[ {NO_BREAK_SPACE}{NARROW_NO_BREAK_SPACE}]"
_FRENCH_MISTAKE = re.compile(
    rf"[:;!?»](?:(?<=[ {NO_BREAK_SPACE}].)|(?<={_SPACE}{NARROW_NO_BREAK_SPACE}.))"
    rf"|«(?!{NARROW_NO_BREAK_SPACE}(?!{_SPACE}))"
    rf"|»(?<=\S.)"
)


def is_well_set(text: str, language: Language) -> bool:
    """Return whether `SETTERS` would leave `text` as it is."""
    return "'" not in text and (language == "en" or not _FRENCH_MISTAKE.search(text))


def find_mistake(text: str, language: Language) -> tuple[Message, str] | None:
    """Return a message and the part of `text` that is not well set, if there is one."""
    name = "french" if language == "fr" else "english"
    if not is_well_set(text, language):
        part = _first_difference(text, SETTERS[language](text))
        return say(f"typography-{name}"), part
    if '"' in text:
        return say("straight-quotes", marks=say(f"marks-{name}")), '"'
    if "\t" in text:
        return say("tab-in-text"), "\t"
    if language == "en":
        return None
    # Few texts come further, so that quotations are taken out only then.
    if _TOUCHING.search(text) and (found := _TOUCHING.search(QUOTED.sub(" ", text))):
        return say("space-before", mark=found.group(1)), found.group()
    if "“" in text and (found := re.search("“", _IN_GUILLEMETS.sub(" ", text))):
        return say("english-quotes"), found.group()
    return None


def _first_difference(text: str, other: str) -> str:
    """Return the part of `text` from where `other` differs, some letters long."""
    pairs = enumerate(zip(text, other, strict=False))
    begin = next((nth for nth, (one, two) in pairs if one != two), len(text))
    if begin and text[begin - 1] == "«":
        begin -= 1
    return text[begin : begin + 3].partition("\n")[0]
