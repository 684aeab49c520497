"""The report of an import for the preview, which shows it as a page."""

from collections.abc import Sequence
from pathlib import Path

from importing.planned import Plan, PlannedRow
from importing.report.difference import EntryChange, ListDifference
from importing.report.report_text import suggest_answers
from register.register import Register
from website.import_report import (
    FILE,
    ImportReport,
    ReportedCandidate,
    ReportedCell,
    ReportedChange,
    ReportedDoubt,
    ReportedList,
    ReportedNew,
    ReportedWords,
)


def make_report(
    plan: Plan, differences: Sequence[ListDifference], register: Register, command: str
) -> ImportReport:
    """Return what `plan` and `differences` say; `command` is the one to run again."""
    return ImportReport(
        lists=tuple(_report_list(each, plan, register) for each in differences),
        command=" ".join([command, *suggest_answers(plan)]),
    )


def save_report(report: ImportReport, project: Path) -> bool:
    """Write the report for the preview of `project`; false if it cannot be written."""
    path = project / FILE
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(report.model_dump_json(indent=1), encoding="utf-8", newline="\n")
    except OSError:
        return False
    return True


def _report_list(difference: ListDifference, plan: Plan, register: Register) -> ReportedList:
    planned = difference.planned
    return ReportedList(
        id=planned.place.edition_id,
        title=planned.found.title,
        date=planned.found.date or "",
        is_known=planned.place.known is not None,
        rows=len(planned.rows),
        sure=sum(row.match.state == "sure" for row in planned.rows),
        unknown=difference.unknown if planned.place.before else 0,
        remarks=planned.found.remarks,
        new=tuple(
            ReportedNew(id=row.entry_id or "", number=row.row.number, name=row.row.name)
            for row in planned.rows
            if row.is_new
        ),
        gone=planned.gone,
        doubtful=tuple(_report_doubt(row, plan, register) for row in planned.doubtful),
        changes=tuple(map(_report_change, difference.changes)),
    )


def _report_doubt(row: PlannedRow, plan: Plan, register: Register) -> ReportedDoubt:
    return ReportedDoubt(
        number=row.row.number,
        name=row.row.name,
        candidates=tuple(
            ReportedCandidate(
                id=each.key,
                name=plan.name_of(each.key, register),
                likeness=each.likeness,
                same_category=each.same_category,
                same_number=each.same_number,
                same_place=each.same_place,
            )
            for each in row.match.candidates
        ),
    )


def _report_change(change: EntryChange) -> ReportedChange:
    return ReportedChange(
        id=change.entry_id,
        number=change.number,
        name=change.name,
        renamed=change.renamed,
        renumbered=change.renumbered,
        moved=change.moved,
        cells=tuple(
            ReportedCell(
                column=cell.column,
                field=cell.field,
                text=cell.text,
                pieces=tuple(ReportedWords(kind=p.kind, text=p.text) for p in cell.pieces),
            )
            for cell in change.cells
        ),
    )
