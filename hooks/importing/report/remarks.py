"""What an editor should look at in an import that is decided: mergers, lists that disagree."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from importing.matching.names import find_acronyms, simplify
from importing.planned import Plan, PlannedList, PlannedRow
from importing.report.difference import ListDifference
from importing.words import name_list
from register.messages import Message, say
from register.model import Initiative
from register.register import Register
from website.import_report import ReportedWords

# A name of so many letters at least is found in a text.
_LONG = 12
# In the names of many initiatives, and a sign of none.
_PUBLISHERS = frozenset({"omd", "wco"})


def list_remarks(difference: ListDifference, plan: Plan, register: Register) -> Iterator[Message]:
    """Yield what to look at in a list of `plan`, beside what its document is remarkable for."""
    if not difference.planned.is_own:
        yield from _find_takeovers(difference, register)
        yield from _compare_categories(difference.planned, plan, register)


def _find_takeovers(difference: ListDifference, register: Register) -> Iterator[Message]:
    """Yield each row that names an entry which is gone, as it did not before.

    Such a row may have taken the entry over.
    """
    written = _list_new_texts(difference)
    for entry_id in difference.planned.gone:
        names = _list_names(register.by_id[entry_id])
        for row, pairs in written:
            own = _list_names(register.by_id.get(row.entry_id or ""))
            if any(_names(names, own, new) and not _names(names, own, old) for old, new in pairs):
                number, name = row.row.number, row.row.name
                yield say("import-took-over", number=number, name=name, id=entry_id)


def _list_new_texts(difference: ListDifference) -> list[tuple[PlannedRow, list[tuple[str, str]]]]:
    """Return the rows that are new or changed, each with what it said before and says now."""
    changes = {change.id: change for change in difference.changes}
    found = []
    for row in difference.planned.rows:
        if row.is_new:
            found.append((row, [("", text) for text in (row.row.name, *row.row.cells.values())]))
        elif change := changes.get(row.entry_id or ""):
            pairs = [change.renamed] if change.renamed else []
            pairs += [
                (_join(cell.pieces, "gone"), _join(cell.pieces, "new") or cell.text)
                for cell in change.cells
            ]
            found.append((row, pairs))
    return found


def _join(pieces: Iterable[ReportedWords], side: str) -> str:
    return " ".join(piece.text for piece in pieces if piece.kind in ("same", side))


def _names(names: Sequence[str], own: Sequence[str], text: str) -> bool:
    """Return whether an entry of such `names`, or its acronym, stands in `text`.

    What the names have in common with the `own` ones of the row is no sign.
    """
    plain = f" {simplify(text)} "
    others = {*map(simplify, names)} - {*map(simplify, own)}
    if any(len(name) >= _LONG and f" {name} " in plain for name in others):
        return True
    signs, known = (
        {acronym for name in each for acronym in find_acronyms(name)} for each in (names, own)
    )
    return not (signs - known - _PUBLISHERS).isdisjoint(find_acronyms(text))


def _list_names(entry: Initiative | None) -> list[str]:
    if entry is None:
        return []
    return [entry.name.fr, entry.name.en, *(place.name for place in entry.lists.values())]


def _compare_categories(planned: PlannedList, plan: Plan, register: Register) -> Iterator[Message]:
    """Yield each entry that another list of the same day has in another category."""
    rows = [row for row in planned.rows if row.entry_id and row.category]
    for other in plan.lists:
        if (other.found.kind, planned.found.kind) == ("summary", "detailed"):
            beside = {row.entry_id: row.category for row in other.rows if row.category}
            name = name_list(other.found.kind)
            yield from _list_disagreements(rows, beside, name, taken=name)
    given = {each.place.edition_id for each in plan.lists}
    for edition in register.editions:
        if edition.date == planned.found.date and edition.id not in given:
            beside = {e.id: e.category for e in register.initiatives if edition.id in e.lists}
            taken = name_list(planned.found.kind)
            yield from _list_disagreements(rows, beside, edition.id, taken=taken)


def _list_disagreements(
    rows: list[PlannedRow],
    beside: Mapping[str | None, str],
    other: str | Message,
    *,
    taken: Message,
) -> Iterator[Message]:
    for row in rows:
        category = beside.get(row.entry_id, row.category)
        if category != row.category:
            yield say(
                "import-category-disagrees",
                number=row.row.number,
                name=row.row.name,
                other=other,
                there=category,
                here=row.category,
                taken=taken,
            )
