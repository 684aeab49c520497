"""Rules for texts, whatever their field: characters, markup, typography, language."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from register.checking.problems import FieldPath, Finding, Problem, Severity
from register.checking.schema.validation import validate
from register.checking.texts.bullets import find_broken_lists
from register.checking.texts.closing import find_unpaired, lacks_full_stop
from register.checking.texts.figures import compare_figures
from register.checking.texts.invisible_characters import find_characters
from register.checking.texts.language import LanguageRules
from register.checking.texts.markup import find_markup, strip_markup
from register.checking.texts.typesetting import find_slips
from register.checking.texts.unfinished import find_unfinished
from register.data_files import INTERFACE, PROOFREADING
from register.messages import Message, say
from register.model import LANGUAGES, Language
from register.reading.document import Document
from register.reading.parse import REMEMBERED
from register.reading.parsed_text import ParsedText

TextFinding = tuple[Finding, Severity]

# Fields that hold a text as the source prints it.
_PRINTED = ("name", "printed", "title_printed")
# Shorter texts are names or terms, which may be the same in both languages.
_WORDS_OF_A_SENTENCE = 4


def check_texts(documents: Mapping[str, Document]) -> Iterator[Problem]:
    """Yield what is wrong with the texts in all `documents`; of a list, entry by entry."""
    words = documents[PROOFREADING].parsed
    for name, document in documents.items():
        if document.entries is None:
            is_interface = name == INTERFACE
            for finding, severity in _check_parsed(document.parsed, words, is_interface):
                yield document.report(finding, severity)
        for index, entry in enumerate(document.entries or ()):
            for finding, severity in _check_parsed(entry, words):
                # An entry is read as a list of one.
                place = finding._replace(where=(index, *finding.where[1:]))
                yield document.report(place, severity)


@lru_cache(maxsize=REMEMBERED)
def _check_parsed(
    parsed: ParsedText, words: ParsedText, is_interface: bool = False
) -> tuple[TextFinding, ...]:
    rules = _make_rules(words)
    if rules is not None and is_interface:
        # A word of it may say that a text is to be written, and name the other language in that.
        rules = replace(rules, placeholders=(), may_be_exchanged=True)
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
        if where and where[-1] in _PRINTED:
            for message, _ in _find_in_any(value, rules):
                yield Finding(where, message), "warning"
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
        found = tuple(check_pair(fr, en, rules, _is_name(where)))
        for finding, severity in found:
            yield finding._replace(where=(*where, *finding.where)), severity
        # Where anything else is wrong with a text, its end may be meant otherwise.
        faulty = {finding.where[0] for finding, _ in found}
        for language in (each for each in LANGUAGES if each not in faulty):
            if lacks_full_stop(fields[language], where):
                yield Finding((*where, language), say("full-stop")), "warning"
    for key, value in fields.items():
        yield from _check_characters(str(key), where)
        if is_pair and key in LANGUAGES:
            yield from _check_characters(value, (*where, key))
        else:
            yield from find_in_values(value, rules, (*where, key))


def _check_characters(text: str, where: FieldPath) -> Iterator[TextFinding]:
    for message, part in find_characters(text):
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
        for message, part in _find_in_text(text, language, rules):
            yield Finding((language,), message, part=part), "warning"
    for finding in (*rules.check(fr, en), *_compare(fr, en)):
        yield finding, "warning"


def _find_in_text(
    text: str, language: Language, rules: LanguageRules
) -> Iterator[tuple[Message, str]]:
    yield from _find_in_any(text, rules)
    markup = tuple(find_markup(text))
    yield from markup
    yield from find_broken_lists(text)
    yield from find_unpaired(text)
    # Typography counts only where no markup is in its way.
    yield from find_slips(strip_markup(text) if markup else text, language)


def _find_in_any(text: str, rules: LanguageRules) -> Iterator[tuple[Message, str]]:
    """Yield what is wrong with `text` in whatever language, also as the source prints it."""
    # A word of the interface may put what it is filled with in quotation marks.
    is_wrapped = text[:1] in ("“", "«") and text[-1:] in ("”", "»") and "{" not in text
    if is_wrapped and not set(text[1:-1]) & set("“”«»"):
        yield say("quotes-around"), text[:1]
    if unfinished := find_unfinished(text, rules.placeholders):
        yield unfinished


def _compare(fr: str, en: str) -> Iterator[Finding]:
    french, english = compare_figures(fr, en)
    if french:
        message = say("figures-only-french", figures=tuple(french))
        yield Finding(("fr",), message, part=french[0])
    if english:
        message = say("figures-only-english", figures=tuple(english))
        yield Finding(("en",), message, part=english[0])
