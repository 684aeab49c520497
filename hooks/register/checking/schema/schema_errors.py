"""What is wrong with the form of a value: pydantic finds it, this says it to an editor."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from register.checking.problems import Place, Problem
from register.checking.schema.misplaced import find_misplaced
from register.checking.schema.schema_fields import find_table_at, list_fields
from register.checking.suggestions import FORMS, hint, list_allowed, suggest
from register.field_types import TEXT_PATTERN, URL_PATTERN
from register.messages import Message, say
from register.model import LANGUAGES
from register.reading.document import Document

# What is expected, by the finding that it is not there.
_EXPECTED = {
    "string_type": "kind-text",
    "tuple_type": "kind-list",
    "model_type": "kind-fields",
    "dict_type": "kind-fields",
}
# What an editor may write for true or false.
_SWITCHES = {
    **dict.fromkeys(("true", "oui", "vrai", "yes"), "true"),
    **dict.fromkeys(("false", "non", "faux", "no"), "false"),
}
# So many fields show how to write a record.
_SHOWN = 2
_LANGUAGE_MISSING = {"fr": "french-missing", "en": "english-missing"}
# The tables of the vocabulary, each with its ids.
Tables = Mapping[str, Collection[str]]


def explain_errors(
    error: ValidationError, document: Document, kind: Any, prefix: tuple[int, ...], tables: Tables
) -> list[Problem]:
    """Return the problems that pydantic found in a value of type `kind`, which is at `prefix`.

    Where a value is missing or of another type, those that `tables` has for it are listed.
    """
    errors = error.errors(include_url=False)
    misplaced = tuple(find_misplaced(errors, document, kind, prefix))
    explained = {loc for each in misplaced for loc in each.explains}
    found = [document.problem((*prefix, *m.where), m.message, key=True) for m in misplaced]
    missing: dict[Place, list[str]] = {}
    meant: set[Place] = set()
    for details in errors:
        loc = details["loc"]
        where = _place_of(details, prefix)
        if loc in explained:
            continue
        if details["type"] == "missing":
            missing.setdefault(where[:-1], []).append(str(where[-1]))
            continue
        message = explain_error(details).then(_say_how(details, kind, tables))
        if details["type"] == "extra_forbidden":
            fields = list_fields(kind, loc[:-1])
            name, how = _hint_field(str(loc[-1]), fields)
            message = message.then(how)
            meant.add((*where[:-1], name))
        if details["input"] is None and document.has_comment(where):
            message = message.then(say("comment-cut"))
        is_key = details["type"] == "extra_forbidden" or "[key]" in loc[-1:]
        found.append(document.problem(where, message, key=is_key or _is_cut_text(details)))
    return [*found, *_explain_missing(missing, meant, document)]


def _place_of(details: ErrorDetails, prefix: tuple[int, ...]) -> Place:
    """Return the place of the mistake, which may be within the value that pydantic names."""
    where = (*prefix, *(step for step in details["loc"] if step != "[key]"))
    if _is_cut_text(details):
        # The colon that made a field of the text is at the first one.
        return (*where, *list(details["input"])[:1])
    if details["type"] == "value_error" and isinstance(details["input"], dict):
        # pydantic reports dates in the wrong order on the record; we point at its `end`.
        return (*where, "end")
    return where


def _is_cut_text(details: ErrorDetails) -> bool:
    """Return whether a text is meant, of which a colon has made named fields."""
    return details["type"] == "string_type" and isinstance(details["input"], dict)


def _explain_missing(
    missing: Mapping[Place, Collection[str]], meant: Collection[Place], document: Document
) -> Iterator[Problem]:
    """Yield the problem of each record that lacks fields; `meant` are reported already."""
    for owner, names in missing.items():
        lacking = [name for name in names if (*owner, name) not in meant]
        if len(lacking) > 1 and lacking != list(LANGUAGES):
            yield document.problem(owner, say("fields-missing", fields=tuple(lacking)))
            continue
        for name in lacking:
            message = say(_LANGUAGE_MISSING.get(name, "field-missing"))
            yield document.problem((*owner, name), message)


def _hint_field(name: str, fields: list[str]) -> tuple[str, Message]:
    """Return the field that is meant by `name`, which is not one, or nothing; and what to say."""
    before, colon, after = name.partition(":")
    if colon and before in fields:
        return before, say("colon-space", field=before, value=after)
    return suggest(name, fields) or "", hint(name, fields) or list_allowed(fields)


def _show(value: object) -> Message:
    """Return a value as an editor would write it."""
    if isinstance(value, bool):
        return say("found-switch", value=str(value).lower())
    if isinstance(value, date):
        return say("found-date", value=value.isoformat())
    if isinstance(value, int | float):
        return say("found-number")
    if isinstance(value, dict):
        return say("kind-fields")
    if isinstance(value, tuple):
        return say("kind-list")
    return say("found-nothing") if value is None else say("found-text", value=str(value))


def _expect(expected: Message, value: object) -> Message:
    # A fraction is shown, because "a number" would be what was expected.
    found = str(value) if isinstance(value, float) else _show(value)
    return say("expected-found", expected=expected, found=found)


def _say_how(details: ErrorDetails, kind: Any, tables: Tables) -> Message | None:
    """Return the message that says what to write in place of a value of another type, if known."""
    if details["type"] not in _EXPECTED:
        return None
    value, expected, loc = details["input"], _EXPECTED[details["type"]], details["loc"]
    if expected == "kind-text":
        allowed = tables.get(find_table_at(kind, loc))
        if allowed and not isinstance(value, dict | tuple):
            return list_allowed(allowed)
        if isinstance(value, dict):
            return say("colon-in-text")
        if value is None:
            return None
        return say("put-list-in-quotes" if isinstance(value, tuple) else "put-in-quotes")
    fields = list_fields(kind, (*loc, 0) if expected == "kind-list" else loc)
    if expected == "kind-list":
        if isinstance(value, dict):
            return say("item-needs-dash")
        if fields and value is not None:
            return say("write-items", fields=_show_fields(fields, value))
        return say("write", value=f"[{value}]") if isinstance(value, str) else None
    return say("write-fields", fields=_show_fields(fields, value)) if fields else None


def _show_fields(fields: list[str], value: object) -> str:
    """Return `fields` as an editor writes the first of them, the address that `value` is within."""
    address = value if isinstance(value, str) and re.search(URL_PATTERN, value) else ""
    shown = [
        f"{name}: {address}" if name == "url" and address else f"{name}: ..." for name in fields
    ]
    return ", ".join(shown[:_SHOWN])


def _explain_switch(details: ErrorDetails) -> Message:
    value = details["input"]
    meant = _SWITCHES.get(value.strip().casefold()) if isinstance(value, str) else None
    message = _expect(say("kind-true-or-false"), value)
    return message.then(say("write-without-quotes", value=meant)) if meant else message


def _explain_form(details: ErrorDetails) -> Message:
    pattern, value = details["ctx"]["pattern"], details["input"]
    if pattern == TEXT_PATTERN:
        return say("text-empty")
    form, repair = FORMS[pattern]
    message = say("not-of-form", value=_show(value), form=say(form))
    if str(value)[:1] in tuple("“”„«‘’"):
        return message.then(say("quotes-straight"))
    repaired = repair(str(value))
    if not re.search(pattern, repaired):
        return message
    return message.then(say("did-you-mean", value=repaired))


def _explain_number(details: ErrorDetails) -> Message:
    value = details["input"]
    message = _expect(say("kind-whole-number"), value)
    bare = value.strip().lstrip("0") if isinstance(value, str) else ""
    if not bare.isdecimal():
        return message
    # With a zero before it, a number without quotes is a text, too.
    how = "write" if value.startswith("0") else "write-without-quotes"
    return message.then(say(how, value=bare))


def _explain_choice(details: ErrorDetails) -> Message:
    value, allowed = details["input"], re.findall("'([^']*)'", details["ctx"]["expected"])
    if value is None:
        return say("value-missing").then(list_allowed(allowed))
    message = say("not-allowed", value=_show(value))
    return message.then(hint(str(value), allowed), list_allowed(allowed))


_MESSAGES: dict[str, Callable[[ErrorDetails], Message]] = {
    "extra_forbidden": lambda details: say("field-unknown", field=str(details["loc"][-1])),
    **dict.fromkeys(_EXPECTED, lambda each: _expect(say(_EXPECTED[each["type"]]), each["input"])),
    "string_too_short": lambda details: say("text-empty"),
    "string_pattern_mismatch": _explain_form,
    "string_too_long": lambda details: say("text-too-long", limit=details["ctx"]["max_length"]),
    "greater_than_equal": lambda details: say(
        "expected-found",
        expected=say("kind-number-from", limit=details["ctx"]["ge"]),
        found=details["input"],
    ),
    "int_type": _explain_number,
    "less_than_equal": lambda details: say("number-too-large", limit=details["ctx"]["le"]),
    "bool_type": _explain_switch,
    "literal_error": _explain_choice,
    # All that the types raise is an `InvalidValueError`.
    "value_error": lambda details: details["ctx"]["error"].message,
}


def explain_error(details: ErrorDetails) -> Message:
    """Return the message for one finding of pydantic."""
    explain = _MESSAGES.get(details["type"])
    return explain(details) if explain else say(details["type"], reason=details["msg"])
