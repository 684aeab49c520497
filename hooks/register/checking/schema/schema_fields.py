"""Which fields a place in a data file may have, by the model."""

import types
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from register.checking.problems import Place
from register.field_types import VOCABULARY_KEY
from register.model import Record


def list_fields(kind: Any, where: Sequence[str | int]) -> list[str]:
    """Return the names of the fields allowed at `where` in a value of type `kind`."""
    for step in where:
        kind = _below(kind, step)
    model = find_record(kind)
    return list(model.model_fields) if model else []


def find_table_at(kind: Any, where: Sequence[str | int]) -> str:
    """Return the table of the vocabulary into which the field at `where` points, or nothing."""
    for step in where[:-1]:
        kind = _below(kind, step)
    model = find_record(kind)
    field = model.model_fields.get(str(where[-1])) if model and where else None
    return find_table(field) if field else ""


def _below(kind: Any, step: str | int) -> Any:
    """Return the type of what `step` leads to."""
    model = find_record(kind)
    if model is not None:
        field = model.model_fields.get(str(step))
        return field.annotation if field else None
    for each in (kind, *get_args(kind)):
        if get_origin(each) is tuple:
            return get_args(each)[0]
        if get_origin(each) is dict:
            return get_args(each)[1]
    return None


def find_record(kind: Any) -> type[Record] | None:
    """Return the record that `kind` is, or may be beside None."""
    choices = get_args(kind) if get_origin(kind) in (Union, types.UnionType) else (kind,)
    return next((c for c in choices if isinstance(c, type) and issubclass(c, Record)), None)


def find_record_within(kind: Any) -> type[Record] | None:
    """Return the record that `kind` is, or is a list of."""
    return find_record(get_args(kind)[0] if get_origin(kind) is tuple else kind)


def find_table(field: FieldInfo) -> str:
    """Return the table of the vocabulary that `field` points into, or nothing."""
    extra = field.json_schema_extra
    return str(extra.get(VOCABULARY_KEY, "")) if isinstance(extra, dict) else ""


def list_pointers(record: Record, where: Place = ()) -> Iterator[tuple[Place, str, str]]:
    """Yield place, table and id of all in `record`, at `where`, that points into the vocabulary."""
    for name, table in _list_pointing(type(record)):
        value, place = getattr(record, name), (*where, name)
        if isinstance(value, str):
            yield place, table, value
        elif isinstance(value, Record):
            yield from list_pointers(value, place)
        elif value:
            for step, each in value.items() if isinstance(value, dict) else enumerate(value):
                if table:
                    yield (*place, step), table, each
                else:
                    yield from list_pointers(each, (*place, step))


@cache
def _list_pointing(record: type[Record]) -> tuple[tuple[str, str], ...]:
    """Return the fields of `record` with ids of the vocabulary, each with its table.

    The table is empty where another record within has the ids.
    """
    found = []
    for name, field in record.model_fields.items():
        parts = [part for part in get_args(field.annotation) if part is not Ellipsis]
        inner = (each for part in parts for each in getattr(part, "__metadata__", ()))
        infos = [field, *(each for each in inner if isinstance(each, FieldInfo))]
        table = next(filter(None, map(find_table, infos)), "")
        records = filter(None, map(find_record, (field.annotation, *parts)))
        if table or any(map(_list_pointing, records)):
            found.append((name, table))
    return tuple(found)
