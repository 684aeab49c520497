"""The register's own lists that an imported one is, or comes after."""

from collections.abc import Sequence

from msgspec import Struct

from importing.lists.rows import ImportedList
from importing.readers.tables import ImportFault
from importing.words import ImportWords, Kind, name_list
from register.messages import say
from register.model import Edition


class Place(Struct, frozen=True, kw_only=True):
    """Where an imported list belongs: its id, itself if the register has it, the one before it.

    `before` is the list of the same kind before it, or the last one of the other kind.
    """

    edition_id: str
    known: Edition | None
    before: Edition | None
    is_same_kind: bool = True


def place_list(found: ImportedList, editions: Sequence[Edition], words: ImportWords) -> Place:
    """Return where the list `found` belongs among the `editions`. Raises `ImportFault`."""
    if found.date is None:
        raise ImportFault(say("import-no-date", list=name_list(found.kind), title=found.title))
    same_day = [edition for edition in editions if edition.date == found.date]
    known = next((each for each in same_day if kind_of(each, words) == found.kind), None)
    if known is None and len(same_day) == 1 and kind_of(same_day[0], words) is None:
        known = same_day[0]
    earlier = [e for e in editions if e.date < found.date and e is not known]
    earlier.sort(key=lambda edition: edition.date, reverse=True)
    alike = [edition for edition in earlier if kind_of(edition, words) == found.kind]
    before = next(iter(alike or earlier), None)
    return Place(
        edition_id=known.id if known else _make_id(found, editions, words),
        known=known,
        before=before,
        is_same_kind=bool(alike),
    )


def kind_of(edition: Edition, words: ImportWords) -> Kind | None:
    """Return the kind of a list, which its id begins with; None if it is of neither."""
    for kind, names in words.lists.items():
        if edition.id == names.id or edition.id.startswith(f"{names.id}-"):
            return kind
    return None


def _make_id(found: ImportedList, editions: Sequence[Edition], words: ImportWords) -> str:
    assert found.date is not None
    taken = {edition.id for edition in editions}
    start = words.lists[found.kind].id
    for length in (4, 7, 10):
        candidate = f"{start}-{found.date[:length]}"
        if candidate not in taken:
            return candidate
    raise ImportFault(say("import-list-taken", id=candidate))
