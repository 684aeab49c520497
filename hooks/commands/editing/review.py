"""`review`: a copy of the register for units to correct, as an Excel workbook."""

from pathlib import Path

import click

from commands.group import CommandError, read_register
from register.messages import say, terminal_language


@click.command
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write.")
@click.pass_obj
def command(project: Path, output: Path | None) -> None:
    """Write a reviewer's copy of the register: a workbook with every text in both languages.

    It comes back by `import`, which shows what was changed in it, cell by cell.
    """
    from exports.tables.review_copy import to_review_copy

    register = read_register(project)
    name = f"{register.publication.file_stem}-review-{register.publication.as_of}.xlsx"
    path = output or project / "build" / name
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(to_review_copy(register))
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}") from None
    shown = path.relative_to(project) if path.is_relative_to(project) else path
    click.echo(say("review-sent", path=shown.as_posix()).render(terminal_language()))
