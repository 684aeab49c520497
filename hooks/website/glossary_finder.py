"""Where the acronyms and terms of the glossary stand in a text, and what they mean."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from register.model import GlossaryTerm, Language

# A word that takes the ending of a plural: not a digit, nor "d’information".
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, kw_only=True)
class Found:
    """A place in a text, from `start` to `end`, where a glossary term stands."""

    start: int
    end: int
    term: GlossaryTerm


class GlossaryFinder:
    """Finds the acronyms and terms of one language in a text.

    An acronym stands as it is written, in English also with the ending of a plural: KPIs. A term
    may begin its words with capitals, and each word may have the ending of a plural: Advance
    rulings, dossiers d’information. What stands after a hyphen or a slash is found: OMD-SECO.
    """

    def __init__(self, glossary: Iterable[GlossaryTerm], language: Language) -> None:
        """Prepare to find the terms of `glossary` by their forms in `language`."""
        self._language = language
        self._terms = list(glossary)
        forms = [
            (form, number)
            for number, term in enumerate(self._terms)
            for form in (term[language].short, *term[language].forms)
        ]
        # The longest is tried first: "HS code" is no use of "HS".
        forms.sort(key=lambda each: (-len(each[0]), each))
        parts = [
            f"(?P<t{number}_{place}>{self._make_pattern(form, self._terms[number])})"
            for place, (form, number) in enumerate(forms)
        ]
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)") if parts else None

    def _make_pattern(self, form: str, term: GlossaryTerm) -> str:
        if term.kind == "acronym":
            return re.escape(form) + ("s?" if self._language == "en" and form[-1].isalpha() else "")
        return r"\s+".join(_make_word_pattern(word) for word in form.split())

    def find(self, text: str) -> Iterator[Found]:
        """Yield the places where a term stands in `text`, in their order."""
        if self._pattern is None:
            return
        for match in self._pattern.finditer(text):
            number = int((match.lastgroup or "").removeprefix("t").partition("_")[0])
            yield Found(start=match.start(), end=match.end(), term=self._terms[number])

    def find_ids(self, text: str) -> set[str]:
        """Return the ids of the terms that stand in `text`."""
        return {found.term.id for found in self.find(text)}


def _make_word_pattern(word: str) -> str:
    first = word[0]
    start = f"[{first}{first.upper()}]" if first.islower() else re.escape(first)
    return start + re.escape(word[1:]) + ("s?" if _WORD.fullmatch(word) else "")


def explain(term: GlossaryTerm, language: Language, written: str = "") -> str:
    """Return what `term` stands for and means, "" if neither is known.

    What a text has `written` in full is not repeated.
    """
    long = term[language].long
    if long is not None and long.casefold() == written.casefold():
        long = None
    note = term.note[language] if term.note else None
    return " – ".join(part for part in (long, note) if part)
