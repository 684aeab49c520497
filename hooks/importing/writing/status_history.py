"""A status that a new list changes: the earlier one is kept, with the list that gave it."""

from collections.abc import Collection, Iterator, Mapping

from importing.matching.fingerprints import Fingerprints, fingerprint_cells, read_fingerprints
from importing.matching.names import simplify
from importing.report.difference import ListDifference
from importing.words import Column, ImportWords
from importing.writing.draft_entry import find_phase, is_status_word
from importing.writing.text_edits import YamlText, quote
from register.classification import NOT_STATED
from register.model import LANGUAGES, EarlierStatus, Initiative, Status
from register.register import Register
from website.import_report import ReportedCell, ReportedChange


def write_statuses(
    differences: Collection[ListDifference],
    register: Register,
    words: ImportWords,
    fingerprints: str,
    initiatives: YamlText,
) -> tuple[str, ...]:
    """Keep each status that a list changes, and put what the list states in its place.

    `fingerprints` is the text of data/imports.yaml: what an earlier run has written is not written
    again. Returns the ids of the entries concerned.
    """
    known = read_fingerprints(fingerprints)
    indexes = {entry.id: n for n, entry in enumerate(register.initiatives)}
    done: list[str] = []
    for difference in differences:
        edition = difference.planned.place.edition_id
        before = _find_before(difference, register, known)
        for change, new in list_new_cells(difference, known):
            cell = new.get("status")
            if cell is None or before is None or change.id in done:
                continue
            entry, index = register.by_id[change.id], indexes[change.id]
            _keep(entry, index, entry.status.list or before, initiatives)
            _renew(entry, index, cell.text, edition, words, register, initiatives)
            done.append(change.id)
    return tuple(done)


def list_new_cells(
    difference: ListDifference, known: Fingerprints
) -> Iterator[tuple[ReportedChange, dict[Column, ReportedCell]]]:
    """Yield each change with those of its cells, by column, that no earlier run has written."""
    written = known.get(difference.planned.place.edition_id, {})
    rows = {row.entry_id: row.row.cells for row in difference.planned.rows}
    for change in difference.changes:
        marks = fingerprint_cells(rows[change.id])
        own = written.get(change.id, {})
        cells = {column: cell for cell in change.cells for column in marks if column == cell.column}
        yield change, {key: cell for key, cell in cells.items() if own.get(key) != marks[key]}


def _find_before(
    difference: ListDifference, register: Register, known: Mapping[str, object]
) -> str | None:
    """Return the list whose cells the new ones were held against; None if there is none before."""
    place, date = difference.planned.place, difference.planned.found.date or ""
    earlier = [each.id for each in register.editions if each.date < date]
    marked = (each for each in earlier if each in known)
    return next(marked, place.before.id if place.before else None)


def _keep(entry: Initiative, index: int, before: str, initiatives: YamlText) -> None:
    """Write the present status of `entry` among its earlier ones, as that of the list `before`."""
    status = EarlierStatus(**{**dict(entry.status), "list": before})
    if entry.earlier_statuses:
        initiatives.insert_before((index, "earlier_statuses", 0), list(_write(status)))
    else:
        lines = ["  earlier_statuses:", *_write(status)]
        initiatives.insert_before((index, "actors"), lines)


def _write(status: EarlierStatus) -> Iterator[str]:
    yield f"    - list: {status.list}"
    yield f"      phase: {status.phase}"
    if status.also:
        yield f"      also: [{', '.join(status.also)}]"
    if status.printed:
        yield f"      printed: {quote(status.printed)}"
    yield f"      basis: {status.basis}"
    yield "      text:"
    for language in LANGUAGES:
        yield f"        {language}: |-"
        yield from (f"          {line}".rstrip() for line in status.text[language].split("\n"))


def _renew(
    entry: Initiative,
    index: int,
    text: str,
    edition_id: str,
    words: ImportWords,
    register: Register,
    initiatives: YamlText,
) -> None:
    """Put what the cell `text` states into the status of `entry`, and nothing that it does not.

    The phase of a longer text is the editor's to decide: it stays, and the text is to be reviewed.
    """
    status = entry.status
    phase, printed = status.phase, status.printed
    if is_status_word(text) or not text:
        phase, printed = find_phase(text, words, register) or NOT_STATED, text or None
    elif printed and simplify(printed) not in simplify(text):
        printed = None
    basis = "ambiguous" if phase == NOT_STATED else "stated"
    where = (index, "status")
    lines = [] if status.list else [f"    list: {edition_id}"]
    if status.list:
        initiatives.replace((*where, "list"), edition_id)
    _set_printed(status, printed, index, lines, initiatives)
    if is_status_word(text) or not text:
        initiatives.replace((*where, "phase"), phase)
        initiatives.replace((*where, "basis"), basis)
        if status.also:
            initiatives.delete_line((*where, "also"))
    initiatives.insert_before((*where, "basis"), lines)


def _set_printed(
    status: Status, printed: str | None, index: int, lines: list[str], initiatives: YamlText
) -> None:
    """Set the printed word in the file, or add its line to `lines`."""
    where = (index, "status", "printed")
    if printed == status.printed:
        return
    if printed is None:
        initiatives.delete_line(where)
    elif status.printed is None:
        lines.append(f"    printed: {quote(printed)}")
    else:
        initiatives.replace(where, quote(printed))
