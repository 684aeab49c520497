"""A new entry to fill in, made from the model: all that it must have, and what it may have.

Every value is allowed as it stands but the texts, which are empty.
"""

import types
from collections.abc import Iterator
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from register.checking.schema_fields import find_record
from register.classification import NOT_STATED
from register.field_types import VOCABULARY_KEY
from register.model import Bilingual, Initiative, ListPlace, Record
from register.register import Register

_STEP = "  "


def make_entry(register: Register, entry_id: str) -> str:
    """Return the YAML of a new entry `entry_id` for `register`, ending in a line break.

    Optional fields stand in it as comments.
    """
    lines = list(_Writer(register, entry_id).entry())
    return "\n".join(f"- {line[2:]}" if n == 0 else line for n, line in enumerate(lines)) + "\n"


class _Writer:
    """Writes fields of the model as lines of YAML."""

    def __init__(self, register: Register, entry_id: str) -> None:
        self._register = register
        self._entry_id = entry_id

    def entry(self) -> Iterator[str]:
        for name, field in Initiative.model_fields.items():
            if not field.is_required():
                yield f"{_STEP}# {name}: {_sketch(field.annotation)}"
            elif name == "id":
                yield f"{_STEP}id: {self._entry_id}"
            elif name == "lists":
                yield f"{_STEP}lists:"
                yield f"{_STEP * 2}{self._register.editions[0].id}: {self._place()}"
            else:
                yield from self._field(name, field, _STEP)

    def _place(self) -> str:
        """Return the next place in the newest list."""
        edition = self._register.editions[0].id
        entries = self._register.initiatives
        numbers = [each.lists[edition].number for each in entries if edition in each.lists]
        values = {"number": str(max(numbers, default=0) + 1), "name": '""'}
        return _in_braces({field: values[field] for field in ListPlace.model_fields})

    def _field(self, name: str, field: FieldInfo, indent: str) -> Iterator[str]:
        """Yield the lines of a required field."""
        kind = field.annotation
        model = _record_of(kind)
        table = _find_table(field)
        if table:
            ids = list(getattr(self._register.vocabulary, table))
            # The value that claims nothing, where the table has it.
            chosen = NOT_STATED if NOT_STATED in ids else ids[0]
            # Long tables are offered by the schema.
            comment = f"  # {', '.join(ids)}" if len(ids) < 10 else ""
            yield f"{indent}{name}: {chosen}{comment}"
        elif get_origin(kind) is Literal:
            choices = get_args(kind)
            yield f"{indent}{name}: {choices[-1]}  # {', '.join(choices)}"
        elif get_origin(kind) is tuple and model:
            yield f"{indent}{name}:"
            first, *rest = self._fields(model, indent + _STEP * 2)
            yield f"{indent}{_STEP}- {first.strip()}"
            yield from rest
        elif model:
            yield f"{indent}{name}:"
            yield from self._fields(model, indent + _STEP)
        else:
            yield f'{indent}{name}: ""'

    def _fields(self, model: type[Record], indent: str) -> Iterator[str]:
        for name, field in model.model_fields.items():
            if field.is_required():
                yield from self._field(name, field, indent)


def _find_table(field: FieldInfo) -> str:
    """Return the table of the vocabulary that `field` points into, or nothing."""
    extra = field.json_schema_extra
    return str(extra.get(VOCABULARY_KEY, "")) if isinstance(extra, dict) else ""


def _in_braces(values: dict[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {value}" for key, value in values.items()) + "}"


def _sketch(kind: Any) -> str:
    """Return how a value of the type `kind` is written, on one line."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _sketch(parts[0])
    if origin in (Union, types.UnionType):
        return _sketch(parts[0])
    if origin is tuple:
        return f"[{_sketch(parts[0])}]"
    if origin is Literal:
        return " or ".join(parts)
    if kind is Bilingual:
        return '{fr: "", en: ""}'
    if model := _record_of(kind):
        return _in_braces({name: _sketch(f.annotation) for name, f in model.model_fields.items()})
    return '""'


def _record_of(kind: Any) -> type[Record] | None:
    """Return the record that `kind` is, or is a list of."""
    return find_record(get_args(kind)[0] if get_origin(kind) is tuple else kind)
