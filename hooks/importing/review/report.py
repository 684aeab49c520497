"""A reviewer's copy that has come back, for terminal and preview: cell by cell, then what to do.

Words that are gone stand in [-brackets-], new ones in {+braces+}, as in the report of a list.
"""

from collections.abc import Iterator, Mapping

from importing.report.report_text import indent, write_pieces
from importing.review.compare import CellEdit, Place, Review
from register.data_files import INITIATIVES
from register.messages import say
from register.model import Bilingual, Language
from website.import_report import ReportedEdit, ReportedRemark, ReportedReview


def report_review(review: Review) -> ReportedReview:
    """Return what `review` says."""
    return ReportedReview(
        rows=len(review.rows),
        known=review.known,
        edits=tuple(map(_report_edit, review.edits)),
        obstacles=tuple(map(_report_edit, review.obstacles)),
        remarks=tuple(
            ReportedRemark(id=row.entry_id, shown=row.field, origin=row.file, text=row.remark)
            for row in review.remarks
        ),
    )


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


def write_review(found: ReportedReview, lines: Mapping[Place, int], speech: Language) -> str:
    """Return the report in the language `speech`; `lines` has the line of each text."""
    figures = {"edits": len(found.edits), "obstacles": len(found.obstacles)}
    counts = say("review-counts", rows=found.rows, known=found.known, **figures)
    said = [counts.render(speech), ""]
    for edit in found.edits:
        said += _write_edit(edit, lines)
    if found.obstacles:
        said.append(say("review-obstacles").render(speech))
        for edit in found.obstacles:
            said += _write_edit(edit, lines)
            said += indent(edit.obstacle[speech] if edit.obstacle else "")
    if found.remarks:
        said.append(say("review-remarks").render(speech))
        for remark in found.remarks:
            said += indent(f"{remark.id}.{remark.shown} ({remark.origin}): {remark.text}", 0)
    return "\n".join(said).rstrip() + "\n"


def _write_edit(edit: ReportedEdit, lines: Mapping[Place, int]) -> Iterator[str]:
    where = f"data/{INITIATIVES}:{lines[edit.id, edit.shown, edit.language]}"
    yield f"  {edit.id}.{edit.shown}.{edit.language}  {where}  ({edit.origin})"
    yield from indent(write_pieces(edit.pieces))
