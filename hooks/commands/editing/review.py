"""`review`: a copy of the register for units to correct, as an Excel workbook."""

from pathlib import Path

import click

from commands.group import read_register
from commands.speech import CommandError
from register.messages import speak


@click.command
@click.option("-o", "--output", type=click.Path(path_type=Path))
@click.pass_obj
def command(project: Path, output: Path | None) -> None:
    """Write a reviewers' copy of the register."""
    from exports.tables.review_copy import to_review_copy

    register = read_register(project)
    name = f"{register.publication.file_stem}-review-{register.publication.as_of}.xlsx"
    path = output or project / "build" / name
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(to_review_copy(register))
    except OSError as error:
        raise CommandError(
            speak("import-not-saved", file=str(path), reason=error.strerror or "")
        ) from None
    shown = path.relative_to(project) if path.is_relative_to(project) else path
    click.echo(speak("review-sent", path=shown.as_posix()))
