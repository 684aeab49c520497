"""Rules for the language of texts: each in its own, and both saying the same.

The words that show a language are in data/proofreading.yaml.
"""

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from register.checking.problems import Finding
from register.checking.texts.typography import QUOTED
from register.messages import say
from register.model import Language
from register.publication import Proofreading
from register.word_patterns import join_patterns

# Names: capitalised words, with small words between them.
_NAME = re.compile(
    r"\b[A-ZÀ-Ý][\w’'&/.-]*(?:[ \u202f\u00a0]+(?:(?:of|the|and|for|to|in|on|by|with|a|an|from|"
    r"de|du|des|la|le|les|et|pour|sur|aux|au|en)[ ]+)*[A-ZÀ-Ý0-9][\w’'&/.-]*)*"
)
_ACCENTED = re.compile(r"[àâçéèêëîïôùûœ]")
# By so many words and letters of the other language texts show that they stand in each other's
# place.
_SURE = 2


class LanguageRules(Struct, frozen=True, eq=False):
    """The rules for languages, compiled from words that show one; hashed by identity."""

    # Words of the other language, by the language of a text.
    foreign: Mapping[Language, re.Pattern[str]]
    unaccented: re.Pattern[str]
    american: re.Pattern[str]
    # The British spelling of each American one.
    spellings: Mapping[str, str]
    # Words that stand in for a text.
    placeholders: tuple[str, ...]
    # What is in every text of a language that shows the other one, or has one of these words.
    signs: Mapping[Language, re.Pattern[str]]
    # Whether texts may stand in each other's place: a link to the other language speaks that one.
    may_be_exchanged: bool = False

    @classmethod
    def from_words(cls, words: Proofreading) -> "LanguageRules":
        """Compile the rules."""
        american = tuple(words.american_spellings)
        return cls(
            foreign={"fr": _any_of(words.english_words), "en": _any_of(words.french_words)},
            unaccented=_any_of(words.unaccented_capitals, r"[^\w-]"),
            american=_any_of(american),
            spellings=words.american_spellings,
            placeholders=words.placeholders,
            signs={
                "fr": _any_of((*words.english_words, *words.unaccented_capitals), r"[^\w-]"),
                "en": _any_of((*words.french_words, *american)),
            },
        )

    def check(self, fr: str, en: str) -> Iterator[Finding]:
        """Yield what is wrong with a text in two languages, by the place "fr" or "en"."""
        is_clean = not (self.signs["fr"].search(f" {fr}") or self.signs["en"].search(f" {en}"))
        if is_clean and not _ACCENTED.search(en):
            return
        for word in dict.fromkeys(_list_found(self.unaccented, fr)):
            yield Finding(("fr",), say("accent-missing", word=word), part=word)
        for word in _find_words(self.american, en):
            message = say("american-spelling", word=word, instead=self.spellings[word])
            yield Finding(("en",), message, part=word)
        if not self.may_be_exchanged and (foreign := self._find_exchanged(fr, en)):
            yield foreign
            return
        english = _find_words(self.foreign["fr"], fr)
        french = _find_words(self.foreign["en"], en)
        # A word in each may be meant: the link to the other language speaks that one.
        if len(english) > 1 or (english and not french):
            message = say("looks-english", words=tuple(english))
            yield Finding(("fr",), message, part=english[0])
        if len(french) > 1 or (french and not english):
            message = say("looks-french", words=tuple(french))
            yield Finding(("en",), message, part=french[0])

    def _find_exchanged(self, fr: str, en: str) -> Finding | None:
        """Return what is wrong if the English text looks French, and the French one does not."""
        if fr == en:
            return None
        en, fr = QUOTED.sub(" ", en), QUOTED.sub(" ", fr)
        rated = self._rate_french(fr)
        if self._rate_french(en) < _SURE or rated > 0:
            return None
        if rated < 0:
            return Finding(("fr",), say("languages-exchanged"))
        french = [each for each in en.split() if _ACCENTED.search(each)]
        words = dict.fromkeys([*_list_found(self.foreign["en"], en), *french])
        return Finding(("en",), say("looks-french", words=tuple(words)), part=next(iter(words)))

    def _rate_french(self, text: str) -> int:
        """Return how French `text` looks, below 0 if rather English, by its words and accents."""
        french, english = (len(_list_found(self.foreign[each], text)) for each in ("en", "fr"))
        return french - english + len(_ACCENTED.findall(text))


def _any_of(words: tuple[str, ...], before: str = r"[^\w’'-]") -> re.Pattern[str]:
    """Return what finds a character of the class `before` and, after it, any of `words`."""
    return join_patterns(
        (re.escape(word) + (r"(?![\w-])" if word[-1].isalnum() else "") for word in words), before
    )


def _list_found(pattern: re.Pattern[str], text: str) -> list[str]:
    """Return the words in `text` that the `pattern` of `_any_of` finds."""
    return [found[1:] for found in pattern.findall(f" {text}")]


def _find_words(pattern: re.Pattern[str], text: str) -> list[str]:
    """Return each word in `text` that `pattern` finds, outside names and quotations."""
    # Few texts have one anywhere, so that names and quotations are taken out only now.
    if not pattern.search(f" {text}"):
        return []
    return list(dict.fromkeys(_list_found(pattern, _NAME.sub(" ", QUOTED.sub(" ", text)))))
