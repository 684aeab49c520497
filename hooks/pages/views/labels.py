"""The lines of the labels in drawings: SVG wraps no text, and nobody knows the reader's font.

So that labels meet on no machine, a text counts as wide as it is in the widest of the common fonts
(DejaVu, as wide as Verdana), with the text spacing that readers may set (WCAG 1.4.12).
"""

import unicodedata
from functools import cache
from itertools import accumulate, takewhile

from pages.views.hyphenation import find_parts
from register.model import Language

# Widths of letters in bold type, in ems.
_WIDTHS = {
    **dict.fromkeys("ijlI.,;:'’!| \u00a0\u202f", 0.48),
    **dict.fromkeys('frt-–()[]/J"', 0.54),
    **dict.fromkeys("csvxyz", 0.65),
    **dict.fromkeys("aeo", 0.69),
    **dict.fromkeys("mwMW@%…", 1.13),
}
_DIGIT, _SMALL, _CAPITAL, _OTHER = 0.7, 0.73, 0.95, 1.15
_PLAIN = 0.93  # of bold
_LETTER_SPACING, _WORD_SPACING = 0.12, 0.16  # in ems
_BREAKS = "-/–"
# No pattern of hyphenation has so many letters.
_REACH = 20


def measure(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide `text` may become at the font size `size`, in the units of `size`."""
    ems = sum(map(_width_of, text)) * (1 if bold else _PLAIN)
    return size * (ems + len(text) * _LETTER_SPACING + text.count(" ") * _WORD_SPACING)


def wrap(
    text: str, width: float, size: float, language: Language, *, bold: bool = False
) -> tuple[str, ...]:
    """Return `text` as lines of at most `width`; a word that is longer is hyphenated."""
    lines: list[str] = []
    # Only where a line may break: not at a space that does not.
    for word in text.split(" "):
        if lines and measure(f"{lines[-1]} {word}", size, bold=bold) <= width:
            lines[-1] = f"{lines[-1]} {word}"
            continue
        while (fitting := _count_fitting(word, width, size, bold=bold)) < len(word) > 1:
            end = _find_end(word, fitting, width, size, language, bold=bold)
            lines.append(_end_line(word, end))
            word = word[end:]
        lines.append(word)
    return tuple(lines)


def shorten(text: str, width: float, size: float, *, bold: bool = False) -> str:
    """Return `text`, cut and with an ellipsis if it is wider than `width`."""
    if measure(text, size, bold=bold) <= width:
        return text
    while text and measure(f"{text}…", size, bold=bold) > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _count_fitting(word: str, width: float, size: float, *, bold: bool) -> int:
    """Return how many letters of `word` fit into `width`, which may be all."""
    scale = 1 if bold else _PLAIN
    widths = accumulate(_width_of(letter) * scale + _LETTER_SPACING for letter in word)
    return sum(1 for _ in takewhile(lambda ems: size * ems <= width, widths))


def _find_end(
    word: str, fitting: int, width: float, size: float, language: Language, *, bold: bool
) -> int:
    """Return how many of the `fitting` letters of `word` stay on a line: a part where one does."""
    # A word of hostile length is looked at only as far as the line goes.
    parts = find_parts(word[: fitting + _REACH], language)
    # First where a word is parted already.
    parted = [end for end in range(fitting, 0, -1) if word[end - 1] in _BREAKS]
    ends: tuple[int, ...] = (*parted, *reversed(parts), *range(fitting, 1, -1))
    for end in ends:
        if end > fitting:
            continue
        if measure(_end_line(word, end), size, bold=bold) <= width:
            return end
    return 1


def _end_line(word: str, end: int) -> str:
    return word[:end] if word[end - 1] in _BREAKS else f"{word[:end]}-"


@cache
def _width_of(letter: str) -> float:
    plain = unicodedata.normalize("NFD", letter)[0]
    if plain in _WIDTHS:
        return _WIDTHS[plain]
    if plain.isdigit():
        return _DIGIT
    if not plain.isascii():
        return _OTHER
    return _CAPITAL if plain.isupper() else _SMALL
