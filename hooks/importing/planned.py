"""The parts of a plan: what each row of each list was found to be."""

from collections.abc import Mapping

from msgspec import Struct

from importing.answers import Answers
from importing.lists.known_lists import Place
from importing.lists.rows import ImportedList, ImportedRow
from importing.matching.match_rows import Match
from register.register import Register

# The row of the other list that a row surely is, by the key of each.
Twins = Mapping[str, str]


def key_of(found: ImportedList, row: ImportedRow) -> str:
    """Return what names a row among those of all lists."""
    return f"{found.kind}:{row.number}"


class PlannedRow(Struct, frozen=True, kw_only=True):
    """A row with what it was found to be; `entry_id` is None while that is in doubt.

    `key` names it among those of all lists. A new row has the id that its draft is to have.
    """

    key: str
    row: ImportedRow
    match: Match
    category: str
    entry_id: str | None

    @property
    def is_new(self) -> bool:
        """Whether a draft is to be made of it."""
        return self.match.state == "new"


class PlannedList(Struct, frozen=True, kw_only=True):
    """A list with its place among the register's, and the ids of entries it no longer has.

    `is_own` is true of the register's own list, as it was exported: it brings nothing.
    """

    found: ImportedList
    place: Place
    rows: tuple[PlannedRow, ...]
    gone: tuple[str, ...]
    is_own: bool = False

    @property
    def doubtful(self) -> tuple[PlannedRow, ...]:
        """The rows in doubt."""
        return tuple(row for row in self.rows if row.match.state == "doubtful")


class Plan(Struct, frozen=True, kw_only=True):
    """All lists of an import; `categories` has the id of each category by its title."""

    lists: tuple[PlannedList, ...]
    categories: Mapping[str, str]
    answers: Answers

    @property
    def is_decided(self) -> bool:
        """Whether no row is in doubt."""
        return not any(each.doubtful for each in self.lists)

    def name_of(self, key: str, register: Register) -> str:
        """Return the name of a candidate: an entry, or a row of the other list."""
        if key in register.by_id:
            return register.by_id[key].name.fr
        return next(row.row.name for each in self.lists for row in each.rows if row.key == key)
