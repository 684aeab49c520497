"""`pdfs`: the lists as PDF, in build/documents/."""

from pathlib import Path

import click

from commands.publishing.stages import PDFS, list_made, make_up_to


@click.command
@click.pass_obj
def command(project: Path) -> None:
    """Make the lists as PDF in build/documents/.

    `site` does so too. Without the system library Pango there are no PDFs: a line says so, and the
    rest of the site builds.
    """
    make_up_to(PDFS, project)
    list_made(project, project / "build" / "documents", "*.pdf")
