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
from register.checking.texts.invisible_characters import (
    find_characters,
    may_have_forbidden,
)
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


def find_wrong_texts(documents: Mapping[str, Document]) -> Iterator[Problem]:
    """Yield what no text in the `documents` may be; of a list, entry by entry."""
    return _check_texts(documents, "error")


def find_doubtful_texts(documents: Mapping[str, Document]) -> Iterator[Problem]:
    """Yield what may be wrong with the texts in all `documents`; of a list, entry by entry.

    It takes half of the time to load a large register.
    """
    return _check_texts(documents, "warning")


def _check_texts(documents: Mapping[str, Document], wanted: Severity) -> Iterator[Problem]:
    words = documents[PROOFREADING].parsed
    for name, document in documents.items():
        is_interface = name == INTERFACE
        for index, parsed in enumerate(document.entries or (document.parsed,)):
            if wanted == "error" and not _may_be_wrong(parsed):
                continue
            for finding, severity in _check_parsed(parsed, words, is_interface):
                if severity == wanted:
                    # An entry is read as a list of one.
                    where = (
                        finding.where if document.entries is None else (index, *finding.where[1:])
                    )
                    yield document.report(finding._replace(where=where), severity)


@lru_cache(maxsize=REMEMBERED)
def _may_be_wrong(parsed: ParsedText) -> bool:
    """Return whether `parsed` has to be looked through for errors: nearly no text has one."""
    return may_have_forbidden(parsed.text) or _repeats_text(parsed.values)


def _repeats_text(value: Any) -> bool:
    """Return whether a text anywhere in `value` is the same in both languages."""
    if isinstance(value, dict):
        fr = value.get("fr")
        if fr is not None and fr == value.get("en"):
            return True
        value = tuple(value.values())
    return isinstance(value, tuple) and any(
        _repeats_text(each) for each in value if isinstance(each, dict | tuple)
    )


@lru_cache(maxsize=REMEMBERED)
def _check_parsed(
    parsed: ParsedText, words: ParsedText, is_interface: bool = False
) -> tuple[TextFinding, ...]:
    rules = _make_rules(words)
    if rules is None:
        return ()
    if is_interface:
        # A word of it may say that a text is to be written, and name the other language in that.
        rules = replace(rules, placeholders=(), may_be_exchanged=True)
    found = tuple(find_in_values(parsed.values, rules))
    if may_have_forbidden(parsed.text):
        found += tuple(_check_characters(parsed.values))
    return found


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
        if value.count('"') % 2:
            yield Finding(where, say("lone-quote"), part='"'), "warning"
        if where and where[-1] in _PRINTED:
            for message, _ in _find_in_any(value, rules):
                yield Finding(where, message), "warning"
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from find_in_values(each, rules, (*where, index))
    elif isinstance(value, dict):
        is_pair = isinstance(value.get("fr"), str) and isinstance(value.get("en"), str)
        if is_pair:
            yield from _check_fields(value, rules, where)
        for key, each in value.items():
            if not is_pair or key not in LANGUAGES:
                yield from find_in_values(each, rules, (*where, key))


def _check_fields(
    fields: Mapping[str, str], rules: LanguageRules, where: FieldPath
) -> Iterator[TextFinding]:
    """Yield what is wrong with the texts in two languages of `fields`."""
    found = tuple(check_pair(fields["fr"], fields["en"], rules, _is_name(where)))
    for finding, severity in found:
        yield finding._replace(where=(*where, *finding.where)), severity
    # Where anything else is wrong with a text, its end may be meant otherwise.
    faulty = {finding.where[0] for finding, _ in found}
    for language in LANGUAGES:
        if language not in faulty and lacks_full_stop(fields[language], where):
            yield Finding((*where, language), say("full-stop")), "warning"


def _check_characters(value: Any, where: FieldPath = ()) -> Iterator[TextFinding]:
    """Yield the characters anywhere in `value`, keys included, that no text may have."""
    if isinstance(value, str):
        for message, part in find_characters(value):
            yield Finding(where, message, part=part), "error"
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _check_characters(each, (*where, index))
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _check_characters(str(key), where)
            yield from _check_characters(each, (*where, key))


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
