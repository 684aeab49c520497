"""How alike two names are, whatever their capitals, accents, quotes and dashes."""

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"\w+")
_MARKS = re.compile(r"[\u0300-\u036f]")
# Letters and figures that name a thing by themselves: CTS, I2C, e-ART.
_ACRONYM = re.compile(r"\b(?=\w*[A-Z])(?=(?:\w*[A-Z0-9]){2})[A-Za-z0-9]{2,10}\b")


@lru_cache(maxsize=16_384)
def simplify(text: str) -> str:
    """Return the words of `text`, small and without accents, with one space between."""
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", text)).casefold()
    return " ".join(_WORD.findall(plain.replace("’", "'").replace("œ", "oe")))


@lru_cache(maxsize=16_384)
def find_acronyms(text: str) -> frozenset[str]:
    """Return the acronyms in `text`, in small letters; none where all of it is in capitals."""
    if text.isupper():
        return frozenset()
    return frozenset(word.casefold() for word in _ACRONYM.findall(text))


def compare_names(first: str, second: str) -> float:
    """Return how alike two names are, from 0 to 100.

    Words in another order count as nearly the same, and so does a name cut short. An acronym that
    both have weighs more than common words.
    """
    from rapidfuzz import fuzz

    one, other = simplify(first), simplify(second)
    if not one or not other:
        return 0.0
    if one == other:
        return 100.0
    score = max(fuzz.ratio(one, other), 0.97 * fuzz.token_sort_ratio(one, other))
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= 12:
        # Of a name cut short, the beginning is the same.
        if longer.startswith(shorter):
            score = max(score, 92.0)
        score = max(score, 0.85 * fuzz.token_set_ratio(one, other))
    shared = find_acronyms(first) & find_acronyms(second)
    if shared:
        score += (100 - score) * 0.25
    return float(score)


def share_of_rest(name: str, first: str, second: str) -> float:
    """Return the share, 0 to 1, of the long words of `name` not in `first` that are in `second`."""
    words, known, others = (
        {word for word in simplify(each).split() if len(word) > 3} for each in (name, first, second)
    )
    rest = words - known
    return len(rest & others) / len(rest) if rest else 0.0
