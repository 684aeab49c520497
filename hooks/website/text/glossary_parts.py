"""The parts of a glossary that would be too long: a page for some letters each.

A page of one language has its twin in the other: both have as many parts, with the same letters.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from register.checking.suggestions import fold
from register.model import LANGUAGES, GlossaryTerm, Language

# Stands for all that is no letter; it comes first.
OTHER = "#"


def find_letter(term: GlossaryTerm, language: Language) -> str:
    """Return the letter under which `term` is listed in `language`."""
    first = fold(term[language].short)[:1].upper()
    return first if first.isalpha() else OTHER


def sort_terms(glossary: Iterable[GlossaryTerm], language: Language) -> list[GlossaryTerm]:
    """Return the terms in alphabetical order, by their names in `language`."""
    return sorted(
        glossary, key=lambda term: (find_letter(term, language), fold(term[language].short))
    )


def divide_letters(glossary: Sequence[GlossaryTerm], most: int) -> tuple[tuple[str, ...], ...]:
    """Return the letters of each part of `glossary`; none if it has at most `most` terms.

    A part has at most `most` terms in either language, unless a single letter has more, and it has
    one at least.
    """
    if len(glossary) <= most:
        return ()
    counts = [Counter(find_letter(term, each) for term in glossary) for each in LANGUAGES]

    def measure(letters: Iterable[str]) -> list[int]:
        return [sum(count[letter] for letter in letters) for count in counts]

    parts: list[list[str]] = [[]]
    for letter in sorted({letter for count in counts for letter in count}):
        if all(measure(parts[-1])) and max(measure([*parts[-1], letter])) > most:
            parts.append([])
        parts[-1].append(letter)
    if len(parts) > 1 and not all(measure(parts[-1])):
        last = parts.pop()
        parts[-1] += last
    return tuple(map(tuple, parts))
