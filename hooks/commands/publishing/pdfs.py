"""`pdfs`: the lists as PDF, in build/documents/."""

from pathlib import Path

import click

from commands.publishing.stages import PDFS, list_made, make_up_to


@click.command
@click.pass_obj
def command(project: Path) -> None:
    """Make the lists as PDF in build/documents/."""
    make_up_to(PDFS, project)
    list_made(project, project / "build" / "documents", "*.pdf")
