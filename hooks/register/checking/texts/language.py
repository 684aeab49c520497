"""Rules for the language of texts: each in its own, and both saying the same.

The words that show a language are in data/proofreading.yaml.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from register.checking.problems import Finding
from register.checking.texts.typography import QUOTED
from register.messages import Message, say
from register.model import Bilingual, Initiative, Language
from register.publication import Proofreading

# Names: capitalised words, with small words between them.
_NAME = re.compile(
    r"\b[A-ZÀ-Ý][\w’'&/.-]*(?:[ \u202f\u00a0]+(?:(?:of|the|and|for|to|in|on|by|with|a|an|from|"
    r"de|du|des|la|le|les|et|pour|sur|aux|au|en)[ ]+)*[A-ZÀ-Ý0-9][\w’'&/.-]*)*"
)
# A place in a word of the interface that the page fills in.
_PLACEHOLDER = re.compile(r"\{\w+\}")


@dataclass(frozen=True, eq=False)
class LanguageRules:
    """The rules for languages, compiled from words that show one; hashed by identity."""

    # Words of the other language, by the language of a text.
    foreign: Mapping[Language, re.Pattern[str]]
    unaccented: re.Pattern[str]

    @classmethod
    def from_words(cls, words: Proofreading) -> "LanguageRules":
        """Compile the rules."""
        return cls(
            foreign={"fr": _any_of(words.english_words), "en": _any_of(words.french_words)},
            unaccented=_any_of(words.unaccented_capitals, after=r"\w-"),
        )

    def check(self, fr: str, en: str) -> Iterator[Finding]:
        """Yield what is wrong with a text in two languages, by the place "fr" or "en"."""
        if found := self.unaccented.search(fr):
            message = say("accent-missing", word=found.group())
            yield Finding(("fr",), message, part=found.group())
        english, french = self._find_foreign(fr, "fr"), self._find_foreign(en, "en")
        # A word in each may be meant: the link to the other language speaks that one.
        if len(english) > 1 or (english and not french):
            message = say("looks-english", words=tuple(english))
            yield Finding(("fr",), message, part=english[0])
        if len(french) > 1 or (french and not english):
            message = say("looks-french", words=tuple(french))
            yield Finding(("en",), message, part=french[0])

    def _find_foreign(self, text: str, language: Language) -> list[str]:
        """Return the words of the other language in `text`, outside names and quotations."""
        pattern = self.foreign[language]
        if not pattern.search(text):
            return []
        # Few texts come this far, so that names and quotations are taken out only now.
        found = pattern.findall(_NAME.sub(" ", QUOTED.sub(" ", text)))
        return list(dict.fromkeys(found))


def check_placeholders(words: Mapping[str, Bilingual]) -> Iterator[Finding]:
    """A word of the interface has the same places to fill in, in both languages."""
    for key, text in words.items():
        french, english = set(_PLACEHOLDER.findall(text.fr)), set(_PLACEHOLDER.findall(text.en))
        if french != english:
            message = say("placeholders-differ", english=_list(english), french=_list(french))
            yield Finding((key, "en"), message)


def _list(placeholders: set[str]) -> Message | tuple[str, ...]:
    return tuple(sorted(placeholders)) or say("placeholders-none")


def warn_untranslated(initiatives: Mapping[int, Initiative]) -> Iterator[Finding]:
    """A working translation of a name of several words differs from the French name."""
    for index, entry in initiatives.items():
        is_ours = entry.english_name == "working translation" and not entry.draft
        if is_ours and entry.name.fr == entry.name.en and len(entry.name.fr.split()) > 1:
            message = say("name-untranslated")
            yield Finding((index, "name", "en"), message)


def _any_of(words: tuple[str, ...], after: str = r"\w’'-") -> re.Pattern[str]:
    """Return what finds any of `words` where none of the characters `after` is before it.

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
