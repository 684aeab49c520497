"""What is wrong with a value, in an editor's words: pydantic finds it, this says it."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from register.checking.problems import Problem
from register.checking.schema_fields import list_fields
from register.checking.suggestions import (
    hint,
    suggest,
    to_address,
    to_date,
    to_mail_address,
    to_slug,
)
from register.field_types import (
    EMAIL_PATTERN,
    PARTIAL_DATE_PATTERN,
    SLUG_PATTERN,
    TEXT_PATTERN,
    URL_PATTERN,
)
from register.reading.document import Document


def explain_errors(
    error: ValidationError, document: Document, kind: Any, prefix: tuple[int, ...] = ()
) -> list[Problem]:
    """Return the problems that pydantic found in a value of type `kind`, in plain words."""
    found = []
    missing: dict[tuple[int | str, ...], list[str]] = {}
    meant: set[tuple[int | str, ...]] = set()
    for details in error.errors(include_url=False):
        loc = details["loc"]
        where = (*prefix, *(step for step in loc if step != "[key]"))
        if details["type"] == "missing":
            missing.setdefault(where[:-1], []).append(str(where[-1]))
            continue
        message = explain_error(details)
        is_key = details["type"] == "extra_forbidden" or "[key]" in loc[-1:]
        if details["type"] == "extra_forbidden":
            fields = list_fields(kind, loc[:-1])
            message += _hint_field(str(loc[-1]), fields)
            meant.add((*where[:-1], _find_meant(str(loc[-1]), fields)))
        if details["type"] == "value_error" and isinstance(details["input"], dict):
            # What is said of the whole is said of its end.
            where = (*where, "end")
        if details["input"] is None and document.has_comment(where):
            message += "; what follows # is a comment: put a text that has one in quotes"
        found.append(document.problem(where, message, key=is_key))
    for owner, names in missing.items():
        # A name that is nearly right is told already.
        lacking = [name for name in names if (*owner, name) not in meant]
        if len(lacking) > 1 and lacking != list(_LANGUAGE_NAMES):
            message = f"these fields are missing: {', '.join(lacking)}"
            found.append(document.problem(owner, message))
            continue
        found += (document.problem((*owner, name), _explain_missing(name)) for name in lacking)
    return found


def _find_meant(name: str, fields: list[str]) -> str:
    """Return the field that is meant by `name`, which is none, or nothing."""
    before, colon, _ = name.partition(":")
    return before if colon and before in fields else suggest(name, fields) or ""


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
    EMAIL_PATTERN: "a mail address: name@organization.org",
}


_REPAIRS = {
    SLUG_PATTERN: to_slug,
    PARTIAL_DATE_PATTERN: to_date,
    URL_PATTERN: to_address,
    EMAIL_PATTERN: to_mail_address,
}


def _show(value: object) -> str:
    """Return a value as an editor would write it."""
    if isinstance(value, bool):
        return f"{str(value).lower()} (YAML reads yes, no, on and off so, too)"
    if isinstance(value, date):
        return f"the date {value.isoformat()}"
    if isinstance(value, int | float):
        return "a number"
    if isinstance(value, dict):
        return "named fields"
    if isinstance(value, tuple):
        return "a list"
    return "nothing" if value is None else f'"{value}"'


def _explain_type(details: ErrorDetails) -> str:
    value, (due, be) = details["input"], _DUE[details["type"]]
    if value is None:
        return f"nothing stands here, where {due} {be} due"
    question = ""
    if due == "a text" and isinstance(value, tuple):
        question = "; put a text that begins with [ or a dash in quotes"
    elif due == "a text" and not isinstance(value, dict):
        question = "; put it in quotes"
    elif due == "a list" and isinstance(value, str):
        question = f"; write [{value}]"
    return f"{due} {be} due here, not {_show(value)}{question}"


def _explain_switch(details: ErrorDetails) -> str:
    value = details["input"]
    meant = _SWITCHES.get(value.strip().casefold()) if isinstance(value, str) else None
    question = f"; write {meant} without quotes" if meant else ""
    return f"true or false is due here, not {_show(value)}{question}"


# What is due, by the finding that it is not there.
_DUE = {
    "string_type": ("a text", "is"),
    "tuple_type": ("a list", "is"),
    "model_type": ("named fields", "are"),
    "dict_type": ("named fields", "are"),
}
# What an editor may write for true or false.
_SWITCHES = {
    **dict.fromkeys(("true", "oui", "vrai", "yes"), "true"),
    **dict.fromkeys(("false", "non", "faux", "no"), "false"),
}
_LANGUAGE_NAMES = {"fr": "French", "en": "English"}


def _explain_missing(name: str) -> str:
    language = _LANGUAGE_NAMES.get(name)
    return f"the {language} text is missing" if language else "this field is missing"


def _explain_form(details: ErrorDetails) -> str:
    pattern = details["ctx"]["pattern"]
    if pattern == TEXT_PATTERN:
        return "the text is empty"
    message = f"{_show(details['input'])} is not {_FORMS[pattern]}"
    if str(details["input"])[:1] in tuple("“”„«‘’"):
        return f'{message}; the quotes around a value are straight ones: "'
    repair = _REPAIRS[pattern](str(details["input"]))
    return f'{message}; did you mean "{repair}"?' if re.search(pattern, repair) else message


def _explain_number(details: ErrorDetails) -> str:
    value = details["input"]
    question = ""
    if isinstance(value, str) and value.strip().isdecimal():
        bare = value.strip().lstrip("0")
        how = "" if value.startswith("0") else " without quotes"
        question = f"; write {bare}{how}" if bare else ""
    shown = value if isinstance(value, float) else _show(value)
    return f"a whole number is due here, not {shown}{question}"


def _explain_choice(details: ErrorDetails) -> str:
    value, allowed = details["input"], re.findall("'([^']*)'", details["ctx"]["expected"])
    if value is None:
        return f"a value is missing here. Allowed: {', '.join(allowed)}"
    question = hint(str(value), allowed) or "."
    return f"{_show(value)} is not allowed here{question} Allowed: {', '.join(allowed)}"


_MESSAGES: dict[str, Callable[[ErrorDetails], str]] = {
    "extra_forbidden": lambda details: f'the field "{details["loc"][-1]}" is not known here',
    **dict.fromkeys(_DUE, _explain_type),
    "string_too_short": lambda details: "the text is empty",
    "string_pattern_mismatch": _explain_form,
    "string_too_long": lambda details: (
        f"the text is longer than {details['ctx']['max_length']} characters"
    ),
    "greater_than_equal": lambda details: f"a number from {details['ctx']['ge']} is due here",
    "int_type": _explain_number,
    "less_than_equal": lambda details: f"the number is greater than {details['ctx']['le']}",
    "bool_type": _explain_switch,
    "literal_error": _explain_choice,
    "value_error": lambda details: str(details["ctx"]["error"]),
}


def explain_error(details: ErrorDetails) -> str:
    """Return one finding in plain words."""
    explain = _MESSAGES.get(details["type"])
    return explain(details) if explain else details["msg"]
