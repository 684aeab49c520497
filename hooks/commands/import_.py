"""`import`: bring in a dated list from the document in which it is issued."""

from datetime import date as calendar
from pathlib import Path
from subprocess import list2cmdline

import click

from commands.group import CommandError, read_register
from register.checking.problems import RegisterError

_DOCUMENT = click.Path(path_type=Path)


def _check_date(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    if value is not None:
        try:
            calendar.fromisoformat(value)
        except ValueError:
            raise click.BadParameter("write the day as 2025-06-30") from None
    return value


@click.command
@click.argument("files", nargs=-1, required=True, type=_DOCUMENT, metavar="FILE [FILE2]")
@click.option("--date", callback=_check_date, help="The date of the list, 2025-06-30.")
@click.option("--since", type=_DOCUMENT, help="The document before, to compare words.")
@click.option("--same", multiple=True, metavar="ROW=ID", help="The row is that entry.")
@click.option("--new", multiple=True, metavar="ROW", help="The row is a new entry.")
@click.option("--id", "ids", multiple=True, metavar="ROW=ID", help="The id of a new entry.")
@click.option("--category", "categories", multiple=True, metavar="N=ID", help="The nth category.")
@click.option("--columns", default="", metavar="NAME=N,...", help="What the columns hold.")
@click.option("--write", is_flag=True, help="Write it into data/.")
@click.pass_obj
def command(
    project: Path,
    files: tuple[Path, ...],
    date: str | None,
    since: Path | None,
    same: tuple[str, ...],
    new: tuple[str, ...],
    ids: tuple[str, ...],
    categories: tuple[str, ...],
    columns: str,
    write: bool,
) -> None:
    """Import a dated list from .docx, .xlsx, .csv or .tsv.

    Prints what the list changes and writes nothing, unless --write is given and no row is in doubt.
    A ROW is its number, with the list before it where there are two: detailed:12. With --id
    OLD=NEW an entry takes another id and its earlier address leads to it.
    """
    from importing.answers import parse_answers
    from importing.columns import parse_columns
    from importing.report_file import make_report, save_report
    from importing.report_text import write_outcome, write_report
    from importing.session import read_documents, study
    from importing.tables import ImportFault
    from importing.words import read_words
    from importing.writing.write import make_texts, read_sources, save_texts

    register = read_register(project)
    data = project / "data"
    try:
        words = read_words(data)
        answers = parse_answers(same, new, ids, categories)
        said = parse_columns(columns, words) if columns else None
        lists = read_documents(files, words, said, date)
        before = read_documents([since], words, said, None) if since else ()
        imported = study(lists, before, register, words, answers, data)
    except ImportFault as fault:
        raise CommandError(str(fault)) from None
    # Quoted as both cmd.exe and a shell understand it.
    again = f"python hooks import {list2cmdline(map(str, files))}"
    save_report(make_report(imported.plan, imported.differences, again), project)
    click.echo(write_report(imported.plan, imported.differences, register, again), nl=False)
    if not imported.plan.is_decided:
        if write:
            raise CommandError("Nothing was written: first answer for the rows in doubt.")
        return
    try:
        sources = read_sources(data)
        written = make_texts(imported.plan, imported.differences, register, words, sources)
        if write:
            save_texts(written.texts, data)
    except ImportFault as fault:
        raise CommandError(str(fault)) from None
    except RegisterError as error:
        raise CommandError(f"{error}\nNothing was written.") from None
    click.echo(write_outcome(written.texts, written.to_review, is_written=write))
