"""`site`: the whole site, with the offline editions and the PDFs to download."""

from pathlib import Path

import click

from commands.group import run_generator
from commands.offline import pack_editions


@click.command
@click.pass_obj
def command(project: Path) -> None:
    """Build the site into site/, with all its downloads."""
    pack_editions(project)
    run_generator(project, "build", "--strict")
