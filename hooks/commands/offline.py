"""`offline`: the zip and the single files, in dist/."""

from pathlib import Path

import click

from commands.group import CommandError
from commands.pdfs import write_pdfs


@click.command
@click.pass_obj
def command(project: Path) -> None:
    """Pack the offline editions into dist/."""
    pack_editions(project)


def pack_editions(project: Path) -> None:
    """Render the PDFs of `project`, pack its editions, and print their paths and sizes."""
    from build.atomic_folder import AtomicFolderError, explain
    from offline.edition import make_offline

    dist, build = project / "dist", project / "build"
    write_pdfs(project)
    try:
        make_offline(project, dist, build / "offline", build / "documents")
    except (OSError, AtomicFolderError) as error:
        raise CommandError(f"The editions could not be written: {explain(error)}") from None
    for path in sorted(dist.iterdir()):
        click.echo(f"{path.relative_to(project).as_posix()}  {path.stat().st_size:,} bytes")
