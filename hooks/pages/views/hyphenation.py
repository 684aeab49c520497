"""Where a word may be parted, by the dictionaries of pyphen.

They hold patterns, such as "n1t": between these letters, level 1. Of all patterns that a word has,
the highest level counts at each place, and an odd one allows to part it there (F. Liang, 1983).
pyphen itself reads all 14,000 patterns before the first word, which takes 0.07 s.
"""

import re
from functools import cache, lru_cache

import pyphen

from register.model import Language

_DICTIONARIES = {"fr": "fr", "en": "en_GB"}
# The fewest letters on either side.
_FEWEST = 3
_LEVELS = re.compile(r"\d")
_STEP = re.compile(r"(\d?)(\D?)")


@lru_cache(maxsize=4096)
def find_parts(word: str, language: Language) -> tuple[int, ...]:
    """Return how many letters of `word` may stand before a hyphen, in ascending order.

    Drawings have the same words at every width.
    """
    dotted = f".{word.lower()}."
    levels = [0] * (len(dotted) + 1)
    patterns, longest = _read_patterns(language)
    for start in range(len(dotted)):
        for end in range(start + 1, min(start + longest, len(dotted)) + 1):
            pattern = patterns.get(dotted[start:end])
            if pattern is None:
                continue
            for place, (level, _) in enumerate(_STEP.findall(pattern), start):
                if level:
                    levels[place] = max(levels[place], int(level))
    ends = range(_FEWEST, len(word) - _FEWEST + 1)
    return tuple(end for end in ends if levels[end + 1] % 2)


@cache
def _read_patterns(language: Language) -> tuple[dict[str, str], int]:
    """Return each pattern by its letters, and how many letters the longest has."""
    encoding, _, patterns = pyphen.LANGUAGES[_DICTIONARIES[language]].read_bytes().partition(b"\n")
    text = patterns.decode(encoding.decode("ascii"))
    # Settings of the dictionary are in capitals, and match no word.
    letters = _LEVELS.sub("", text).split("\n")
    return dict(zip(letters, text.split("\n"), strict=True)), max(map(len, letters))
