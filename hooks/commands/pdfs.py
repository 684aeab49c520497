"""`pdfs`: the lists as PDF, in build/documents/."""

from pathlib import Path

import click

from commands.group import CommandError


@click.command
@click.pass_obj
def command(project: Path) -> None:
    """Make the lists as PDF in build/documents/.

    `site` does so too. Without the system library Pango there are no PDFs: a line says so, and the
    rest of the site builds.
    """
    write_pdfs(project)
    folder = project / "build" / "documents"
    for path in sorted(folder.rglob("*.pdf")):
        click.echo(f"{path.relative_to(project).as_posix()}  {path.stat().st_size:,} bytes")


def write_pdfs(project: Path) -> None:
    """Make the PDFs of `project`, those that are not there yet; say in a line if that cannot be."""
    from build.atomic_folder import explain
    from offline.pdfs import make_pdfs

    try:
        make_pdfs(project, project / "build" / "documents")
    except OSError as error:
        raise CommandError(f"The PDFs could not be written: {explain(error)}") from None
