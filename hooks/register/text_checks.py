"""What is wrong with a text itself, whatever its field: markup, typography, language.

The words that tell a language are in data/proofreading.yaml.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from register.model import Language, Proofreading
from register.problems import Severity
from register.reader import FieldPath
from register.typography import SETTERS

TextFinding = tuple[FieldPath, str, Severity]

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
        return tuple(self._check(values, ()))

    def _check(self, value: Any, where: FieldPath) -> Iterator[TextFinding]:
        if isinstance(value, dict):
            fr, en = value.get("fr"), value.get("en")
            if isinstance(fr, str) and isinstance(en, str):
                yield from self._check_pair(fr, en, where)
            else:
                for key, each in value.items():
                    yield from self._check(each, (*where, key))
        elif isinstance(value, tuple):
            for index, each in enumerate(value):
                yield from self._check(each, (*where, index))

    def _check_pair(self, fr: str, en: str, where: FieldPath) -> Iterator[TextFinding]:
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
            pattern = self.foreign[language]
            foreign = pattern.findall(text)
            if len(foreign) >= _FOREIGN_WORDS:
                # Few texts come this far, so that names and quotations are taken out only now.
                foreign = pattern.findall(_NAME.sub(" ", _QUOTED.sub(" ", text)))
            if len(foreign) >= _FOREIGN_WORDS:
                name = "English" if language == "fr" else "French"
                found_words = ", ".join(dict.fromkeys(foreign))
                yield place, f"this looks like {name}: {found_words}", "warning"


def _find_slip(text: str, language: Language) -> str | None:
    """Return what is wrong with the typography of `text`, if anything is."""
    if SETTERS[language](text) != text:
        what = "apostrophes and spaces" if language == "fr" else "apostrophes"
        return f"{what} are not set; `make typography` sets them"
    if '"' in text:
        marks = "« »" if language == "fr" else "“ ” or ‘ ’"
        return f"straight quotation marks; use {marks}"
    return None


def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-])(?:{'|'.join(map(re.escape, words))})(?![\w-])")
