"""How the dated lists differ on an entry."""

from msgspec import Struct

from register.lists.editions import pair_editions
from register.model import Bilingual, Edition, Initiative


class ListRow(Struct, frozen=True, kw_only=True):
    """An entry in one list: number and printed name, None if the list does not have it."""

    edition: Edition
    number: int | None
    name: str | None


class Differences(Struct, frozen=True, kw_only=True):
    """An entry through the lists, in the order of data/editions.yaml.

    `missing` are the lists without it, which do not count as another number or name; `notes` has
    what holds for the comparison of a list with the one that it follows, where the two differ on
    the entry.
    """

    rows: tuple[ListRow, ...]
    number_differs: bool
    name_differs: bool
    missing: tuple[Edition, ...]
    notes: tuple[tuple[Edition, Edition, Bilingual], ...]


def compare_lists(entry: Initiative, editions: tuple[Edition, ...]) -> Differences:
    """Return what `entry` is called and numbered in each of `editions`."""
    rows = []
    for edition in editions:
        place = entry.lists.get(edition.id)
        rows.append(
            ListRow(
                edition=edition,
                number=place.number if place else None,
                name=place.name if place else None,
            )
        )
    return Differences(
        rows=tuple(rows),
        number_differs=len({row.number for row in rows if row.number is not None}) > 1,
        name_differs=len({row.name for row in rows if row.name is not None}) > 1,
        missing=tuple(row.edition for row in rows if row.number is None),
        notes=tuple(
            (newer, older, newer.comparison)
            for newer, older in pair_editions(editions)
            if newer.comparison and entry.lists.get(newer.id) != entry.lists.get(older.id)
        ),
    )
