"""Where a word may be parted, by the dictionaries of pyphen.

They hold patterns, such as "n1t": between these letters, level 1. Of all patterns that a word has,
the highest level counts at each place, and an odd one allows to part it there (F. Liang, 1983).
pyphen itself reads all 14,000 patterns before the first word, which takes 0.07 s.
"""

import re
from functools import cache

import pyphen

from register.model import Language

_DICTIONARIES = {"fr": "fr", "en": "en_GB"}
# The fewest letters on either side.
_FEWEST = 3
_LEVELS = re.compile(r"\d")
_STEP = re.compile(r"(\d?)(\D?)")


def find_parts(word: str, language: Language) -> list[int]:
    """Return how many letters of `word` may stand before a hyphen, in ascending order."""
    dotted = f".{word.lower()}."
    levels = [0] * (len(dotted) + 1)
    for letters, pattern in _read_patterns(language):
        start = dotted.find(letters)
        while start >= 0:
            for place, (level, _) in enumerate(_STEP.findall(pattern), start):
                if level:
                    levels[place] = max(levels[place], int(level))
            start = dotted.find(letters, start + 1)
    ends = range(_FEWEST, len(word) - _FEWEST + 1)
    return [end for end in ends if levels[end + 1] % 2]


@cache
def _read_patterns(language: Language) -> list[tuple[str, str]]:
    """Return the letters of each pattern, and the pattern."""
    encoding, _, patterns = pyphen.LANGUAGES[_DICTIONARIES[language]].read_bytes().partition(b"\n")
    text = patterns.decode(encoding.decode("ascii"))
    found = zip(_LEVELS.sub("", text).split("\n"), text.split("\n"), strict=True)
    # Settings of the dictionary are in capitals, and match no word.
    return [(letters, pattern) for letters, pattern in found if letters]
