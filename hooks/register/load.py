"""From the data folder to a `Register`, or to every problem that stands in the way.

One constructor serves the check, the build and the preview, so that they cannot disagree.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from register import checks
from register.characters import check_characters
from register.explain import explain_errors
from register.incremental import ReadingCache
from register.model import (
    Anomalies,
    Bilingual,
    Edition,
    GlossaryTerm,
    Initiative,
    Publication,
    Slug,
    Vocabulary,
)
from register.problems import Problem, RegisterError
from register.reader import Document, read_yaml
from register.register import Register

INITIATIVES = "initiatives.yaml"
VOCABULARY = "vocabulary.yaml"
EDITIONS = "editions.yaml"
GLOSSARY = "glossary.yaml"
ANOMALIES = "anomalies.yaml"
PUBLICATION = "publication.yaml"
INTERFACE = "interface.yaml"
FIELDS = "fields.yaml"
FILES = (INITIATIVES, VOCABULARY, EDITIONS, GLOSSARY, ANOMALIES, PUBLICATION, INTERFACE, FIELDS)

T = TypeVar("T")

_INITIATIVE = TypeAdapter(Initiative)
_VOCABULARY = TypeAdapter(Vocabulary)
_EDITIONS = TypeAdapter(tuple[Edition, ...])
_GLOSSARY = TypeAdapter(tuple[GlossaryTerm, ...])
_ANOMALIES = TypeAdapter(Anomalies)
_PUBLICATION = TypeAdapter(Publication)
_WORDS = TypeAdapter(dict[Slug, Bilingual])
_FIELD_TEXTS = TypeAdapter(dict[str, Bilingual])


def read_folder(folder: Path) -> tuple[dict[str, str], list[Problem]]:
    """Return the text of each data file by its name, and the problems of reading them."""
    sources: dict[str, str] = {}
    problems: list[Problem] = []
    for name in FILES:
        path = folder / name
        try:
            sources[name] = path.read_bytes().decode("utf-8")
        except FileNotFoundError:
            problems.append(Problem(path=f"{folder.name}/{name}", message="the file is missing"))
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            message = "the file is not UTF-8; save it again with that encoding"
            problems.append(Problem(path=f"{folder.name}/{name}", line=line, message=message))
    return sources, problems


def load_register(folder: Path, cache: ReadingCache | None = None) -> Register:
    """Return the register kept in `folder`; `cache` saves reading again what has not changed.

    Raises `RegisterError` with every problem found in any of the files.
    """
    sources, problems = read_folder(folder)
    if problems:
        raise RegisterError(problems)
    return build_register(sources, folder.name, cache)


def build_register(
    sources: Mapping[str, str], folder_name: str = "data", cache: ReadingCache | None = None
) -> Register:
    """Return the register that the texts of the data files make.

    `sources` holds the text of each of `FILES` by its name. Raises `RegisterError`.
    """
    problems: list[Problem] = []
    read = read_yaml if cache is None else cache.read
    documents = {name: read(sources[name], f"{folder_name}/{name}") for name in FILES}
    for document in documents.values():
        problems += document.problems
        problems += check_characters(document)

    def validate(name: str, adapter: TypeAdapter[T]) -> T | None:
        document = documents[name]
        if document.root is None:
            return None
        try:
            return adapter.validate_python(document.values)
        except ValidationError as error:
            problems.extend(explain_errors(error, document))
            return None

    vocabulary = validate(VOCABULARY, _VOCABULARY)
    editions = validate(EDITIONS, _EDITIONS)
    glossary = validate(GLOSSARY, _GLOSSARY)
    anomalies = validate(ANOMALIES, _ANOMALIES)
    publication = validate(PUBLICATION, _PUBLICATION)
    words = validate(INTERFACE, _WORDS)
    fields = validate(FIELDS, _FIELD_TEXTS)
    initiatives = _validate_initiatives(documents[INITIATIVES], problems, cache)
    ids = _list_ids(documents[INITIATIVES])

    def place(name: str, findings: Iterable[checks.Finding]) -> None:
        problems.extend(documents[name].problem(where, message) for where, message in findings)

    if editions is not None:
        place(EDITIONS, checks.check_editions(editions))
    if glossary is not None:
        place(GLOSSARY, checks.check_glossary(glossary))
    if vocabulary is not None and editions is not None:
        place(VOCABULARY, checks.check_vocabulary(vocabulary, editions))
        subject = checks.Subject(
            ids=ids,
            initiatives=tuple(initiatives.values()),
            vocabulary=vocabulary,
            editions=editions,
        )
        # The rules count the sound entries; their places count all of them.
        origin = tuple(initiatives)
        for where, message in checks.check_initiatives(subject):
            place(INITIATIVES, [((origin[int(where[0])], *where[1:]), message)])
    if anomalies is not None and ids:
        place(ANOMALIES, checks.check_anomalies(anomalies, ids))

    if (
        problems
        or vocabulary is None
        or editions is None
        or glossary is None
        or anomalies is None
        or publication is None
        or words is None
        or fields is None
    ):
        raise RegisterError(problems)
    return Register(
        initiatives=tuple(initiatives.values()),
        vocabulary=vocabulary,
        editions=editions,
        glossary=glossary,
        anomalies=anomalies,
        publication=publication,
        words=words,
        fields=fields,
        lines={
            entry.id: documents[INITIATIVES].locate((index,))[0]
            for index, entry in initiatives.items()
        },
    )


def _list_ids(document: Document) -> dict[str, None]:
    """Return the ids of all entries, sound or not, in their order."""
    values = document.values if isinstance(document.values, tuple) else ()
    ids = (value.get("id") for value in values if isinstance(value, dict))
    return dict.fromkeys(id_ for id_ in ids if isinstance(id_, str))


def _validate_initiatives(
    document: Document, problems: list[Problem], cache: ReadingCache | None
) -> dict[int, Initiative]:
    """Return the sound entries by their index."""
    if document.root is None:
        return {}
    if not isinstance(document.values, tuple) or not document.values:
        problems.append(document.problem((), "the file must be a list of entries"))
        return {}
    initiatives: dict[int, Initiative] = {}
    for index, value in enumerate(document.values):
        try:
            initiatives[index] = (
                _INITIATIVE.validate_python(value)
                if cache is None
                else cache.validate(value, _INITIATIVE.validate_python)
            )
        except ValidationError as error:
            problems.extend(explain_errors(error, document, (index,)))
    return initiatives
