"""The group of all commands, and what they share: the project's folder, messages, child processes.

A command is imported when it is run, so that `check` does not wait for what packs a site.
"""

import subprocess
import sys
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from build.generator import make_command, make_environment

if TYPE_CHECKING:
    from register.register import Register

ROOT = Path(__file__).resolve().parent.parent.parent
# In the order of the help, by the folder that has their modules: first what editors use.
FOLDERS = {
    "editing": (
        *("serve", "check", "import", "new", "typography"),
        *("confirm", "report", "schema", "review"),
    ),
    "publishing": ("site", "offline", "pdfs", "compress", "links", "verify", "hosting"),
}
COMMANDS = {command: folder for folder, commands in FOLDERS.items() for command in commands}


class CommandError(click.ClickException):
    """A command fails: only the message is printed, and the exit status is 1."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message as it is."""
        click.echo(self.message, err=True, file=file)


class _Commands(click.Group):
    """Commands by name, each from the module of that name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, None if there is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(
            # A module cannot be imported by a keyword of Python: `import` is import_.py.
            f"commands.{COMMANDS[cmd_name]}.{cmd_name}{'_' * iskeyword(cmd_name)}"
        ).command
        return command


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--project",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=ROOT,
    help="The folder of the project, if not the one of this code.",
)
@click.pass_context
def group(context: click.Context, project: Path) -> None:
    """Everything that can be done with the register."""
    context.obj = project.resolve()


def main() -> None:
    """Run the command that the command line names."""
    # For a file or a pipe, Windows would use a code page that lacks some of our characters.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    group(prog_name="python hooks")


def read_register(project: Path, *, needs_words: bool = True) -> "Register":
    """Return the register of `project`, drafts included.

    Words of the interface may lack only if it does not need them.

    Raises `CommandError` with all its problems.
    """
    from register.checking.problems import RegisterError, show_problems
    from register.load import load_register
    from register.messages import say, terminal_language

    try:
        return load_register(project / "data", include_drafts=True, needs_words=needs_words)
    except RegisterError as error:
        language = terminal_language()
        total = say("fix-register-first").render(language)
        raise CommandError(f"{show_problems(error.problems, language)}\n{total}.") from None


def run_generator(project: Path, *arguments: str) -> None:
    """Run the generator of the site in `project`, and show its output.

    Raises `SystemExit` with its status if that is not 0.
    """
    command, environment = make_command(*arguments), make_environment()
    done = subprocess.run(command, cwd=project, env=environment, check=False)
    if done.returncode:
        raise SystemExit(done.returncode)
