"""The report of an import: what it comes to, for the terminal and the preview."""

from collections.abc import Sequence
from pathlib import Path

from importing.planned import Plan, PlannedRow
from importing.report.difference import ListDifference
from importing.report.remarks import list_remarks
from register.model import Bilingual
from register.register import Register
from website.import_report import (
    FILE,
    ImportReport,
    ReportedCandidate,
    ReportedDoubt,
    ReportedList,
    ReportedNew,
)

# Names less alike are rather those of two initiatives.
_GOOD = 60


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
        # Whole or not at all: a preview that runs shows it at once.
        aside = path.with_suffix(".new")
        aside.write_text(report.model_dump_json(indent=1), encoding="utf-8", newline="\n")
        aside.replace(path)
    except OSError:
        return False
    return True


def _report_list(difference: ListDifference, plan: Plan, register: Register) -> ReportedList:
    planned = difference.planned
    return ReportedList(
        id=planned.place.edition_id,
        kind=planned.found.kind,
        language=planned.found.language,
        title=planned.found.title,
        date=planned.found.date or "",
        is_known=planned.place.known is not None,
        is_own=planned.is_own,
        rows=len(planned.rows),
        sure=sum(row.match.state == "sure" for row in planned.rows),
        unknown=difference.unknown if planned.place.before else 0,
        remarks=tuple(
            Bilingual(fr=remark.render("fr"), en=remark.render("en"))
            for remark in (*planned.found.remarks, *list_remarks(difference, plan, register))
        ),
        new=tuple(
            ReportedNew(id=row.entry_id or "", number=row.row.number, name=row.row.name)
            for row in planned.rows
            if row.is_new
        ),
        gone=planned.gone,
        doubtful=tuple(_report_doubt(row, plan, register) for row in planned.doubtful),
        changes=difference.changes,
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


def suggest_answers(plan: Plan) -> list[str]:
    """Return the options that take the best guess for each row in doubt, an entry only once."""
    options = []
    for planned in plan.lists:
        taken: set[str] = set()
        for row in planned.doubtful:
            number = row.row.number
            name = f"{planned.found.kind}:{number}" if len(plan.lists) > 1 else str(number)
            free = [each for each in row.match.candidates if each.key not in taken]
            best = free[0] if free else None
            if best and (best.likeness >= _GOOD or best.agreeing > 2):
                options.append(f"--same {name}={best.key}")
                taken.add(best.key)
            else:
                options.append(f"--new {name}")
    return options
