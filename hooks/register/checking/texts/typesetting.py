"""Slips of typography beyond apostrophes and French spaces: finding them, and setting most.

What stands in quotation marks is a quotation, to the letter, and stays as it is.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from register.checking.texts.typography import (
    NARROW_NO_BREAK_SPACE,
    QUOTATION,
    QUOTED,
    is_well_set,
    set_apostrophes,
    set_french,
)
from register.messages import Message, say
from register.model import LANGUAGES, Language


class Fault(NamedTuple):
    """A kind of fault: its message, a sign that every text with one has, and where it is."""

    message: str
    sign: str
    pattern: re.Pattern[str]
    # What takes its place, as in `re.sub`; None where only an editor can know.
    instead: str | Callable[[re.Match[str]], str] | None = None
    languages: tuple[Language, ...] = LANGUAGES
    # What stays as it is; parentheses, too, for signs that touch a name in them.
    kept: re.Pattern[str] = QUOTATION


_SPACE = " \u00a0\u202f"
_LIGATURES = {"oe": "œ", "Oe": "Œ", "OE": "Œ"}
SLIPS = (
    # A mark that touches a capital is part of a name: "CLiKC!".
    *(
        Fault(
            "space-before",
            mark,
            re.compile(rf"[{mark}](?<=[a-zß-ÿ0-9)].)(?=\s|$)"),
            f"{NARROW_NO_BREAK_SPACE}{mark}",
            ("fr",),
            QUOTED,
        )
        for mark in ";:?!"
    ),
    *(
        Fault(
            "space-too-many",
            f"{space}{mark}",
            re.compile(rf"(?<=[\w)%])[{_SPACE}]+[{mark}](?=\s|$)"),
            mark,
            LANGUAGES if mark in ".," else ("en",),
            QUOTED,
        )
        for mark in ".,;:?!"
        for space in _SPACE
    ),
    Fault("spaces-double", "  ", re.compile(r"(?<=\S)  +(?=\S)"), " "),
    Fault(
        "percent-french",
        "%",
        re.compile(r"(?<=\d)[ \u00a0]?%"),
        f"{NARROW_NO_BREAK_SPACE}%",
        ("fr",),
    ),
    Fault("percent-english", "%", re.compile(rf"(?<=\d)[{_SPACE}]%"), "%", ("en",)),
    *(
        Fault(
            "thousands-french",
            space,
            re.compile(rf"{space}(?<=\d.)(?<!\d{{4}}.)(?=\d{{3}}(?!\d))"),
            NARROW_NO_BREAK_SPACE,
            ("fr",),
        )
        for space in " \u00a0"
    ),
    Fault("thousands-french", ",", re.compile(r",(?<=\d.)(?=\d{3}(?!\d))"), None, ("fr",)),
    *(
        Fault(
            "thousands-english",
            space,
            re.compile(rf"{space}(?<=\d.)(?<!\d{{4}}.)(?=\d{{3}}(?!\d))"),
            None,
            ("en",),
        )
        for space in _SPACE
    ),
    *(
        Fault(
            "ligature-oe",
            letters,
            re.compile(rf"{letters}(?=[uU]|il)"),
            one,
            ("fr",),
        )
        for letters, one in _LIGATURES.items()
    ),
    Fault("straight-quotes", '"', re.compile(r'(?<!\\)"([^"\\\n]+)"'), r"«\1»", ("fr",)),
    Fault("straight-quotes", '"', re.compile(r'(?<!\\)"([^"\\\n]+)"'), r"“\1”", ("en",)),
    Fault("english-quotes", "“", re.compile("“([^”]*)”"), r"«\1»", ("fr",), re.compile("«[^»]*»")),
    Fault("apostrophe-turned", "‘", re.compile(r"(?<=\w)‘(?=\w)"), "’"),
    Fault("english-quotes", "‘", re.compile("‘[^’\n]*’(?!\\w)"), None, ("fr",)),
    Fault("points-double", "..", re.compile(r"(?<!\.)\.\.(?!\.)")),
    Fault("line-break-typed", "\\", re.compile(r"\\[nrt](?![a-z])|(?<=\w)\\n")),
    Fault("footnote-mark", "[", re.compile(r"\[\d{1,3}\]")),
    Fault("tab-in-text", "\t", re.compile(r"\t")),
    Fault("space-after", ".", re.compile(r"\.(?<=[a-zß-ÿ]{2}.)(?=[A-ZÀ-Þ][a-zß-ÿ])")),
    Fault("space-after", ",", re.compile(r",(?<=[^\W\d_].)(?=[^\W\d_])")),
)
_OF = {language: [s for s in SLIPS if language in s.languages] for language in LANGUAGES}
_BASIC = {"fr": set_french, "en": set_apostrophes}


def find_slips(text: str, language: Language) -> Iterator[tuple[Message, str]]:
    """Yield a message and a part of `text` for each kind of fault of typography in it."""
    name = "french" if language == "fr" else "english"
    if not is_well_set(text, language):
        yield say(f"typography-{name}"), _first_difference(text, _BASIC[language](text))
    for fault in _OF[language]:
        if fault.sign in text and (found := _search(fault, text)) is not None:
            yield (
                say(
                    fault.message,
                    part=found,
                    mark=fault.sign.strip(),
                    marks=say(f"marks-{name}"),
                ),
                found,
            )


def _search(fault: Fault, text: str) -> str | None:
    """Return the first part of `text` that `fault` finds outside quotations, if there is one."""
    if not fault.pattern.search(text):
        return None
    # Few texts come this far, so that quotations are taken out only now.
    found = fault.pattern.search(fault.kept.sub(lambda each: "¤" * len(each.group()), text))
    if found is None:
        return None
    # A mark or space alone says little: it is shown with what is around it.
    is_short = len(found.group().strip(".,")) == 0 or found.group().isspace()
    begin, end = (found.start() - 1, found.end() + 3) if is_short else found.span()
    return text[begin:end].partition("\n")[0]


def set_text(text: str, language: Language) -> str:
    """Return `text` with all set that can be: applying it twice changes nothing more."""
    # What one rule sets, another may want set otherwise: a space that guillemets get comes to
    # stand behind a colon.
    while (better := _set_once(text, language)) != text:
        text = better
    return text


def _set_once(text: str, language: Language) -> str:
    for fault in _OF[language]:
        if fault.instead is not None and fault.sign in text:
            text = _replace(fault, text)
    return _BASIC[language](text)


def _replace(fault: Fault, text: str) -> str:
    instead, pieces, end = fault.instead or "", [], 0
    for kept in fault.kept.finditer(text):
        pieces += [fault.pattern.sub(instead, text[end : kept.start()]), kept.group()]
        end = kept.end()
    return "".join([*pieces, fault.pattern.sub(instead, text[end:])])


def _first_difference(text: str, other: str) -> str:
    """Return the part of `text` from where `other` differs, some letters long."""
    pairs = enumerate(zip(text, other, strict=False))
    begin = next((nth for nth, (one, two) in pairs if one != two), len(text))
    if begin and text[begin - 1] == "«":
        begin -= 1
    return text[begin : begin + 3].partition("\n")[0]
