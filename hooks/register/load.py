"""From the data folder to a `Register`, or to every problem that stands in the way.

One constructor serves the check, the build and the preview, so that they cannot disagree.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from register.checking import editions as lists
from register.checking import rules as checks
from register.checking.characters import check_characters, check_encoding, decode
from register.checking.problems import Problem, RegisterError, quote_lines
from register.checking.schema_errors import explain_errors
from register.checking.suggestions import to_slug
from register.checking.text_checks import TextFinding, TextRules
from register.collection import paused_collection
from register.model import (
    Anomalies,
    Bilingual,
    Edition,
    GlossaryTerm,
    Initiative,
    Proofreading,
    Publication,
    SearchWords,
    Vocabulary,
    WordKey,
)
from register.reading.incremental import ReadingCache
from register.reading.reader import Document, FieldPath
from register.reading.size_limits import MAX_BYTES
from register.register import Register

INITIATIVES = "initiatives.yaml"
VOCABULARY = "vocabulary.yaml"
EDITIONS = "editions.yaml"
GLOSSARY = "glossary.yaml"
ANOMALIES = "anomalies.yaml"
PUBLICATION = "publication.yaml"
INTERFACE = "interface.yaml"
FIELDS = "fields.yaml"
SEARCH = "search.yaml"
PROOFREADING = "proofreading.yaml"
# What each file holds.
KINDS: dict[str, Any] = {
    INITIATIVES: tuple[Initiative, ...],
    VOCABULARY: Vocabulary,
    EDITIONS: tuple[Edition, ...],
    GLOSSARY: tuple[GlossaryTerm, ...],
    ANOMALIES: Anomalies,
    PUBLICATION: Publication,
    INTERFACE: dict[WordKey, Bilingual],
    FIELDS: dict[str, Bilingual],
    SEARCH: SearchWords,
    PROOFREADING: Proofreading,
}
FILES = tuple(KINDS)

# Entries are validated one by one, so that the sound ones can be checked against each other.
_INITIATIVE = TypeAdapter(Initiative)
_ADAPTERS = {name: TypeAdapter(kind) for name, kind in KINDS.items() if name != INITIATIVES}


def read_folder(folder: Path) -> tuple[dict[str, str], list[Problem]]:
    """Return the text of each data file by its name, and the problems of reading them."""
    sources: dict[str, str] = {}
    problems: list[Problem] = []
    for name in FILES:
        text = _read_file(folder / name)
        if isinstance(text, Problem):
            problems.append(text)
        else:
            sources[name] = text
    return sources, problems


def _read_file(path: Path) -> str | Problem:
    """Return the text of a data file, or why it cannot be read."""
    name = f"{path.parent.name}/{path.name}"
    try:
        if path.stat().st_size <= MAX_BYTES:
            return decode(path.read_bytes(), name)
        message = f"the file is larger than {MAX_BYTES // 1_000_000} million bytes"
    except FileNotFoundError:
        message = "the file is missing"
    except OSError as error:
        message = f"the file cannot be read: {error.strerror}"
    return Problem(path=name, message=message)


def load_register(folder: Path, cache: ReadingCache | None = None) -> Register:
    """Return the register kept in `folder`; `cache` saves reading again what has not changed.

    Raises `RegisterError` with every problem found in any of the files.
    """
    with paused_collection():
        sources, problems = read_folder(folder)
        return build_register(sources, folder.name, cache, problems)


def build_register(
    sources: Mapping[str, str],
    folder_name: str = "data",
    cache: ReadingCache | None = None,
    found: Iterable[Problem] = (),
) -> Register:
    """Return the register that the texts of the data files make.

    `sources` holds the text of each of `FILES` by its name; what was `found` when they were read,
    a missing file for instance, is told with the rest. Raises `RegisterError`.
    """
    cache = cache or ReadingCache()
    problems = list(found)
    warnings: list[Problem] = []
    documents = {
        name: cache.read(sources[name], f"{folder_name}/{name}")
        if name in sources
        else Document(path=f"{folder_name}/{name}")
        for name in FILES
    }
    for document in documents.values():
        problems += check_encoding(document.unchecked, document.path)
        problems += document.problems

    def validate(name: str) -> Any:
        document = documents[name]
        if not document.is_read:
            return None
        try:
            model = cache.once("model", document.values, _ADAPTERS[name].validate_python)
            # What is lost of it would seem to be missing wherever it is meant.
            return model if document.is_whole else None
        except ValidationError as error:
            problems.extend(explain_errors(error, document, KINDS[name]))
            return None

    models = {name: validate(name) for name in _ADAPTERS}
    vocabulary: Vocabulary | None = models[VOCABULARY]
    editions: tuple[Edition, ...] | None = models[EDITIONS]
    glossary: tuple[GlossaryTerm, ...] | None = models[GLOSSARY]
    anomalies: Anomalies | None = models[ANOMALIES]
    proofreading: Proofreading | None = models[PROOFREADING]
    initiatives = _validate_initiatives(documents[INITIATIVES], problems, cache)
    sound = tuple(initiatives.values())
    ids, has_all_ids = _list_ids(documents[INITIATIVES])

    def place(name: str, findings: Iterable[checks.Finding]) -> None:
        for where, message, other in findings:
            if other is not None:
                message += f"; see line {documents[name].locate(other)[0]}"
            problems.append(documents[name].problem(where, message))

    if editions is not None:
        place(EDITIONS, checks.check_editions(editions))
    if models[INTERFACE] is not None:
        place(INTERFACE, checks.check_words(models[INTERFACE]))
    if glossary is not None:
        place(GLOSSARY, checks.check_glossary(glossary))
    if vocabulary is not None and editions is not None:
        place(VOCABULARY, checks.check_vocabulary(vocabulary, editions))
        if has_all_ids:
            place(EDITIONS, lists.check_brought(editions, ids, sound, vocabulary.categories))
        subject = checks.Subject(
            ids=ids,
            has_all_ids=has_all_ids,
            initiatives=sound,
            vocabulary=vocabulary,
            editions=editions,
        )
        place(INITIATIVES, _check_each(documents, initiatives, vocabulary, cache))
        # The rules count the sound entries; their places count all of them.
        origin = tuple(initiatives)
        place(INITIATIVES, (checks.shift(f, origin) for f in checks.check_initiatives(subject)))
        if not problems:
            warnings += (
                documents[VOCABULARY].problem(where, message, "warning")
                for where, message, _ in checks.warn_unused(subject)
            )
            warnings += (
                documents[INITIATIVES].problem(where, message, "warning")
                for where, message, _ in checks.warn_untranslated(subject)
            )
    if anomalies is not None and has_all_ids:
        place(ANOMALIES, checks.check_anomalies(anomalies, ids))
    if proofreading is not None:
        rules = cache.once(
            "rules", documents[PROOFREADING].values, lambda _: TextRules.from_words(proofreading)
        )
        for document in documents.values():
            for where, message, severity, part in _check_texts(document, rules, cache):
                target = problems if severity == "error" else warnings
                target.append(document.problem(where, message, severity, part))

    if problems or None in models.values():
        raise RegisterError(quote_lines([*problems, *warnings], sources))
    return Register(
        initiatives=tuple(lists.spread_entries(sound, models[EDITIONS])),
        vocabulary=lists.spread_titles(models[VOCABULARY], models[EDITIONS]),
        editions=lists.strip_editions(models[EDITIONS]),
        glossary=models[GLOSSARY],
        anomalies=models[ANOMALIES],
        publication=models[PUBLICATION],
        words=models[INTERFACE],
        fields=models[FIELDS],
        search=models[SEARCH],
        warnings=tuple(sorted(quote_lines(warnings, sources))),
        lines={
            entry.id: documents[INITIATIVES].locate((index,))[0]
            for index, entry in initiatives.items()
        },
    )


def _list_ids(document: Document) -> tuple[dict[str, None], bool]:
    """Return the ids of all entries, sound or not, in their order, and whether they are all known.

    Of an id that is not as it should be, what it should be is taken for known, too.
    """
    values = document.values if isinstance(document.values, tuple) else ()
    found = [value.get("id") if isinstance(value, dict) else None for value in values]
    ids = [each for each in found if isinstance(each, str) and each]
    known = bool(found) and len(ids) == len(found) and (document.is_whole or document.lost_ids)
    ids += document.lost_ids
    return dict.fromkeys([*ids, *map(to_slug, ids)]), bool(known)


def _validate_initiatives(
    document: Document, problems: list[Problem], cache: ReadingCache
) -> dict[int, Initiative]:
    """Return the sound entries by their index."""
    if not document.is_read or (not document.is_whole and not document.values):
        return {}
    if not isinstance(document.values, tuple) or not document.values:
        problems.append(document.problem((), "the file must be a list of entries"))
        return {}
    initiatives: dict[int, Initiative] = {}
    for index, value in enumerate(document.values):
        try:
            initiatives[index] = cache.once("model", value, _INITIATIVE.validate_python)
        except ValidationError as error:
            problems.extend(explain_errors(error, document, Initiative, (index,)))
    return initiatives


def _check_each(
    documents: Mapping[str, Document],
    initiatives: Mapping[int, Initiative],
    vocabulary: Vocabulary,
    cache: ReadingCache,
) -> Iterator[checks.Finding]:
    """Yield what is wrong with each of the sound entries by itself."""
    words, values = documents[VOCABULARY].values, documents[INITIATIVES].values
    rules = cache.once("entry rules", words, lambda _: checks.EntryRules(vocabulary))
    for index, entry in initiatives.items():
        # The rules are part of what is remembered: another vocabulary, other findings.
        findings = cache.once(rules, values[index], lambda _: rules.check(entry))  # noqa: B023 - called at once
        for found in findings:
            other = None if found.other is None else (index, *found.other)
            yield found._replace(where=(index, *found.where), other=other)


def _check_texts(
    document: Document, rules: TextRules, cache: ReadingCache
) -> Iterator[TextFinding]:
    """Yield what is wrong with the texts of `document`; entry by entry, where it is a list."""
    values = document.values
    parts = list(enumerate(values)) if isinstance(values, tuple) else [(None, values)]
    for index, value in parts:
        prefix: FieldPath = () if index is None else (index,)
        for where, message, part in cache.once("characters", value, check_characters):
            yield (*prefix, *where), message, "error", part
        # The rules are part of what is remembered: other words, other findings.
        for where, message, severity, part in cache.once(rules, value, rules.check):
            yield (*prefix, *where), message, severity, part
