"""`verify`: an unpacked offline edition against its manifest."""

from pathlib import Path

import click

from commands.speech import CommandError, ExistingPath
from register.messages import speak


@click.command
@click.argument("folder", type=ExistingPath(is_folder=True))
def command(folder: Path) -> None:
    """Hold the offline edition in `folder` against its manifest."""
    from offline.manifest import MANIFEST, verify

    if not (folder / MANIFEST).exists():
        raise CommandError(speak("verify-no-manifest", folder=str(folder), name=MANIFEST))
    if wrong := verify(folder):
        raise CommandError("\n".join(speak(f"verify-{kind}", name=name) for kind, name in wrong))
    click.echo(f"{speak('verify-whole')}.")
