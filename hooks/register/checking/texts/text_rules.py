"""Rules for texts, whatever their field: characters, markup, typography, language."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from register.checking.problems import FieldPath, Finding, Problem, Severity
from register.checking.schema.validation import validate
from register.checking.texts.invisible_characters import find_character
from register.checking.texts.language import LanguageRules
from register.checking.texts.markup import find_markup
from register.checking.texts.typography import find_mistake
from register.data_files import PROOFREADING
from register.messages import say
from register.model import LANGUAGES, Language
from register.reading.document import Document
from register.reading.parse import REMEMBERED
from register.reading.parsed_text import ParsedText

TextFinding = tuple[Finding, Severity]

# Shorter texts are names or terms, which may be the same in both languages.
_WORDS_OF_A_SENTENCE = 4


def check_texts(documents: Mapping[str, Document]) -> Iterator[Problem]:
    """Yield what is wrong with the texts in all `documents`; of a list, entry by entry."""
    words = documents[PROOFREADING].parsed
    for document in documents.values():
        if document.entries is None:
            for finding, severity in _check_parsed(document.parsed, words):
                yield document.report(finding, severity)
        for index, entry in enumerate(document.entries or ()):
            for finding, severity in _check_parsed(entry, words):
                # An entry is read as a list of one.
                place = finding._replace(where=(index, *finding.where[1:]))
                yield document.report(place, severity)


@lru_cache(maxsize=REMEMBERED)
def _check_parsed(parsed: ParsedText, words: ParsedText) -> tuple[TextFinding, ...]:
    rules = _make_rules(words)
    return () if rules is None else tuple(find_in_values(parsed.values, rules))


@lru_cache(maxsize=4)
def _make_rules(words: ParsedText) -> LanguageRules | None:
    """Return the rules that `words`, the file of words for proofreading, makes if it is valid."""
    model = validate(PROOFREADING, words).model if words.is_read else None
    return None if model is None else LanguageRules.from_words(model)


def find_in_values(
    value: Any, rules: LanguageRules, where: FieldPath = ()
) -> Iterator[TextFinding]:
    """Yield what is wrong with the texts anywhere in `value`, which is at `where`."""
    if isinstance(value, str):
        yield from _check_characters(value, where)
        if value.count('"') % 2:
            yield Finding(where, say("lone-quote"), part='"'), "warning"
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from find_in_values(each, rules, (*where, index))
    elif isinstance(value, dict):
        yield from _check_fields(value, rules, where)


def _check_fields(
    fields: dict[Any, Any], rules: LanguageRules, where: FieldPath
) -> Iterator[TextFinding]:
    fr, en = fields.get("fr"), fields.get("en")
    is_pair = False
    if isinstance(fr, str) and isinstance(en, str):
        is_pair = True
        for finding, severity in check_pair(fr, en, rules, _is_name(where)):
            yield finding._replace(where=(*where, *finding.where)), severity
    for key, value in fields.items():
        yield from _check_characters(str(key), where)
        if is_pair and key in LANGUAGES:
            yield from _check_characters(value, (*where, key))
        else:
            yield from find_in_values(value, rules, (*where, key))


def _check_characters(text: str, where: FieldPath) -> Iterator[TextFinding]:
    if found := find_character(text):
        message, part = found
        yield Finding(where, message, part=part), "error"


def _is_name(where: FieldPath) -> bool:
    """Return whether the texts at `where` may be the same in both languages, however long."""
    return bool(where) and where[-1] in ("name", "short", "label")


def check_pair(
    fr: str, en: str, rules: LanguageRules, is_name: bool = False
) -> Iterator[TextFinding]:
    """Yield what is wrong with a text in two languages, by the place "fr" or "en"."""
    if fr == en and not is_name and len(fr.split()) >= _WORDS_OF_A_SENTENCE:
        yield Finding(("en",), say("same-text")), "error"
        return
    texts: tuple[tuple[Language, str], ...] = (("fr", fr), ("en", en))
    for language, text in texts:
        # Typography counts only where no markup is in its way.
        if found := find_markup(text) or find_mistake(text, language):
            message, part = found
            yield Finding((language,), message, part=part), "warning"
    for finding in rules.check(fr, en):
        yield finding, "warning"
