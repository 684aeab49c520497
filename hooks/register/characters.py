"""Characters that no text of the register may have: unseen, or able to turn what stands beside."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from register.problems import Problem
from register.reader import Document, FieldPath

# XML, and so the feed and the workbook, cannot hold control characters. Overrides of the direction
# of writing make text read otherwise than it is. U+E000 and U+E001 are marks of pages/macros.py.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffd-\uffff\ud800-\udfff\ue000\ue001]"
)


def check_characters(document: Document) -> Iterator[Problem]:
    """Yield a problem for each text of `document` that has such a character."""
    for where, text in _list_texts(document.values, ()):
        if found := _FORBIDDEN.search(text):
            name = unicodedata.name(found.group(), "a control character")
            message = f"the text has a character that cannot be seen, U+{ord(found.group()):04X}"
            yield document.problem(where, f"{message} ({name}); take it out")


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
