"""`import`: bring in a dated list from the document in which it is issued."""

from collections.abc import Mapping, Sequence
from datetime import date as calendar
from pathlib import Path
from subprocess import list2cmdline
from typing import TYPE_CHECKING, Any

import click

from commands.group import ROOT, read_register
from commands.speech import CommandError, list_problems
from register.checking.problems import RegisterError
from register.data_files import INITIATIVES
from register.editing.line_numbers import find_field_lines
from register.messages import say, speak, terminal_language
from register.register import Register

if TYPE_CHECKING:
    from importing.lists.rows import ImportedList
    from importing.own_lists import OwnRows
    from importing.planned import Plan
    from importing.report.difference import ListDifference
    from importing.words import ImportWords
    from importing.writing.write import Written

_DOCUMENT = click.Path(path_type=Path)


def _check_date(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    if value is not None:
        try:
            calendar.fromisoformat(value)
        except ValueError:
            raise click.BadParameter(speak("import-day")) from None
    return value


@click.command
@click.argument("files", nargs=-1, required=True, type=_DOCUMENT, metavar="FILE [FILE2]")
@click.option("--date", callback=_check_date)
@click.option("--since", type=_DOCUMENT)
@click.option("--same", multiple=True, metavar="ROW=ID")
@click.option("--new", multiple=True, metavar="ROW")
@click.option("--id", "ids", multiple=True, metavar="ROW=ID")
@click.option("--category", "categories", multiple=True, metavar="N=ID")
@click.option("--columns", default="", metavar="NAME=N,...")
@click.option("--write", is_flag=True)
@click.pass_context
def command(context: click.Context, /, write: bool, **given: Any) -> None:
    """Show what a list or returned copies change; write it with --write."""
    from commands.editing.returned_copies import read_copies, take_copies
    from importing.readers.tables import ImportFault
    from importing.report.report_file import make_report, save_report
    from importing.report.report_text import write_outcome, write_report
    from importing.words import read_words
    from importing.writing.write import save_texts

    project, speech = context.obj, terminal_language()
    register = read_register(project)
    try:
        if copies := read_copies(given["files"]):
            take_copies(copies, register, project, is_wanted=write)
            return
        words = read_words(project / "data")
        plan, differences = _study(given, register, words, project / "data")
        report = make_report(plan, differences, register, _repeat(context))
        save_report(report, project)
        lines = find_field_lines((project / "data" / INITIATIVES).read_text(encoding="utf-8"))
        click.echo(write_report(report, register, lines, speech), nl=False)
        if plan.is_decided:
            written = _make_texts(plan, differences, register, words, project / "data")
            if write:
                save_texts(written.texts, project / "data")
            texts, to_review = written.texts, written.to_review
            click.echo(write_outcome(texts, to_review, speech, is_written=write))
        elif write:
            raise ImportFault(say("import-in-doubt"))
    except ImportFault as fault:
        raise CommandError(fault.message.render(speech)) from None


def _repeat(context: click.Context) -> str:
    """Return the command that gives the same again, as cmd.exe and a shell understand it.

    Without --write; what may be given once comes first.
    """
    words = ["python", "hooks", "import", *map(str, context.params["files"])]
    options = [each for each in context.command.params if isinstance(each, click.Option)]
    for option in sorted(options, key=lambda each: each.multiple):
        value = None if option.is_flag else context.params[str(option.name)]
        for each in value or () if option.multiple else (value,):
            words += [option.opts[0], str(each)] if each else []
    return list2cmdline(words)


def _study(
    given: Mapping[str, Any], register: Register, words: "ImportWords", data: Path
) -> "tuple[Plan, tuple[ListDifference, ...]]":
    from importing.answers import parse_answers
    from importing.lists.columns import parse_columns
    from importing.session import read_documents, study

    answers = parse_answers(given["same"], given["new"], given["ids"], given["categories"])
    columns = parse_columns(given["columns"], words) if given["columns"] else None
    lists = read_documents(given["files"], words, columns, given["date"])
    before = read_documents([given["since"]], words, columns, None) if given["since"] else ()
    return study(lists, before, register, words, answers, data, _read_own(lists, register, words))


def _read_own(
    lists: "Sequence[ImportedList]", register: Register, words: "ImportWords"
) -> "OwnRows":
    """Return the rows of the register's own lists, of the kind and language of each of `lists`."""
    from importing.own_lists import read_own
    from pages.lists.list_pages import DETAILED, KINDS, SUCCINCT, list_sections
    from pages.lists.word_lists import render_word_list
    from register.drafts import leave_out_drafts
    from website.localized_site import LocalizedSite
    from website.templates import load_templates
    from website.urls import Links

    published, templates = leave_out_drafts(register), load_templates(ROOT)
    own = {}
    for each in lists:
        kind = SUCCINCT if each.kind == "summary" else DETAILED
        site = LocalizedSite(published, each.language, templates, Links())
        sections = list_sections(site, KINDS[kind], kind)
        rows = [row.view for section in sections for row in section.rows]
        # Without a number, an entry is in the document but not in the list.
        ids = [view.id for view in rows if view.number is not None]
        own[each.kind] = read_own(render_word_list(site, kind, site.site_url), ids, words)
    return own


def _make_texts(
    plan: "Plan",
    differences: "Sequence[ListDifference]",
    register: Register,
    words: "ImportWords",
    data: Path,
) -> "Written":
    """Return what the import makes of the files in `data`. Raises `CommandError` with problems."""
    from importing.writing.write import make_texts, read_sources

    today = calendar.today().isoformat()
    try:
        return make_texts(plan, differences, register, words, read_sources(data), today)
    except RegisterError as error:
        raise list_problems(error, say("import-refused")) from None
