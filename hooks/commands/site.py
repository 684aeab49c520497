"""`site`: the whole site, with the offline editions and the PDFs to download."""

import os
from pathlib import Path

import click

from commands.group import run_generator
from commands.offline import pack_editions
from register.load import load_register

# The URLs that a published site needs: its own, and that of its sources, which
# data/publication.yaml may give in place of the second.
ADDRESSES = ("SITE_URL", "REPO_URL")


@click.command
@click.pass_obj
def command(project: Path) -> None:
    """Build the site into site/, with all its downloads."""
    pack_editions(project)
    run_generator(project, "build", "--strict")
    unset = [name for name in ADDRESSES if not os.environ.get(name)]
    if load_register(project / "data").publication.repository:
        unset = [name for name in unset if name != "REPO_URL"]
    if unset:
        verb = "is" if len(unset) == 1 else "are"
        click.echo(
            f"{' and '.join(unset)} {verb} not set: pages leave out their addresses or the links "
            "to report and edit, and data files name an example. See HOSTING.md.",
            err=True,
        )
