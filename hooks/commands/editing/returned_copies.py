"""Reviewers' copies that come back by `import`: shown, and written on approval."""

from collections.abc import Sequence
from pathlib import Path

import click

from commands.speech import list_problems
from importing.readers.review_copy import ReviewRow, read_copy
from importing.readers.tables import ImportFault
from importing.report.report_file import save_report
from importing.report.report_text import write_outcome
from importing.review.compare import compare_copies
from importing.review.report import report_review, write_review
from importing.review.write_edits import find_lines, write_edits
from importing.writing.write import read_sources, save_texts
from register.checking.problems import RegisterError
from register.data_files import INITIATIVES
from register.messages import say, terminal_language
from register.register import Register
from website.import_report import ImportReport


def read_copies(files: Sequence[Path]) -> list[ReviewRow]:
    """Return the rows of `files` if they are reviewers' copies, none if they are lists.

    Raises `ImportFault` if only some are, or one cannot be read.
    """
    copies = [read_copy(path) for path in files]
    found = [rows for rows in copies if rows is not None]
    if found and len(found) < len(copies):
        raise ImportFault(say("review-mixed"))
    return [row for rows in found for row in rows]


def take_copies(
    rows: Sequence[ReviewRow], register: Register, project: Path, *, is_wanted: bool
) -> None:
    """Show what the `rows` change in `register`, and write it into data/ if that `is_wanted`.

    `project` is the folder of the project, whose preview shows the same.

    Raises `CommandError`, with the problems, if the outcome were no valid register.
    """
    data = project / "data"
    speech, sources = terminal_language(), read_sources(data)
    review = compare_copies(rows, register)
    lines = find_lines((*review.edits, *review.obstacles), register, sources[INITIATIVES])
    found = report_review(review)
    save_report(ImportReport(review=found), project)
    click.echo(write_review(found, lines, speech), nl=False)
    try:
        written = write_edits(review.edits, register, sources)
    except RegisterError as error:
        raise list_problems(error, say("review-refused")) from None
    if is_wanted:
        save_texts(written.texts, data)
    # What would keep the site from being published.
    known = {(each.where, each.message) for each in register.warnings}
    for warning in written.register.warnings:
        if (warning.where, warning.message) not in known:
            click.echo(warning.show(speech))
    click.echo(write_outcome(written.texts, written.to_review, speech, is_written=is_wanted))
