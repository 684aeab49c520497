"""What is wrong with a value, in an editor's words: pydantic finds it, this says it."""

from collections.abc import Callable
from datetime import date

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from register.model import PARTIAL_DATE_PATTERN, SLUG_PATTERN, URL_PATTERN
from register.problems import Problem
from register.reader import Document


def explain_errors(
    error: ValidationError, document: Document, prefix: tuple[int, ...] = ()
) -> list[Problem]:
    """Return the problems that pydantic found, in plain words and in place."""
    found = []
    for details in error.errors(include_url=False):
        where = (*prefix, *(step for step in details["loc"] if step != "[key]"))
        found.append(document.problem(where, explain_error(details)))
    return found


# What a pattern asks for, in an editor's words.
_FORMS = {
    SLUG_PATTERN: "lower-case letters without accents, digits and single hyphens",
    PARTIAL_DATE_PATTERN: "a date: 2024, 2024-05 or 2024-05-13",
    URL_PATTERN: "an address that begins with https:// or http://",
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


_MESSAGES: dict[str, Callable[[ErrorDetails], str]] = {
    "missing": lambda details: "this field is missing",
    "extra_forbidden": lambda details: f'the field "{details["loc"][-1]}" is not known here',
    "string_type": _explain_text,
    "string_too_short": lambda details: "the text is empty",
    "string_pattern_mismatch": lambda details: (
        f"{_show(details['input'])} is not {_FORMS[details['ctx']['pattern']]}"
    ),
    "tuple_type": lambda details: f"a list is due here, not {_show(details['input'])}",
    "model_type": lambda details: f"named fields are due here, not {_show(details['input'])}",
    "dict_type": lambda details: f"named fields are due here, not {_show(details['input'])}",
    "int_type": lambda details: f"a whole number is due here, not {_show(details['input'])}",
    "bool_type": lambda details: f"true or false is due here, not {_show(details['input'])}",
    "literal_error": lambda details: (
        f"{_show(details['input'])} is not allowed here. Allowed: {details['ctx']['expected']}"
    ),
    "value_error": lambda details: str(details["ctx"]["error"]),
}


def explain_error(details: ErrorDetails) -> str:
    """Return one finding in plain words."""
    explain = _MESSAGES.get(details["type"])
    return explain(details) if explain else details["msg"]
