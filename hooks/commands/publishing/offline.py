"""`offline`: the zip and the single files, in dist/."""

from pathlib import Path

import click

from commands.publishing.stages import EDITIONS, list_made, make_up_to


@click.command
@click.pass_obj
def command(project: Path) -> None:
    """Pack the offline editions into dist/."""
    make_up_to(EDITIONS, project)
    list_made(project, project / "dist", "*")
