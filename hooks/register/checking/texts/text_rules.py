"""Rules for texts, whatever their field: characters, markup, typography, language."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial
from typing import Any

from msgspec.structs import replace

from register.checking.problems import FieldPath, Finding, Problem, Severity
from register.checking.schema.validation import validate
from register.checking.texts.bullets import find_broken_lists
from register.checking.texts.closing import find_unpaired, lacks_full_stop
from register.checking.texts.figures import compare_figures
from register.checking.texts.invisible_characters import find_characters, may_have_forbidden
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

# Fields that hold a text as the source prints it.
_PRINTED = ("name", "printed", "title_printed")
# Shorter texts are names or terms, which may be the same in both languages.
_WORDS_OF_A_SENTENCE = 4


def find_wrong_texts(documents: Mapping[str, Document]) -> Iterator[Problem]:
    """Yield what no text in the `documents` may be; of a list, entry by entry."""
    for document in documents.values():
        yield from _report(document, _find_errors, "error")


def find_doubtful_texts(documents: Mapping[str, Document]) -> Iterator[Problem]:
    """Yield what may be wrong with the texts in all `documents`; of a list, entry by entry.

    It takes half of the time to load a large register.
    """
    words = documents[PROOFREADING].parsed
    for name, document in documents.items():
        find = partial(_find_doubts, words=words, is_interface=name == INTERFACE)
        yield from _report(document, find, "warning")


def _report(
    document: Document, find: Callable[[ParsedText], tuple[Finding, ...]], severity: Severity
) -> Iterator[Problem]:
    if document.entries is None:
        for finding in find(document.parsed):
            yield document.report(finding, severity)
    for index, entry in enumerate(document.entries or ()):
        for finding in find(entry):
            # An entry is read as a list of one.
            yield document.report(finding._replace(where=(index, *finding.where[1:])), severity)


@lru_cache(maxsize=REMEMBERED)
def _find_errors(parsed: ParsedText) -> tuple[Finding, ...]:
    found = list(_find_same(parsed.values, ()))
    if may_have_forbidden(parsed.text):
        found += _find_forbidden(parsed.values, ())
    return tuple(found)


def _find_same(value: Any, where: FieldPath) -> Iterator[Finding]:
    """Yield the texts anywhere in `value`, which is at `where`, that are the same twice."""
    if isinstance(value, dict):
        fr = value.get("fr")
        if isinstance(fr, str) and is_same_text(fr, value.get("en"), where):
            yield Finding((*where, "en"), say("same-text"))
        for key, each in value.items():
            if isinstance(each, dict | tuple):
                yield from _find_same(each, (*where, key))
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            if isinstance(each, dict | tuple):
                yield from _find_same(each, (*where, index))


def is_same_text(fr: str, en: object, where: FieldPath) -> bool:
    """Return whether the texts at `where` are one text, that is of one language only.

    Names may be the same in both languages, however long.
    """
    is_name = bool(where) and where[-1] in ("name", "short", "label")
    return fr == en and not is_name and len(fr.split()) >= _WORDS_OF_A_SENTENCE


def _find_forbidden(value: Any, where: FieldPath) -> Iterator[Finding]:
    """Yield the characters anywhere in `value`, keys included, that no text may have."""
    if isinstance(value, str):
        for message, part in find_characters(value):
            yield Finding(where, message, part=part)
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _find_forbidden(each, (*where, index))
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _find_forbidden(str(key), where)
            yield from _find_forbidden(each, (*where, key))


@lru_cache(maxsize=REMEMBERED)
def _find_doubts(
    parsed: ParsedText, words: ParsedText, is_interface: bool = False
) -> tuple[Finding, ...]:
    rules = _make_rules(words)
    if rules is None:
        return ()
    if is_interface:
        # A word of it may say that a text is to be written, and name the other language in that.
        rules = replace(rules, placeholders=(), may_be_exchanged=True)
    return tuple(find_in_values(parsed.values, rules))


@lru_cache(maxsize=4)
def _make_rules(words: ParsedText) -> LanguageRules | None:
    """Return the rules that `words`, the file of words for proofreading, makes if it is valid."""
    model = validate(PROOFREADING, words).model if words.is_read else None
    return None if model is None else LanguageRules.from_words(model)


def find_in_values(value: Any, rules: LanguageRules, where: FieldPath = ()) -> Iterator[Finding]:
    """Yield what may be wrong with the texts anywhere in `value`, which is at `where`."""
    if isinstance(value, str):
        if value.count('"') % 2:
            yield Finding(where, say("lone-quote"), part='"')
        if where and where[-1] in _PRINTED:
            for message, _ in _find_in_any(value, rules):
                yield Finding(where, message)
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from find_in_values(each, rules, (*where, index))
    elif isinstance(value, dict):
        fr, en = value.get("fr"), value.get("en")
        known: tuple[str, ...] = ()
        if isinstance(fr, str) and isinstance(en, str):
            known = LANGUAGES
            if not is_same_text(fr, en, where):
                yield from _check_pair(fr, en, rules, where)
        for key, each in value.items():
            if key not in known:
                yield from find_in_values(each, rules, (*where, key))


def _check_pair(fr: str, en: str, rules: LanguageRules, where: FieldPath) -> Iterator[Finding]:
    """Yield what may be wrong with a text in two languages, which is at `where`."""
    found = [*rules.check(fr, en), *_compare(fr, en)]
    texts: tuple[tuple[Language, str], ...] = (("fr", fr), ("en", en))
    for language, text in texts:
        for message, part in _find_in_text(text, language, rules):
            found.append(Finding((language,), message, part=part))
    # Where anything else is wrong with a text, its end may be meant otherwise.
    faulty = {finding.where[0] for finding in found}
    for language, text in texts:
        if language not in faulty and lacks_full_stop(text, where):
            found.append(Finding((language,), say("full-stop")))
    for finding in found:
        yield finding._replace(where=(*where, *finding.where))


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
