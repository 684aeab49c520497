"""Fields that stand in the wrong place: a level too far out, or cut off by a comma in braces."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any, NamedTuple

from pydantic_core import ErrorDetails

from register.checking.problems import FieldPath, Place
from register.checking.schema.schema_fields import list_fields
from register.messages import Message, say
from register.reading.document import Document


class Misplaced(NamedTuple):
    """A mistake by its place, and the places of all that pydantic reports because of it."""

    where: Place
    message: Message
    explains: frozenset[Place]


def find_misplaced(
    errors: Sequence[ErrorDetails], document: Document, kind: Any, prefix: FieldPath
) -> Iterator[Misplaced]:
    """Yield the mistakes of which several `errors` of a value of type `kind` are the outcome."""
    unknown: dict[Place, list[Place]] = {}
    for details in errors:
        if details["type"] == "extra_forbidden":
            unknown.setdefault(details["loc"][:-1], []).append(details["loc"])
    places = {details["loc"] for details in errors}
    for owner, fields in unknown.items():
        cut = [loc for loc in fields if document.is_cut_off((*prefix, *loc))]
        if cut:
            lacking = (each for each in places if each[:-1] == owner)
            yield Misplaced(cut[0], say("comma-in-braces"), frozenset((*fields, *lacking)))
        else:
            yield from _find_outside(owner, fields, document, kind, prefix)


def _find_outside(
    owner: Place, fields: Collection[Place], document: Document, kind: Any, prefix: FieldPath
) -> Iterator[Misplaced]:
    """Yield each field of the record at `owner` that is empty, while its own stand beside it."""
    beside = document.value_at((*prefix, *owner))
    for name, value in beside.items() if isinstance(beside, dict) else ():
        if value is not None:
            continue
        # Those of a list's items are meant, too.
        allowed = {*list_fields(kind, (*owner, name)), *list_fields(kind, (*owner, name, 0))}
        outside = [loc for loc in fields if loc[-1] in allowed]
        if outside:
            message = say("field-belongs-under", field=str(outside[0][-1]), owner=str(name))
            yield Misplaced(outside[0], message, frozenset((*outside, (*owner, name))))
