"""Slips of typography beyond apostrophes and French spaces: finding them, and setting most.

What stands in quotation marks is a quotation, to the letter, and stays as it is.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from register.checking.texts.typography import (
    NARROW,
    NO_BREAK_SPACE,
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
    instead: str | None
    languages: tuple[Language, ...]
    # What stays as it is; parentheses, too, for signs that touch a name in them.
    kept: re.Pattern[str]


def _fault(
    message: str,
    sign: str,
    pattern: str,
    instead: str | None = None,
    languages: tuple[Language, ...] = LANGUAGES,
    kept: re.Pattern[str] = QUOTATION,
) -> Fault:
    return Fault(message, sign, re.compile(pattern), instead, languages, kept)


_FR: tuple[Language, ...] = ("fr",)
_EN: tuple[Language, ...] = ("en",)
_SPACE = f" {NO_BREAK_SPACE}{NARROW}"
_LIGATURES = {"oe": "œ", "Oe": "Œ", "OE": "Œ"}
# After a space: it is between a figure's first digits and three more.
_THOUSANDS = r"(?<=\d.)(?<!\d{4}.)(?=\d{3}(?!\d))"
SLIPS = (
    # A mark that touches a capital is part of a name: "CLiKC!".
    *(
        _fault("space-before", m, rf"[{m}](?<=[a-zß-ÿ0-9)].)(?=\s|$)", NARROW + m, _FR, QUOTED)
        for m in ";:?!"
    ),
    *(
        _fault("space-too-many", s + m, rf"(?<=[\w)%])[{_SPACE}]+[{m}](?=\s|$)", m, which, QUOTED)
        for marks, which in ((".,", LANGUAGES), (";:?!", _EN))
        for m in marks
        for s in _SPACE
    ),
    _fault("spaces-double", "  ", r"(?<=\S)  +(?=\S)", " "),
    _fault("percent-french", "%", rf"(?<=\d)[ {NO_BREAK_SPACE}]?%", f"{NARROW}%", _FR),
    _fault("percent-english", "%", rf"(?<=\d)[{_SPACE}]%", "%", _EN),
    *(_fault("thousands-french", s, s + _THOUSANDS, NARROW, _FR) for s in f" {NO_BREAK_SPACE}"),
    _fault("thousands-french", ",", r",(?<=\d.)(?=\d{3}(?!\d))", None, _FR),
    *(_fault("thousands-english", s, s + _THOUSANDS, None, _EN) for s in _SPACE),
    *(_fault("ligature-oe", two, f"{two}(?=[uU]|il)", o, _FR) for two, o in _LIGATURES.items()),
    _fault("straight-quotes", '"', r'(?<!\\)"([^"\\\n]+)"', r"«\1»", _FR),
    _fault("straight-quotes", '"', r'(?<!\\)"([^"\\\n]+)"', r"“\1”", _EN),
    _fault("english-quotes", "“", "“([^”]*)”", r"«\1»", _FR, re.compile("«[^»]*»")),
    _fault("apostrophe-turned", "‘", r"(?<=\w)‘(?=\w)", "’"),
    _fault("english-quotes", "‘", "‘[^’\n]*’(?!\\w)", None, _FR),
    _fault("points-double", "..", r"(?<!\.)\.\.(?!\.)"),
    _fault("line-break-typed", "\\", r"\\[nrt](?![a-z])|(?<=\w)\\n"),
    _fault("footnote-mark", "[", r"\[\d{1,3}\]"),
    _fault("tab-in-text", "\t", r"\t"),
    _fault("space-after", ".", r"\.(?<=[a-zß-ÿ]{2}.)(?=[A-ZÀ-Þ][a-zß-ÿ])"),
    _fault("space-after", ",", r",(?<=[^\W\d_].)(?=[^\W\d_])"),
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
            marks = say(f"marks-{name}")
            yield say(fault.message, part=found, mark=fault.sign.strip(), marks=marks), found


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
