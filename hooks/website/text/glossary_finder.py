"""Where acronyms and terms of the glossary occur in a text, and what they mean."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from register.model import GlossaryTerm, Language
from register.word_patterns import join_patterns

# A word that may have a plural "s": no digits, nor "d’information".
_WORD = re.compile(r"[^\W\d_]{2,}")


class Found(NamedTuple):
    """An occurrence of a glossary term in a text."""

    # Positions of its first character, and of the one after its last.
    start: int
    end: int
    term: GlossaryTerm


class GlossaryFinder:
    """Finds the acronyms and terms of one language in a text.

    An acronym matches as written, in English also with a plural "s": KPIs. The words of a term may
    begin with capitals and have a plural "s": Advance rulings, dossiers d’information. A form is
    also found after a hyphen or a slash: OMD-SECO.
    """

    def __init__(self, glossary: Iterable[GlossaryTerm], language: Language) -> None:
        """Prepare to find the terms of `glossary` by their forms in `language`."""
        forms = [
            (form, _make_pattern(form, term, language), term)
            for term in glossary
            for form in (term[language].short, *term[language].forms)
        ]
        # The longest is tried first: "HS code" does not count as "HS".
        forms.sort(key=lambda each: (-len(each[0]), each[0]))
        self._forms = forms
        self._known: dict[str, GlossaryTerm] = {}
        patterns = (rf"{pattern}(?!\w)" for _, pattern, _ in forms)
        self._pattern = join_patterns(patterns, before=r"\W")

    def find(self, text: str) -> Iterator[Found]:
        """Yield the occurrences of terms in `text`, in their order."""
        # A match begins with the character before the term, in a text with one more.
        for match in self._pattern.finditer(f" {text}"):
            term = self._identify(match.group()[1:])
            yield Found(start=match.start(), end=match.end() - 1, term=term)

    def _identify(self, written: str) -> GlossaryTerm:
        """Return the term of which `written` is a form."""
        if written not in self._known:
            first = written[0].casefold()
            self._known[written] = next(
                term
                for form, pattern, term in self._forms
                if form[0].casefold() == first and re.fullmatch(pattern, written)
            )
        return self._known[written]

    def find_ids(self, text: str) -> set[str]:
        """Return the ids of the terms that occur in `text`."""
        return {self._identify(each[1:]).id for each in set(self._pattern.findall(f" {text}"))}


def _make_pattern(form: str, term: GlossaryTerm, language: Language) -> str:
    if term.kind == "acronym":
        return re.escape(form) + ("s?" if language == "en" and form[-1].isalpha() else "")
    return r"\s+".join(_make_word_pattern(word) for word in form.split())


def _make_word_pattern(word: str) -> str:
    first = word[0]
    start = f"[{first}{first.upper()}]" if first.islower() else re.escape(first)
    return start + re.escape(word[1:]) + ("s?" if _WORD.fullmatch(word) else "")


def explain(term: GlossaryTerm, language: Language, written: str = "") -> str:
    """Return the long form of `term`, unless it is what is `written`, and the note; or nothing."""
    long = term[language].long
    if long is not None and long.casefold() == written.casefold():
        long = None
    note = term.note[language] if term.note else None
    return " – ".join(part for part in (long, note) if part)
