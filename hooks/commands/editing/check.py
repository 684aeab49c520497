"""`check`: check the register and do nothing else."""

from datetime import date
from pathlib import Path

import click

from commands.speech import ExistingPath, list_problems
from register.checking.lists.summary import summarize_lists
from register.checking.problems import RegisterError, show_problems
from register.load import load_register
from register.messages import Message, say, terminal_language
from register.register import Register


@click.command
@click.argument("folder", required=False, type=ExistingPath(is_folder=True))
@click.pass_obj
def command(project: Path, folder: Path | None) -> None:
    """Check the register, or another data `folder`; print a line per dated list."""
    language = terminal_language()
    folder = folder or project / "data"
    try:
        register = load_register(folder, include_drafts=True, today=date.today())
    except RegisterError as error:
        count = sum(problem.is_error for problem in error.problems)
        raise list_problems(error, say("problems-to-fix", count=count)) from None
    if register.warnings:
        click.echo(show_problems(register.warnings, language), err=True)
    for line in summarize_lists(register):
        click.echo(line.render(language))
    click.echo(f"{_sum_up(folder.name, register).render(language)}.")


def _sum_up(folder: str, register: Register) -> Message:
    """Return the message that says how many entries and warnings a valid `register` has."""
    drafts, warnings = len(register.drafts), len(register.warnings)
    counted = say("counted", count=len(register.initiatives) - drafts)
    if drafts:
        words = say("counted-drafts", count=drafts)
        counted = say("counted-with-drafts", counted=counted, drafts=words)
    result = say("warnings", count=warnings) if warnings else say("no-problem")
    return say("summary", folder=folder, counted=counted, result=result)
