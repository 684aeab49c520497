"""Characters that cannot be seen, or turn what stands beside them."""

import re
import unicodedata

# XML, and so the feed and the workbook, cannot hold control characters. Overrides of the direction
# of writing make text read otherwise than it is. Soft hyphens, spaces of no width and their like
# come with pasted text and hide a word from every search; so do signs that only one program's font
# has (U+E000 and U+E001 are marks of pages/handwritten/macros.py, too).
UNSEEN_RANGES = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffd-\uffff\ud800-\udfff"
    "\ue000-\uf8ff\xad\u061c\u200b-\u200f\u2028\u2029\u2060-\u2064"
)
UNSEEN = re.compile(f"[{UNSEEN_RANGES}]")
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
