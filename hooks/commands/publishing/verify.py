"""`verify`: an unpacked offline edition against its manifest."""

from pathlib import Path

import click

from commands.group import CommandError


@click.command
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def command(folder: Path) -> None:
    """Verify an unpacked offline edition.

    Holds the copy in FOLDER against its manifest. Prints one line per file that is altered, missing
    or added, and ends with status 1 if there is any.
    """
    from offline.manifest import MANIFEST, verify

    if not (folder / MANIFEST).exists():
        raise CommandError(f"{folder} has no {MANIFEST}")
    if wrong := verify(folder):
        raise CommandError("\n".join(wrong))
    click.echo("The copy is whole.")
