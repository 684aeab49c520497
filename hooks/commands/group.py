"""The group of all commands, and what they share: the project's folder, messages, child processes.

A command is imported when it is run, so that `check` does not wait for what packs a site.
"""

import subprocess
import sys
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from build.generator import make_command, make_environment
from commands.speech import ExistingPath, give_help, list_problems, reword_usage
from register.messages import say

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
        return give_help(command, cmd_name)

    def make_context(self, *args: Any, **options: Any) -> click.Context:
        """Read the arguments that stand before the command."""
        give_help(self, "group")
        with reword_usage():
            return super().make_context(*args, **options)

    def invoke(self, ctx: click.Context) -> Any:
        """Read the arguments of the command, and run it."""
        with reword_usage():
            return super().invoke(ctx)


@click.command(cls=_Commands)
@click.option("--project", type=ExistingPath(is_folder=True), default=ROOT)
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
    from register.checking.problems import RegisterError
    from register.load import load_register

    try:
        return load_register(project / "data", include_drafts=True, needs_words=needs_words)
    except RegisterError as error:
        raise list_problems(error, say("fix-register-first")) from None


def run_generator(project: Path, *arguments: str) -> None:
    """Run the generator of the site in `project`, and show its output.

    Raises `SystemExit` with its status if that is not 0.
    """
    command, environment = make_command(*arguments), make_environment()
    done = subprocess.run(command, cwd=project, env=environment, check=False)
    if done.returncode:
        raise SystemExit(done.returncode)
