"""From the values of the data files to the register's types."""

from functools import lru_cache
from typing import Any, NamedTuple

from pydantic import ValidationError

from register.checking.problems import Problem
from register.checking.schema.schema_errors import explain_errors
from register.data_files import INITIATIVES, LISTS, VOCABULARY, adapter_of, kind_of
from register.drafts import drop_empty, fill_draft
from register.messages import say
from register.reading.document import Document, Documents
from register.reading.parse import REMEMBERED
from register.reading.parsed_text import ParsedText


class Validated(NamedTuple):
    """The model of a whole file or an entry, or why there is none."""

    model: Any
    error: ValidationError | None = None


@lru_cache(maxsize=REMEMBERED)
def validate(name: str, parsed: ParsedText) -> Validated:
    """Return what `parsed`, the file `name` or an entry of it, holds."""
    value = parsed.values[0] if name in LISTS else parsed.values
    try:
        return Validated(_validate(name, value))
    except ValidationError as error:
        return Validated(None, error)


def _validate(name: str, value: Any) -> Any:
    if name != INITIATIVES:
        return adapter_of(name).validate_python(value)
    if isinstance(value, dict) and value.get("draft") is True:
        return adapter_of(name).validate_python(fill_draft(value))
    try:
        return adapter_of(name).validate_python(value)
    except ValidationError:
        # What a new entry offers and nobody filled in is no mistake.
        return adapter_of(name).validate_python(drop_empty(value))


def validate_documents(documents: Documents) -> tuple[dict[str, Any], list[Problem]]:
    """Return the model of each file by its name, and what is wrong with the values.

    A model is None if the file is not valid as a whole. Of the initiatives the valid ones are
    returned by their index, so that they can be checked against each other.
    """
    models: dict[str, Any] = {}
    problems: list[Problem] = []
    tables = documents[VOCABULARY].parsed.values
    for name, document in documents.items():
        check = _validate_list if name in LISTS else _validate_table
        models[name] = check(name, document, problems, tables if isinstance(tables, dict) else {})
    return models, problems


def _validate_table(name: str, document: Document, problems: list[Problem], tables: Any) -> Any:
    if not document.parsed.is_read:
        return None
    model, error = validate(name, document.parsed)
    if error is not None:
        problems += explain_errors(error, document, kind_of(name), (), tables)
    return model if document.parsed.is_whole else None


def _validate_list(name: str, document: Document, problems: list[Problem], tables: Any) -> Any:
    nothing: Any = {} if name == INITIATIVES else None
    if not document.parsed.is_read or (not document.parsed.is_whole and not document.parsed.values):
        return nothing
    if document.entries is None:
        problems.append(document.problem((), say("file-not-list")))
        return nothing
    models: dict[int, Any] = {}
    for index, parsed in enumerate(document.entries):
        model, error = validate(name, parsed)
        if error is not None:
            problems += explain_errors(error, document, LISTS[name], (index,), tables)
        else:
            models[index] = model
    if name == INITIATIVES:
        return models
    is_valid = document.parsed.is_whole and len(models) == len(document.entries)
    return tuple(models.values()) if is_valid else None
