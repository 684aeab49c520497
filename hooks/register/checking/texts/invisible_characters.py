"""Characters that no text may have: unseen, or able to turn what is beside them."""

import re
import unicodedata
from collections.abc import Iterator

from register.messages import Message, say

# XML, and so the feed and the workbook, cannot hold control characters. Overrides of the direction
# of writing make text read otherwise than it is. Soft hyphens, spaces of no width and their like
# come with pasted text and hide a word from every search; so do signs that only one program's font
# has (U+E000 and U+E001 are marks of pages/handwritten/macros.py, too).
UNSEEN_RANGES = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffd-\uffff\ud800-\udfff"
    "\ue000-\uf8ff\xad\u061c\u200b-\u200f\u2028\u2029\u2060-\u2064"
)
UNSEEN = re.compile(f"[{UNSEEN_RANGES}]")
# Letters that were saved in one encoding and read in another: "Ã©" for "é".
_MANGLED = re.compile("Ã[\u0080-\u00bf\u201a-\u203a\u2122]|â€.|Â[\u00a0-\u00bf]")
# Several letters in one sign, as they come with text pasted from a PDF.
_LIGATURE = re.compile("[\ufb00-\ufb06]")
# In every one of them, but for those that begin with "â€".
_MAYBE = re.compile(f"[{UNSEEN_RANGES}ÃÂ\ufb00-\ufb06]")
_STAND_IN = "\N{WHITE VERTICAL RECTANGLE}"


def show_unseen(text: str) -> str:
    """Return `text` with a sign in place of each such character, as it may stand in a terminal."""
    return UNSEEN.sub(_STAND_IN, text)


def pad(text: str) -> str:
    """Return spaces as wide as `text` is in letters of one width; a tab stays one."""
    return "".join("\t" if char == "\t" else " " * _width(char) for char in text)


def _width(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def may_have_forbidden(source: str) -> bool:
    """Return whether a value of the YAML text `source` may have one, perhaps as an escape."""
    return "\\" in source or "â€" in source or bool(_MAYBE.search(source))


def find_characters(text: str) -> Iterator[tuple[Message, str]]:
    """Yield a message and each character of `text` that no text may have, each once."""
    for pattern, explain in _FORBIDDEN:
        if pattern.search(text):
            for part in dict.fromkeys(pattern.findall(text)):
                yield explain(part), part


def _explain_unseen(char: str) -> Message:
    code = f"U+{ord(char):04X}"
    if char in "\x85\u2028\u2029":
        return say("unseen-line-break", code=code)
    if char == "\ufffd":
        return say("lost-letter", code=code)
    if "\ue000" <= char <= "\uf8ff":
        return say("private-character", code=code)
    name = unicodedata.name(char, "") or say("control-character")
    return say("unseen-character", code=code, name=name)


def _explain_ligature(part: str) -> Message:
    return say("ligature", part=part, letters=unicodedata.normalize("NFKC", part))


_FORBIDDEN = (
    (UNSEEN, _explain_unseen),
    (_MANGLED, lambda part: say("mangled-letter", part=part)),
    (_LIGATURE, _explain_ligature),
)
