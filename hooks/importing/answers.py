"""What the editor says of doubtful rows: `--same 12=cen`, `--new 13`, `--id 13=my-entry`."""

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from importing.lists.rows import ImportedList
from importing.readers.tables import ImportFault
from importing.words import Kind
from register.messages import say

_ROW = re.compile(r"(?:(summary|detailed):)?(\d{1,6})")
# The kind is None where there is but one list, or both are meant.
RowName = tuple[Kind | None, int]


class Answers(Struct, frozen=True, kw_only=True):
    """All that the editor has said.

    `same` has the id of the entry that a row is, or the name of a row of the other list; `ids` the
    id that a new row is to have; `renamed` the new id of an entry; `categories` the id of the nth
    category of the lists.
    """

    same: Mapping[RowName, str] = field(default_factory=dict)
    new: frozenset[RowName] = frozenset()
    ids: Mapping[RowName, str] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)
    categories: Mapping[int, str] = field(default_factory=dict)

    def of_row(self, kind: Kind, number: int) -> tuple[bool, str | None]:
        """Return whether something is said of a row, and which entry it is, None for a new one."""
        for name in ((kind, number), (None, number)):
            if name in self.new:
                return True, None
            if name in self.same:
                return True, self.same[name]
        return False, None

    def id_of(self, kind: Kind, number: int) -> str | None:
        """Return the id that the editor chose for a new row."""
        return self.ids.get((kind, number)) or self.ids.get((None, number))


def parse_answers(
    same: Iterable[str] = (),
    new: Iterable[str] = (),
    ids: Iterable[str] = (),
    categories: Iterable[str] = (),
) -> Answers:
    """Return what the options say. Raises `ImportFault` for one that cannot be understood.

    An id for a row is "13=my-entry"; an id for an entry, which then keeps its earlier one, is
    "cen=cen-suite".
    """
    rows: dict[RowName, str] = {}
    renamed: dict[str, str] = {}
    for text in ids:
        name, value = _split("--id", text)
        if row := parse_row(name):
            rows[row] = value
        else:
            renamed[name] = value
    pairs = [_split("--same", text) for text in same]
    named = [_split("--category", text) for text in categories]
    return Answers(
        same={_need_row("--same", name): value for name, value in pairs},
        new=frozenset(_need_row("--new", text) for text in new),
        ids=rows,
        renamed=renamed,
        categories={_need_row("--category", name)[1]: value for name, value in named},
    )


def parse_row(text: str) -> RowName | None:
    """Return the row named "12" or "detailed:12", None if it is no such name."""
    match = _ROW.fullmatch(text.strip())
    if match is None:
        return None
    kind: Kind | None = "summary" if match[1] == "summary" else "detailed" if match[1] else None
    return kind, int(match[2])


def _need_row(option: str, text: str) -> RowName:
    row = parse_row(text)
    if row is None:
        raise ImportFault(say("import-row-form", option=option, part=text))
    return row


def _split(option: str, text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not name.strip() or not value.strip():
        raise ImportFault(say("import-answer-form", option=option, part=text))
    return name.strip(), value.strip()


def check_rows(answers: Answers, lists: Iterable[ImportedList]) -> None:
    """Raise `ImportFault` if an answer is about a row that no list has."""
    known = {(each.kind, row.number) for each in lists for row in each.rows}
    numbers = {number for _, number in known}
    for kind, number in {*answers.same, *answers.new, *answers.ids}:
        if (kind, number) not in known and not (kind is None and number in numbers):
            name = f"{kind}:{number}" if kind else str(number)
            raise ImportFault(say("import-answer-row", row=name))
