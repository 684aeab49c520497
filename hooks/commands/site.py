"""`site`: the whole site, with the offline editions and the PDFs to download."""

import os
from pathlib import Path

import click

from commands.stages import SITE, list_made, make_up_to
from register.data_files import PUBLICATION
from register.reading.parse import parse_text

# The URLs that a published site needs: its own, and that of its sources, which
# data/publication.yaml may give in place of the second.
ADDRESSES = ("SITE_URL", "REPO_URL")


@click.command
@click.pass_obj
def command(project: Path) -> None:
    """Build the site into site/, with all its downloads."""
    make_up_to(SITE, project)
    list_made(project, project / "dist", "*")
    unset = [name for name in ADDRESSES if not os.environ.get(name)]
    publication = project / "data" / PUBLICATION
    if parse_text(publication.read_text(encoding="utf-8")).values.get("repository"):
        unset = [name for name in unset if name != "REPO_URL"]
    if unset:
        verb = "is" if len(unset) == 1 else "are"
        click.echo(
            f"{' and '.join(unset)} {verb} not set: pages leave out their addresses or the links "
            "to report and edit, and data files name an example. See HOSTING.md.",
            err=True,
        )
