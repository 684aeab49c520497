"""What is wrong with a text itself, whatever its field: markup, typography, language.

The words that tell a language are in data/proofreading.yaml.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from register.model import LANGUAGES, Language, Proofreading
from register.problems import Severity
from register.reader import FieldPath
from register.typography import is_well_set

TextFinding = tuple[FieldPath, str, Severity]
# The French and the English of a text, and its place.
_Pair = tuple[str, str, FieldPath]

# What has a meaning elsewhere and none here: register text shows as typed.
_MARKUP = re.compile(r"</?[A-Za-z!][^>\n]*>|\{[{%#]|!?\[[^\]\n]*\]\([^)\n]*\)")
_QUOTED = re.compile('«[^»]*»|“[^”]*”|‘[^’]*’|"[^"]*"|\\([^)]*\\)')
# Names: capitalised words, with small words between them.
_NAME = re.compile(
    r"\b[A-ZÀ-Ý][\w’'&/.-]*(?:[ \u202f\u00a0]+(?:(?:of|the|and|for|to|in|on|by|with|a|an|from|"
    r"de|du|des|la|le|les|et|pour|sur|aux|au|en)[ ]+)*[A-ZÀ-Ý0-9][\w’'&/.-]*)*"
)
# Shorter texts are names or terms, which may be the same in both languages.
_WORDS_OF_A_SENTENCE = 4
# A name may be the same in both languages, however long.
_NAMES = ("name", "short", "label")
# One such word may be a term; a text in the wrong language has several.
_FOREIGN_WORDS = 2


@dataclass(frozen=True, eq=False)
class TextRules:
    """The rules for texts, made ready from the words that tell a language; hashed by identity."""

    foreign: dict[Language, re.Pattern[str]]
    unaccented: re.Pattern[str]

    @classmethod
    def from_words(cls, words: Proofreading) -> "TextRules":
        """Make the rules ready."""
        return cls(
            foreign={"fr": _any_of(words.english_words), "en": _any_of(words.french_words)},
            unaccented=_any_of(words.unaccented_capitals),
        )

    def check(self, values: Any) -> tuple[TextFinding, ...]:
        """Return what is wrong with the bilingual texts anywhere in `values`."""
        pairs: list[_Pair] = []
        _gather_pairs(values, (), pairs)
        # Most entries are sound: looked at as one text, they tell so many times faster. No rule
        # looks beyond the end of a line, so that all of them find in the whole what is in a part.
        french = "\n".join(fr for fr, _, _ in pairs)
        english = "\n".join(en for _, en, _ in pairs)
        if any(fr == en for fr, en, _ in pairs) or self._is_suspect(french, english):
            return tuple(found for pair in pairs for found in self.check_pair(*pair))
        languages = [
            language
            for language, text in zip(LANGUAGES, (french, english), strict=True)
            if len(self.foreign[language].findall(text)) >= _FOREIGN_WORDS
        ]
        return tuple(
            found
            for fr, en, where in pairs
            for language in languages
            for found in self._check_language(fr if language == "fr" else en, language, where)
        )

    def _is_suspect(self, french: str, english: str) -> bool:
        """Tell whether something may be wrong with texts, whatever their words mean."""
        return bool(
            any(each in text for each in ("<", "{", "](", '"') for text in (french, english))
            or not is_well_set(french, "fr")
            or not is_well_set(english, "en")
            or self.unaccented.search(french)
        )

    def check_pair(self, fr: str, en: str, where: FieldPath) -> Iterator[TextFinding]:
        """Yield what is wrong with the text at `where`."""
        is_name = bool(where) and where[-1] in _NAMES
        if fr == en and not is_name and len(fr.split()) >= _WORDS_OF_A_SENTENCE:
            message = "the English text is the same as the French one; translate it"
            yield (*where, "en"), message, "error"
            return
        texts: tuple[tuple[Language, str], ...] = (("fr", fr), ("en", en))
        for language, text in texts:
            place = (*where, language)
            if found := _MARKUP.search(text):
                message = f"{found.group()[:40]} has no effect here and shows as typed"
                yield place, f"{message}; addresses belong under links", "warning"
            if slip := _find_slip(text, language):
                yield place, slip, "warning"
            if language == "fr" and (found := self.unaccented.search(text)):
                message = f'"{found.group()}" lacks the accent on its capital'
                yield place, message, "warning"
            yield from self._check_language(text, language, where)

    def _check_language(
        self, text: str, language: Language, where: FieldPath
    ) -> Iterator[TextFinding]:
        pattern = self.foreign[language]
        foreign = pattern.findall(text)
        if len(foreign) >= _FOREIGN_WORDS:
            # Few texts come this far, so that names and quotations are taken out only now.
            foreign = pattern.findall(_NAME.sub(" ", _QUOTED.sub(" ", text)))
        if len(foreign) >= _FOREIGN_WORDS:
            name = "English" if language == "fr" else "French"
            found_words = ", ".join(dict.fromkeys(foreign))
            yield (*where, language), f"this looks like {name}: {found_words}", "warning"


def _gather_pairs(value: Any, where: FieldPath, pairs: list[_Pair]) -> None:
    """Add the bilingual texts in `value` to `pairs`, each with its place."""
    if isinstance(value, dict):
        fr, en = value.get("fr"), value.get("en")
        if isinstance(fr, str) and isinstance(en, str):
            pairs.append((fr, en, where))
        else:
            for key, each in value.items():
                _gather_pairs(each, (*where, key), pairs)
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            _gather_pairs(each, (*where, index), pairs)


def _find_slip(text: str, language: Language) -> str | None:
    """Return what is wrong with the typography of `text`, if anything is."""
    if not is_well_set(text, language):
        what = "apostrophes and spaces" if language == "fr" else "apostrophes"
        return f"{what} are not set; `make typography` sets them"
    if '"' in text:
        marks = "« »" if language == "fr" else "“ ” or ‘ ’"
        return f"straight quotation marks; use {marks}"
    return None


def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds any of `words` where it stands by itself.

    Their first letters come first in it, so that the search passes over all others at once.
    """
    if not words:
        return re.compile(r"(?!)")
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    choices = [
        rf"{(first := re.escape(letter))}(?<![\w’'-]{first})(?:{'|'.join(rest)})"
        for letter, rest in rests.items()
    ]
    return re.compile(rf"(?:{'|'.join(choices)})(?![\w-])")
