"""Characters that no text of the register may have: unseen, or able to turn what stands beside."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from register.checking.invisible_characters import UNSEEN, UNSEEN_RANGES
from register.checking.problems import Problem
from register.reading.reader import FieldPath

# Letters that were saved in one encoding and read in another: "Ã©" for "é".
_MANGLED = re.compile("Ã[\u0080-\u00bf\u201a-\u203a\u2122]|â€.|Â[\u00a0-\u00bf]")
# Several letters in one sign, as they come with text pasted from a PDF.
_LIGATURE = re.compile("[\ufb00-\ufb06]")
# What any of these has in it: one look at all texts is enough.
_SUSPECT = re.compile(f"[{UNSEEN_RANGES}ÃÂ€\ufb00-\ufb06]")
# YAML takes them for the end of a line, where nobody sees one.
_UNSEEN_BREAKS = "\x85\u2028\u2029"
_UNSEEN_BREAK = re.compile(f"[{_UNSEEN_BREAKS}]")


def check_characters(values: Any) -> tuple[tuple[FieldPath, str, str], ...]:
    """Return place, message and part of the text for each text in `values` that has such one."""
    texts: list[str] = []
    _gather_texts(values, texts)
    # One search of all texts, and hardly ever one of each.
    return tuple(_find_characters(values)) if _SUSPECT.search("\n".join(texts)) else ()


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


def _find_characters(values: Any) -> Iterator[tuple[FieldPath, str, str]]:
    for where, text in _list_texts(values, ()):
        if found := UNSEEN.search(text):
            code = f"U+{ord(found.group()):04X}"
            name = unicodedata.name(found.group(), "a control character")
            message = f"the text has a character that cannot be seen, {code} ({name}); take it out"
            if _UNSEEN_BREAK.match(found.group()):
                message = f"a line break that cannot be seen, {code}; take it out"
            elif found.group() == "\ufffd":
                message = f"a letter was lost here when the file was saved, {code}; type it again"
            elif "\ue000" <= found.group() <= "\uf8ff":
                message = f"the text has a sign of one program only, {code}; type another"
            yield where, message, found.group()
        elif found := _MANGLED.search(text):
            message = f'"{found.group()}" was a letter before the file was saved; type it again'
            yield where, message, found.group()
        elif found := _LIGATURE.search(text):
            letters = unicodedata.normalize("NFKC", found.group())
            message = f'"{found.group()}" is one sign here; type the letters "{letters}"'
            yield where, message, found.group()


def decode(data: bytes, path: str) -> str | Problem:
    """Return the text that the bytes of the file named `path` are, or why they are none."""
    message = "the file is not UTF-8"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data[:200].count(0) > len(data[:200]) // 4:
        message = 'the file is saved as UTF-16, also called "Unicode"; save it as UTF-8'
        return Problem(path=path, message=message)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        text = data[before.rfind(b"\n") + 1 :].partition(b"\n")[0]
        column = len(before.rpartition(b"\n")[2].decode("utf-8")) + 1
        return Problem(
            path=path,
            line=before.count(b"\n") + 1,
            column=column,
            message=f"{message} from here on; save it again with that encoding",
            line_text=text.decode("utf-8", errors="replace").rstrip("\r"),
        )


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
