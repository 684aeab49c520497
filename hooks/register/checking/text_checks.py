"""What is wrong with a text itself, whatever its field: markup, typography, language.

The words that tell a language are in data/proofreading.yaml.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from register.checking.problems import Severity
from register.checking.typography import SETTERS, is_well_set
from register.model import Language, Proofreading
from register.reading.reader import FieldPath

# Place, message, severity and the part of the text that is meant.
TextFinding = tuple[FieldPath, str, Severity, str]

# The French and the English of a text, and its place.
_Pair = tuple[str, str, FieldPath]

# What has a meaning elsewhere and none here: register text shows as typed.
_LINK = r"!?\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\])"
_MARKUP = re.compile(
    rf"(?P<link>{_LINK})|</?[A-Za-z!][^>\n]*>|&(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z]{{2,8}});"
    r"|\{[{%#]|(?:\*\*|__)(?=\S)|^#{1,6} ",
    re.MULTILINE,
)
# One of them stands in all such, or in a text with straight quotation marks or tabs.
_SIGNS = ("<", "{", "](", "][", "&", "**", "__", "# ", '"', "\t")
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
        """Return what is wrong with the texts anywhere in `values`."""
        pairs: list[_Pair] = []
        unmatched: list[TextFinding] = []
        _gather(values, (), pairs, unmatched)
        # Most entries are sound: looked at as one text, they tell so many times faster. No rule
        # looks beyond the end of a line, so that all of them find in the whole what is in a part.
        french = "\n".join(fr for fr, _, _ in pairs)
        english = "\n".join(en for _, en, _ in pairs)
        check = self._check_languages
        if any(fr == en for fr, en, _ in pairs) or self._is_suspect(french, english):
            check = self.check_pair
        elif not self.foreign["fr"].search(french) and not self.foreign["en"].search(english):
            return tuple(unmatched)
        return (*(found for pair in pairs for found in check(*pair)), *unmatched)

    def _is_suspect(self, french: str, english: str) -> bool:
        """Tell whether something may be wrong with texts, whatever their words mean."""
        return bool(
            any(sign in text for sign in _SIGNS for text in (french, english))
            or not is_well_set(french, "fr")
            or not is_well_set(english, "en")
            or "“" in french
            or _TOUCHING.search(french)
            or self.unaccented.search(french)
        )

    def check_pair(self, fr: str, en: str, where: FieldPath) -> Iterator[TextFinding]:
        """Yield what is wrong with the text at `where`."""
        is_name = bool(where) and where[-1] in _NAMES
        if fr == en and not is_name and len(fr.split()) >= _WORDS_OF_A_SENTENCE:
            message = "the English text is the same as the French one; translate it"
            yield (*where, "en"), message, "error", ""
            return
        texts: tuple[tuple[Language, str], ...] = (("fr", fr), ("en", en))
        for language, text in texts:
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
        yield from self._check_languages(fr, en, where)

    def _check_languages(self, fr: str, en: str, where: FieldPath) -> Iterator[TextFinding]:
        french, english = self._find_foreign(en, "en"), self._find_foreign(fr, "fr")
        # A word in each may be meant: the link to the other language speaks that one.
        if len(english) > 1 or (english and not french):
            message = f"this looks like English: {', '.join(english)}"
            yield (*where, "fr"), message, "warning", english[0]
        if len(french) > 1 or (french and not english):
            message = f"this looks like French: {', '.join(french)}"
            yield (*where, "en"), message, "warning", french[0]

    def _find_foreign(self, text: str, language: Language) -> list[str]:
        """Return the words of the other language in `text`, outside names and quotations."""
        pattern = self.foreign[language]
        if not pattern.search(text):
            return []
        # Few texts come this far, so that names and quotations are taken out only now.
        found = pattern.findall(_NAME.sub(" ", _QUOTED.sub(" ", text)))
        return list(dict.fromkeys(found))


def _gather(value: Any, where: FieldPath, pairs: list[_Pair], unmatched: list[TextFinding]) -> None:
    """Add the bilingual texts in `value` to `pairs`; others with a lone quote to `unmatched`."""
    if isinstance(value, dict):
        fr, en = value.get("fr"), value.get("en")
        if isinstance(fr, str) and isinstance(en, str):
            pairs.append((fr, en, where))
        else:
            for key, each in value.items():
                _gather(each, (*where, key), pairs, unmatched)
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            _gather(each, (*where, index), pairs, unmatched)
    elif isinstance(value, str) and '"' in value and value.count('"') % 2:
        message = "a straight quotation mark has no other to match it"
        unmatched.append((where, message, "warning", '"'))


def _find_slip(text: str, language: Language) -> tuple[str, str] | None:
    """Return what is wrong with the typography of `text`, and where, if anything is."""
    if not is_well_set(text, language):
        what = "apostrophes and spaces" if language == "fr" else "apostrophes"
        part = _first_difference(text, SETTERS[language](text))
        return f"{what} are not set; `make typography` sets them", part
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
    if "“" in text and (found := re.search("“", _IN_GUILLEMETS.sub(" ", text))):
        return "English quotation marks; use « »", found.group()
    return None


def _first_difference(text: str, other: str) -> str:
    """Return the part of `text` from where `other` differs, some letters long."""
    pairs = enumerate(zip(text, other, strict=False))
    begin = next((nth for nth, (one, two) in pairs if one != two), len(text))
    if begin and text[begin - 1] == "«":
        begin -= 1
    return text[begin : begin + 3].partition("\n")[0]


def _any_of(words: tuple[str, ...], after: str = r"\w’'-") -> re.Pattern[str]:
    """Return what finds any of `words` where none of the characters `after` stands before it.

    Their first letters come first in it, so that the search passes over all others at once.
    """
    if not words:
        return re.compile(r"(?!)")
    rests: dict[str, list[str]] = {}
    for word in words:
        end = r"(?![\w-])" if word[-1].isalnum() else ""
        rests.setdefault(word[0], []).append(re.escape(word[1:]) + end)
    choices = [
        rf"{(first := re.escape(letter))}(?<![{after}]{first})(?:{'|'.join(rest)})"
        for letter, rest in rests.items()
    ]
    return re.compile("|".join(choices))
