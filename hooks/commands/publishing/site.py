"""`site`: the whole site, with the offline editions and the PDFs to download."""

import os
from pathlib import Path

import click

from commands.publishing.stages import SITE, list_made, make_up_to
from register.data_files import PUBLICATION
from register.messages import speak
from register.reading.parse import parse_text

# The URLs that a published site needs: its own, and that of its sources, which
# data/publication.yaml may give in place of the second.
ADDRESSES = ("SITE_URL", "REPO_URL")


@click.command
@click.option("--previous", metavar="ADDRESS")
@click.pass_obj
def command(project: Path, previous: str | None) -> None:
    """Build the site into site/, with all its downloads."""
    # Read first: the folder may be the one that is about to be written.
    former = _read_previous(previous) if previous else {}
    make_up_to(SITE, project)
    if former:
        _add_previous(project / "site", former)
    list_made(project, project / "dist", "*")
    _report_unset(project)


def _read_previous(source: str) -> dict[str, bytes]:
    """Return the versioned files of the site at `source` by name; report in a line what lacks.

    A site that does not answer keeps nobody from publishing the next one.
    """
    from build.former_assets import FormerError, make_reader, read_former

    files: dict[str, bytes] = {}
    try:
        files, left_out = read_former(make_reader(source))
    except FileNotFoundError:
        click.echo(f"{speak('former-none')}.", err=True)
    except FormerError as error:
        click.echo(speak("former-not-kept", reason=str(error)), err=True)
    else:
        for name in left_out:
            click.echo(speak("former-left-out", name=name), err=True)
    return files


def _add_previous(site: Path, former: dict[str, bytes]) -> None:
    from build.former_assets import add_former

    added = add_former(site, former)
    size = sum(len(former[name]) for name in added)
    click.echo(speak("former-kept", count=len(added), size=f"{size:,}"))


def _report_unset(project: Path) -> None:
    """Report which addresses of a published site are not set."""
    unset = [name for name in ADDRESSES if not os.environ.get(name)]
    publication = project / "data" / PUBLICATION
    if parse_text(publication.read_text(encoding="utf-8")).values.get("repository"):
        unset = [name for name in unset if name != "REPO_URL"]
    if unset:
        click.echo(f"{speak('addresses-unset', count=len(unset), names=tuple(unset))}.", err=True)
