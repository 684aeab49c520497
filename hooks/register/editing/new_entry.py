"""A new entry to fill in, made from the model: a draft with all that an entry may have.

Every value is allowed as it stands, and what is optional may stay empty when the draft is done.
"""

from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import Any, Literal, get_args, get_origin

from msgspec import Struct
from pydantic.fields import FieldInfo

from register.checking.schema.schema_fields import find_record_within, find_table
from register.classification import NOT_STATED
from register.model import Initiative, Record
from register.register import Register

_STEP = "  "
_DRAFT = "true  # take this line out when the entry is complete"
# What becomes of an entry later on.
_NOT_YET = ("status.list", "earlier_statuses", "withdrawn")
# A longer table is offered by the schema, not beside the field.
_LISTED = 10
_WIDTH = 96


def make_entry(
    register: Register,
    entry_id: str,
    known: Mapping[str, str] | None = None,
    beside: Mapping[str, str] | None = None,
) -> str:
    """Return the YAML of a draft `entry_id` for `register`, ending in a line break.

    `known` has the YAML of what is known already by field ("name.fr"), `beside` a text to write
    above a field of the entry as a comment.
    """
    known = {"id": entry_id, "draft": _DRAFT, **(known or {})}
    lines = list(_Writer(register, known, beside or {}).entry())
    return "\n".join(f"- {line[2:]}" if n == 0 else line for n, line in enumerate(lines)) + "\n"


class _Writer(Struct):
    """Writes fields of the model as lines of YAML."""

    register: Register
    known: Mapping[str, str]
    beside: Mapping[str, str]

    def entry(self) -> Iterator[str]:
        for name, field in Initiative.model_fields.items():
            yield from _comment(self.beside.get(name, ""))
            yield from self._field(name, field, _STEP, name, is_needed=field.is_required())

    def _field(
        self, name: str, field: FieldInfo, indent: str, path: str, *, is_needed: bool
    ) -> Iterator[str]:
        """Yield the lines of a field; only what `is_needed` is given a value of our choice."""
        kind = field.annotation
        model = find_record_within(kind)
        choices = self._list_choices(field, kind)
        if path in _NOT_YET:
            return
        if path in self.known:
            yield f"{indent}{name}: {self.known[path]}".rstrip()
        elif choices:
            comment = f"  # {', '.join(choices)}" if len(choices) < _LISTED else ""
            chosen = f" {_choose(choices)}" if is_needed else ""
            yield f"{indent}{name}:{chosen}{comment}"
        elif get_origin(kind) is tuple and model:
            yield f"{indent}{name}:"
            first, *rest = self._fields(model, indent + _STEP * 2, path, is_needed=False)
            yield f"{indent}{_STEP}- {first.strip()}"
            yield from rest
        elif model:
            yield f"{indent}{name}:"
            yield from self._fields(model, indent + _STEP, path, is_needed=is_needed)
        elif get_origin(kind) in (dict, tuple):
            yield f"{indent}{name}: {'{}' if get_origin(kind) is dict else '[]'}"
        elif kind is not bool:
            yield f'{indent}{name}: ""'

    def _fields(
        self, model: type[Record], indent: str, path: str, *, is_needed: bool
    ) -> Iterator[str]:
        for name, field in model.model_fields.items():
            needed = is_needed and field.is_required()
            yield from self._field(name, field, indent, f"{path}.{name}", is_needed=needed)

    def _list_choices(self, field: FieldInfo, kind: Any) -> list[str]:
        """Return the values that `field` may have, none where they are not listed."""
        table = find_table(field)
        if table:
            return list(getattr(self.register.vocabulary, table))
        return list(map(str, get_args(kind))) if get_origin(kind) is Literal else []


def _comment(text: str) -> Iterator[str]:
    """Yield `text` as lines of comment, whatever breaks of lines are in it."""
    for paragraph in text.splitlines():
        for line in wrap(paragraph, _WIDTH):
            yield f"{_STEP}# {line}"


def _choose(choices: list[str]) -> str:
    """Return the value that claims nothing, where the table has one, or else the last."""
    return NOT_STATED if NOT_STATED in choices else choices[-1]
