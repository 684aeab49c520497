"""A reviewer's copy that has come back, for terminal and preview: cell by cell, then what to do.

Words that are gone stand in [-brackets-], new ones in {+braces+}, as in the report of a list.
"""

from collections.abc import Iterator, Mapping

from importing.report.report_text import indent, write_pieces
from importing.review.compare import CellEdit, Place, Review
from register.data_files import INITIATIVES
from register.messages import say
from register.model import Bilingual, Language
from website.import_report import ImportReport, ReportedEdit, ReportedRemark, ReportedReview


def make_review_report(review: Review) -> ImportReport:
    """Return what `review` says, for the preview."""
    found = ReportedReview(
        rows=len(review.rows),
        known=review.known,
        edits=tuple(map(_report_edit, review.edits)),
        obstacles=tuple(map(_report_edit, review.obstacles)),
        remarks=tuple(
            ReportedRemark(id=row.entry_id, shown=row.field, origin=row.file, text=row.remark)
            for row in review.remarks
        ),
    )
    return ImportReport(review=found)


def _report_edit(edit: CellEdit) -> ReportedEdit:
    why = say(edit.obstacle) if edit.obstacle else None
    return ReportedEdit(
        id=edit.entry_id,
        field=".".join(map(str, edit.text.path)) if edit.text else "",
        shown=edit.field,
        language=edit.language,
        origin=f"{edit.row.file} {edit.row.cells[edit.language]}",
        pieces=edit.pieces if edit.new else (),
        obstacle=why and Bilingual(fr=why.render("fr"), en=why.render("en")),
    )


def write_review(review: Review, lines: Mapping[Place, int], speech: Language) -> str:
    """Return the report in the language `speech`; `lines` has the line of each text."""
    counts = {
        "rows": len(review.rows),
        "edits": len(review.edits),
        "obstacles": len(review.obstacles),
        "known": review.known,
    }
    said = [say("review-counts", **counts).render(speech), ""]
    for edit in review.edits:
        said += _write_edit(edit, lines[edit.place])
    if review.obstacles:
        said.append(say("review-obstacles").render(speech))
        for edit in review.obstacles:
            said += _write_edit(edit, lines[edit.place])
            if edit.obstacle:
                said += indent(say(edit.obstacle).render(speech))
    if review.remarks:
        said.append(say("review-remarks").render(speech))
        for row in review.remarks:
            said += indent(f"{row.entry_id}.{row.field} ({row.file}): {row.remark}", 0)
    return "\n".join(said).rstrip() + "\n"


def _write_edit(edit: CellEdit, line: int) -> Iterator[str]:
    yield (
        f"  {edit.entry_id}.{edit.field}.{edit.language}  data/{INITIATIVES}:{line}  "
        f"({edit.row.file} {edit.row.cells[edit.language]})"
    )
    if edit.new:
        yield from indent(write_pieces(edit.pieces))
