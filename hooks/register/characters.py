"""Characters that no text of the register may have: unseen, or able to turn what stands beside."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from register.problems import Problem
from register.reader import FieldPath

# XML, and so the feed and the workbook, cannot hold control characters. Overrides of the direction
# of writing make text read otherwise than it is. Soft hyphens, spaces of no width and their like
# come with pasted text and hide a word from every search. U+E000 and U+E001 are marks of
# pages/macros.py.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffd-\uffff\ud800-\udfff\ue000\ue001"
    "\xad\u061c\u200b-\u200f\u2028\u2029\u2060-\u2064]"
)
# YAML takes them for the end of a line, where nobody sees one.
_UNSEEN_BREAKS = "\x85\u2028\u2029"
_UNSEEN_BREAK = re.compile(f"[{_UNSEEN_BREAKS}]")


def check_characters(values: Any) -> tuple[tuple[FieldPath, str], ...]:
    """Return place and message for each text anywhere in `values` that has such a character."""
    texts: list[str] = []
    _gather_texts(values, texts)
    # One search of all texts, and hardly ever one of each.
    return tuple(_find_characters(values)) if _FORBIDDEN.search("\n".join(texts)) else ()


def _gather_texts(value: Any, texts: list[str]) -> None:
    if isinstance(value, str):
        texts.append(value)
    elif isinstance(value, dict):
        texts.extend(map(str, value))
        for each in value.values():
            _gather_texts(each, texts)
    elif isinstance(value, tuple):
        for each in value:
            _gather_texts(each, texts)


def _find_characters(values: Any) -> Iterator[tuple[FieldPath, str]]:
    for where, text in _list_texts(values, ()):
        if found := _FORBIDDEN.search(text):
            name = unicodedata.name(found.group(), "a control character")
            message = f"the text has a character that cannot be seen, U+{ord(found.group()):04X}"
            if found.group() == "\ufffd":
                message = "a character was lost here when the file was saved, U+FFFD"
            yield where, f"{message} ({name}); take it out"


def check_encoding(source: str, path: str) -> Iterator[Problem]:
    """Yield what is wrong with the way in which the file named `path` is saved."""
    if source.startswith("\ufeff"):
        message = "the file begins with a byte order mark (BOM); save it as UTF-8 without one"
        yield Problem(path=path, message=message)
    if is_tidy(source):
        return
    for number, line in enumerate(source.split("\n"), start=1):
        if found := _UNSEEN_BREAK.search(line):
            message = f"a line break that cannot be seen, U+{ord(found.group()):04X}; take it out"
            yield Problem(path=path, line=number, column=found.start() + 1, message=message)
        composed = unicodedata.normalize("NFC", line)
        if composed != line:
            pairs = enumerate(zip(line, composed, strict=False))
            column = next((index for index, (old, new) in pairs if old != new), len(composed))
            message = "a letter and its accent are two characters here; type the letter again"
            yield Problem(path=path, line=number, column=column + 1, message=message)


def is_tidy(source: str) -> bool:
    """Tell whether `check_encoding` has nothing to say of the characters of `source`."""
    # Three searches for a character are faster than one for any of them.
    has_break = any(each in source for each in _UNSEEN_BREAKS)
    return not has_break and unicodedata.is_normalized("NFC", source)


def _list_texts(value: Any, where: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield where, str(key)
            yield from _list_texts(each, (*where, key))
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _list_texts(each, (*where, index))
