"""Drafts: entries with `draft: true`, whose texts may still be missing.

A draft is filled up as it is read, with words that say that a text is to be written: all that
shows entries can show it, and no page has to know of empty fields. What is published has none.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from register.checking.schema.schema_fields import find_record_within, find_table
from register.model import LANGUAGES, Bilingual, Initiative, Record
from register.reading.document import Document
from register.register import Register

# Stands for a text until the words of the interface are known.
_UNWRITTEN = {"fr": "…", "en": "…"}
# The value of the tables below that claims nothing.
_NOT_STATED = "not-stated"
_WITH_NOT_STATED = ("phases", "access_levels", "data_holders", "sharing")


def fill_draft(
    value: Mapping[str, Any], to_write: Mapping[str, str] = _UNWRITTEN
) -> dict[str, Any]:
    """Return the draft `value` with its empty fields left out and what it must have filled in.

    `to_write` has what stands for a text by language. What cannot be guessed, its id for instance,
    stays missing.
    """
    filled = _fill(_prune(value) or {}, Initiative, to_write)
    name = value.get("name")
    names = name if isinstance(name, dict) else {}
    known = next((text for text in (*names.values(), value.get("id")) if text), None)
    if isinstance(known, str):
        # By its name in one language, or at least by its id, it is known in lists.
        filled["name"] = {language: names.get(language) or known for language in LANGUAGES}
    return filled


def drop_empty(value: Any, model: type[Record] = Initiative) -> Any:
    """Return an entry's `value` without those optional fields in which nothing stands at all."""
    if not isinstance(value, dict):
        return value
    kept = {}
    for name, each in value.items():
        field = model.model_fields.get(name)
        record = find_record_within(field.annotation) if field else None
        # An empty word in a list of words is a mistake, not a field left empty.
        has_empty_words = record is None and isinstance(each, tuple) and len(each) > 0
        is_optional = field is not None and not field.is_required()
        if not is_optional or has_empty_words or _prune(each) is not None:
            kept[name] = _change(each, partial(drop_empty, model=record)) if record else each
    return kept


def write_drafts(
    document: Document, initiatives: Mapping[int, Initiative], words: Mapping[str, Bilingual]
) -> list[Initiative]:
    """Return the entries of `document`, with the drafts' missing texts in the `words` for them."""
    to_write = words["draft-text"].model_dump() if "draft-text" in words else _UNWRITTEN
    entries = document.entries or ()
    return [
        Initiative.model_validate(fill_draft(entries[index].values[0], to_write))
        if entry.draft
        else entry
        for index, entry in initiatives.items()
    ]


def leave_out_drafts(register: Register) -> Register:
    """Return `register` without the drafts among its entries, and all that points at one."""
    drafts = register.drafts
    if not drafts:
        return register
    kept = tuple(
        each.model_copy(update={"entries": tuple(e for e in each.entries if e not in drafts)})
        for each in register.anomalies.anomalies
    )
    return replace(
        register,
        initiatives=tuple(
            entry.model_copy(
                update={"relations": tuple(r for r in entry.relations if r.to not in drafts)}
            )
            for entry in register.initiatives
            if not entry.draft
        ),
        anomalies=register.anomalies.model_copy(update={"anomalies": kept}),
    )


def _prune(value: Any) -> Any:
    """Return `value` without its empty fields and items, None if nothing is left."""
    if isinstance(value, dict):
        kept = {key: _prune(each) for key, each in value.items()}
        return {key: each for key, each in kept.items() if each is not None} or None
    if isinstance(value, tuple):
        return tuple(each for each in map(_prune, value) if each is not None) or None
    return None if isinstance(value, str) and not value.strip() else value


def _change(value: Any, change: Callable[[Any], Any]) -> Any:
    """Return the `value` of a record, or of each in a list of them, changed."""
    if isinstance(value, tuple):
        return tuple(_change(each, change) for each in value)
    return change(value) if isinstance(value, dict) else value


def _fill(
    value: Mapping[str, Any], model: type[Record], to_write: Mapping[str, str]
) -> dict[str, Any]:
    if model is Bilingual:
        return {**to_write, **value}
    filled = dict(value)
    for name, field in model.model_fields.items():
        record = find_record_within(field.annotation)
        if filled.get(name) is None and field.is_required():
            default = _default(field, record, to_write)
            if default is not None:
                filled[name] = default
        elif record and name in filled:
            filled[name] = _change(filled[name], partial(_fill, model=record, to_write=to_write))
    return filled


def _default(field: FieldInfo, record: type[Record] | None, to_write: Mapping[str, str]) -> Any:
    """Return what stands for a required field that is missing, None if nothing can."""
    kind = field.annotation
    if table := find_table(field):
        return _NOT_STATED if table in _WITH_NOT_STATED else None
    if get_origin(kind) is Literal:
        return get_args(kind)[-1]
    if get_origin(kind) in (tuple, dict):
        return () if get_origin(kind) is tuple else {}
    return None if record is None else _fill({}, record, to_write)
