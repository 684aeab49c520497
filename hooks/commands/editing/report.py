"""`report`: what the editorial desk of the preview shows, as text."""

from pathlib import Path

import click

from commands.group import read_register
from pages.desk.desk_page import Desk, Finding
from pages.desk.sources import REGISTER
from register.messages import terminal_language
from register.model import LANGUAGES, Language
from website.localized_site import LocalizedSite

# By the state of a cell of the grid.
MARKS = {"given": "x", "gap": "-", "none": "."}


@click.command
@click.argument("language", type=click.Choice(LANGUAGES), default=terminal_language)
@click.pass_obj
def command(project: Path, language: Language) -> None:
    """List what is left to fix, as the preview's desk does."""
    from pages.all_pages import list_pages
    from pages.desk.desk_page import gather
    from pages.desk.sources import read_evidence
    from website import urls
    from website.templates import load_templates
    from website.urls import Links

    register, templates = read_register(project), load_templates(project)
    sites = {each: LocalizedSite(register, each, templates, Links()) for each in LANGUAGES}
    evidence = read_evidence(project)
    pages = frozenset(
        urls.source(each, path) for each, site in sites.items() for path in list_pages(site)
    )
    desk = gather(sites[language], evidence, pages | evidence.written.keys())
    click.echo(write_report(desk, sites[language]))


def write_report(desk: Desk, site: LocalizedSite) -> str:
    """Return `desk` as text: the grid, then a line per finding, grouped by kind."""
    words = site.words
    marks = ", ".join(f"{mark} {words(f'desk-{state}')}" for state, mark in MARKS.items())
    lines = [words("desk-grid"), f"({marks})", ""]
    for nth, column in enumerate(desk.grid.columns):
        lines.append(f"  {'|' * nth}+- {column} ({desk.grid.given[nth]}/{len(desk.grid.rows)})")
    for row in desk.grid.rows:
        cells = "".join(MARKS[cell.state] for cell in row.cells)
        lines.append(f"  {cells}  {REGISTER}:{row.place.line}  {row.place.id}")
    for section in desk.sections:
        lines += ["", f"{words(f'desk-{section.key}')} ({len(section.findings)})", section.note]
        lines += [f"  {_write_finding(finding)}" for finding in section.findings]
    return "\n".join(lines)


def _write_finding(finding: Finding) -> str:
    where = [finding.file]
    if finding.place is not None:
        where = [f"{REGISTER}:{finding.place.line}", finding.place.id]
    text = " ".join(finding.text.split())
    confirm = [f"(python hooks confirm {finding.confirm})"] if finding.confirm else []
    return " ".join([": ".join([*where, *filter(None, [finding.field]), text]), *confirm])
