"""What is wrong with a value, in an editor's words: pydantic finds it, this says it."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from register.model import PARTIAL_DATE_PATTERN, SLUG_PATTERN, TEXT_PATTERN, URL_PATTERN
from register.problems import Problem
from register.reader import Document
from register.shape import list_fields
from register.suggest import hint, to_slug


def explain_errors(
    error: ValidationError, document: Document, kind: Any, prefix: tuple[int, ...] = ()
) -> list[Problem]:
    """Return the problems that pydantic found in a value of type `kind`, in plain words."""
    found = []
    for details in error.errors(include_url=False):
        where = (*prefix, *(step for step in details["loc"] if step != "[key]"))
        message = explain_error(details)
        if details["type"] == "extra_forbidden":
            fields = list_fields(kind, details["loc"][:-1])
            message += _hint_field(str(details["loc"][-1]), fields)
        found.append(document.problem(where, message))
    return found


def _hint_field(name: str, fields: list[str]) -> str:
    before, colon, after = name.partition(":")
    if colon and before in fields:
        return f'; a colon needs a space after it: "{before}: {after}"'
    return hint(name, fields) or f". Allowed: {', '.join(fields)}"


# What a pattern asks for, in an editor's words.
_FORMS = {
    SLUG_PATTERN: "lower-case letters without accents, digits and single hyphens",
    PARTIAL_DATE_PATTERN: "a date: 2024, 2024-05 or 2024-05-13",
    URL_PATTERN: "an address that begins with https:// or http:// and names a host",
}


def _show(value: object) -> str:
    """Return a value as an editor would write it."""
    if isinstance(value, bool):
        return f"{str(value).lower()} (YAML reads yes, no, on and off so, too)"
    if isinstance(value, date):
        return f"the date {value.isoformat()}"
    if isinstance(value, dict):
        return "named fields"
    if isinstance(value, tuple):
        return "a list"
    return "nothing" if value is None else f'"{value}"'


def _explain_text(details: ErrorDetails) -> str:
    value = details["input"]
    quotes = "" if isinstance(value, dict | tuple) or value is None else "; put it in quotes"
    return f"a text is due here, not {_show(value)}{quotes}"


_LANGUAGE_NAMES = {"fr": "French", "en": "English"}


def _explain_missing(details: ErrorDetails) -> str:
    language = _LANGUAGE_NAMES.get(str(details["loc"][-1]))
    return f"the {language} text is missing" if language else "this field is missing"


def _explain_form(details: ErrorDetails) -> str:
    pattern = details["ctx"]["pattern"]
    if pattern == TEXT_PATTERN:
        return "the text is empty"
    message = f"{_show(details['input'])} is not {_FORMS[pattern]}"
    if str(details["input"])[:1] in tuple("“”„«‘’"):
        return f'{message}; the quotes around a value are straight ones: "'
    slug = to_slug(str(details["input"])) if pattern == SLUG_PATTERN else ""
    return f'{message}; did you mean "{slug}"?' if slug else message


def _explain_number(details: ErrorDetails) -> str:
    value = details["input"]
    quoted = isinstance(value, str) and value.strip().isdecimal()
    question = f"; write {value.strip()} without quotes" if quoted else ""
    return f"a whole number is due here, not {_show(value)}{question}"


def _explain_choice(details: ErrorDetails) -> str:
    value, allowed = details["input"], details["ctx"]["expected"]
    if value is None:
        return f"a value is missing here. Allowed: {allowed}"
    question = hint(str(value), re.findall("'([^']*)'", allowed)) or "."
    return f"{_show(value)} is not allowed here{question} Allowed: {allowed}"


_MESSAGES: dict[str, Callable[[ErrorDetails], str]] = {
    "missing": _explain_missing,
    "extra_forbidden": lambda details: f'the field "{details["loc"][-1]}" is not known here',
    "string_type": _explain_text,
    "string_too_short": lambda details: "the text is empty",
    "string_pattern_mismatch": _explain_form,
    "string_too_long": lambda details: (
        f"the text is longer than {details['ctx']['max_length']} characters"
    ),
    "greater_than_equal": lambda details: f"a number from {details['ctx']['ge']} is due here",
    "tuple_type": lambda details: f"a list is due here, not {_show(details['input'])}",
    "model_type": lambda details: f"named fields are due here, not {_show(details['input'])}",
    "dict_type": lambda details: f"named fields are due here, not {_show(details['input'])}",
    "int_type": _explain_number,
    "less_than_equal": lambda details: f"the number is greater than {details['ctx']['le']}",
    "bool_type": lambda details: f"true or false is due here, not {_show(details['input'])}",
    "literal_error": _explain_choice,
    "value_error": lambda details: str(details["ctx"]["error"]),
}


def explain_error(details: ErrorDetails) -> str:
    """Return one finding in plain words."""
    explain = _MESSAGES.get(details["type"])
    return explain(details) if explain else details["msg"]
