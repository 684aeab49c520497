"""`site`: the whole site, with the offline editions and the PDFs to download."""

import os
from pathlib import Path

import click

from commands.group import run_generator
from commands.offline import pack_editions

# The URLs that a published site needs: its own, and that of its sources.
ADDRESSES = ("SITE_URL", "REPO_URL")


@click.command
@click.pass_obj
def command(project: Path) -> None:
    """Build the site into site/, with all its downloads."""
    pack_editions(project)
    run_generator(project, "build", "--strict")
    if unset := [name for name in ADDRESSES if not os.environ.get(name)]:
        verb = "is" if len(unset) == 1 else "are"
        click.echo(
            f"{' and '.join(unset)} {verb} not set, so that the site names examples of addresses: "
            "see HOSTING.md before you publish it.",
            err=True,
        )
