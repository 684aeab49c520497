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

# Place, message, severity and the part of the text that is meant.
TextFinding = tuple[FieldPath, str, Severity, str]

# What has a meaning elsewhere and none here: register text shows as typed.
_LINK = r"!?\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\])"
_MARKUP = re.compile(
    rf"(?P<link>{_LINK})|</?[A-Za-z!][^>\n]*>|&(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z]{{2,8}});"
    r"|\{[{%#]|(?:\*\*|__)(?=\S)|^#{1,6} ",
    re.MULTILINE,
)
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
# A mark that touches a capital is part of a name: "CLiKC!".
_TOUCHING = re.compile(r"[a-zß-ÿ0-9)]([;:?!])(?=\s|$)")
_IN_GUILLEMETS = re.compile("«[^»]*»")


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
            unaccented=_any_of(words.unaccented_capitals, after=r"\w-"),
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
        elif isinstance(value, str) and value.count('"') % 2:
            message = "a straight quotation mark has no other to match it"
            yield where, message, "warning", '"'

    def _check_pair(self, fr: str, en: str, where: FieldPath) -> Iterator[TextFinding]:
        is_name = bool(where) and where[-1] in _NAMES
        if fr == en and not is_name and len(fr.split()) >= _WORDS_OF_A_SENTENCE:
            message = "the English text is the same as the French one; translate it"
            yield (*where, "en"), message, "error", ""
            return
        texts: dict[Language, str] = {"fr": fr, "en": en}
        foreign = {language: self._find_foreign(text, language) for language, text in texts.items()}
        for language, text in texts.items():
            place = (*where, language)
            if found := _MARKUP.search(text):
                message = f"{found.group()[:40]} has no effect here and shows as typed"
                if found.group("link"):
                    message += "; addresses belong under links"
                yield place, message, "warning", found.group()
            elif slip := _find_slip(text, language):
                yield place, slip[0], "warning", slip[1]
            if language == "fr" and (found := self.unaccented.search(text)):
                message = f'"{found.group()}" lacks the accent on its capital'
                yield place, message, "warning", found.group()
            words, others = foreign[language], foreign["en" if language == "fr" else "fr"]
            # A word in each may be meant: the link to the other language speaks that one.
            if len(words) > 1 or (words and not others):
                name = "English" if language == "fr" else "French"
                yield place, f"this looks like {name}: {', '.join(words)}", "warning", words[0]

    def _find_foreign(self, text: str, language: Language) -> list[str]:
        """Return the words of the other language in `text`, outside names and quotations."""
        pattern = self.foreign[language]
        if not pattern.search(text):
            return []
        # Few texts come this far, so that names and quotations are taken out only now.
        found = pattern.findall(_NAME.sub(" ", _QUOTED.sub(" ", text)))
        return list(dict.fromkeys(found))


def _find_slip(text: str, language: Language) -> tuple[str, str] | None:
    """Return what is wrong with the typography of `text`, and where, if anything is."""
    if (well_set := SETTERS[language](text)) != text:
        what = "apostrophes and spaces" if language == "fr" else "apostrophes"
        return f"{what} are not set; `make typography` sets them", _first_difference(text, well_set)
    if '"' in text:
        marks = "« »" if language == "fr" else "“ ” or ‘ ’"
        return f"straight quotation marks; use {marks}", '"'
    if "\t" in text:
        return "a tab stands in the text; type a space", "\t"
    if language == "en":
        return None
    # Few texts come further, so that quotations are taken out only then.
    if _TOUCHING.search(text) and (found := _TOUCHING.search(_QUOTED.sub(" ", text))):
        message = f'type a space before "{found.group(1)}"; `make typography` makes it a narrow one'
        return message, found.group()
    if "“" in text and (found := re.search("[“”]", _IN_GUILLEMETS.sub(" ", text))):
        return "English quotation marks; use « »", found.group()
    return None


def _first_difference(text: str, other: str) -> str:
    """Return the part of `text` from where `other` differs, some letters long."""
    pairs = enumerate(zip(text, other, strict=False))
    begin = next((nth for nth, (one, two) in pairs if one != two), len(other))
    if begin and text[begin - 1] == "«":
        begin -= 1
    return text[begin : begin + 3].partition("\n")[0]


def _any_of(words: tuple[str, ...], after: str = r"\w’'-") -> re.Pattern[str]:
    """Return what finds any of `words`, unless one of the characters `after` stands before it."""
    ends = (re.escape(word) + (r"(?![\w-])" if word[-1].isalnum() else "") for word in words)
    return re.compile(rf"(?<![{after}])(?:{'|'.join(ends)})")
