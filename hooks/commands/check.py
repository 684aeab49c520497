"""`check`: check the register and do nothing else."""

from pathlib import Path

import click

from commands.group import CommandError
from register.checking.problems import RegisterError, show_problems
from register.load import load_register


@click.command
@click.argument(
    "folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@click.pass_obj
def command(project: Path, folder: Path | None) -> None:
    """Check the register and nothing else.

    Prints each problem as `path:line:column: field: message` with the line at fault below, and ends
    with status 1 if there is any; warnings alone end with 0. FOLDER is another data folder.
    """
    folder = folder or project / "data"
    try:
        register = load_register(folder)
    except RegisterError as error:
        count = sum(problem.severity == "error" for problem in error.problems)
        raise CommandError(f"{error}\n{count} problem{'s' if count > 1 else ''} to fix.") from None
    if register.warnings:
        click.echo(show_problems(register.warnings), err=True)
    said = f"{len(register.warnings)} warnings" if register.warnings else "no problem"
    drafts = f" and {len(register.drafts)} drafts" if register.drafts else ""
    click.echo(f"{folder.name}: {len(register.initiatives)} initiatives{drafts}, {said}.")
