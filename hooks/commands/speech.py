"""What the command line says in the language of the messages: help, and what is wrong with a call.

Click has these words in English only. The words are in data/messages.yaml, like all messages: the
help of a command as `help-NAME`, that of an option as `help-NAME-OPTION`.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from register.messages import Message, say, speak, terminal_language

if TYPE_CHECKING:
    from register.checking.problems import RegisterError

_SECTIONS = {"Options": "help-options", "Commands": "help-commands"}


class CommandError(click.ClickException):
    """A command fails: only the message is printed, and the exit status is 1."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message as it is."""
        click.echo(self.message, err=True, file=file)


class UsageFault(CommandError):
    """A command cannot be called so: the exit status is 2."""

    exit_code = 2


def list_problems(error: "RegisterError", then: Message) -> CommandError:
    """Return the error of a command that lists the problems of `error`, and says what follows."""
    from register.checking.problems import show_problems

    language = terminal_language()
    return CommandError(f"{show_problems(error.problems, language)}\n{then.render(language)}.")


class _Formatter(click.HelpFormatter):
    """Help with the words around it, too, in the language of the messages."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line of usage."""
        super().write_usage(prog, args, prefix or f"{speak('help-usage')} ")

    def write_heading(self, heading: str) -> None:
        """Write the heading of a section."""
        name = _SECTIONS.get(heading)
        super().write_heading(speak(name) if name else heading)


class _Context(click.Context):
    formatter_class = _Formatter


class ExistingPath(click.Path):
    """A path on the command line that has to be there: a folder if it `is_folder`, or a file."""

    def __init__(self, *, is_folder: bool) -> None:
        """Accept folders or files only."""
        super().__init__(path_type=Path)
        self.is_folder = is_folder

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path. Raises `click.BadParameter` if it is not there or of another kind."""
        path = Path(value)
        if not path.exists():
            self.fail(speak("path-missing", path=str(value)), param, ctx)
        if path.is_dir() != self.is_folder:
            name = "path-not-folder" if self.is_folder else "path-not-file"
            self.fail(speak(name, path=str(value)), param, ctx)
        return super().convert(value, param, ctx)


def give_help(command: click.Command, name: str) -> click.Command:
    """Give `command` its help in the language of the messages; return it."""
    command.context_class = _Context
    key = f"help-{name}"
    command.help = speak(key)
    command.short_help = command.help.partition("\n")[0]
    if not any(param.name == "help" for param in command.params):
        click.help_option("-h", "--help")(command)
    for param in command.params:
        if isinstance(param, click.Option):
            option = str(param.name).replace("_", "-")
            param.help = speak("help-help" if option == "help" else f"{key}-{option}")
    return command


@contextmanager
def reword_usage() -> Iterator[None]:
    """Raise `UsageFault` in place of an error of Click about a call."""
    try:
        yield
    except click.exceptions.NoArgsIsHelpError:
        raise
    except click.UsageError as error:
        raise UsageFault(explain_usage(error)) from None


def explain_usage(error: click.UsageError) -> str:
    """Return what is wrong with a call, below the line of usage and with a hint at the help."""
    what = _describe(error)
    if error.ctx is None:
        return what
    hint = speak("usage-help", command=f"{error.ctx.command_path} --help")
    return f"{error.ctx.get_usage()}\n{what}{'' if what.endswith('?') else '.'}\n{hint}"


def _describe(error: click.UsageError) -> str:
    """Return what is wrong, by the class of Click's error."""
    match error:
        case click.NoSuchOption():
            return _suggest("usage-no-option", error.option_name, error.possibilities or ())
        case click.exceptions.NoSuchCommand():
            names = _list_commands(error.ctx)
            alike = get_close_matches(error.command_name, names)
            return _suggest("usage-no-command", error.command_name, alike)
        case click.MissingParameter():
            return speak("usage-missing", name=_name(error))
        case click.BadParameter(param=click.Parameter(type=click.Choice(choices=choices))):
            return speak("usage-choice", name=_name(error), values=tuple(map(str, choices)))
        case click.BadParameter():
            return speak("usage-value", name=_name(error), reason=error.message)
        case click.BadOptionUsage():
            return speak("usage-option-value", name=error.option_name)
    # The only other error of Click's own that our commands can meet.
    return speak("usage-too-many")


def _list_commands(context: click.Context | None) -> list[str]:
    if context is None or not isinstance(context.command, click.Group):
        return []
    return context.command.list_commands(context)


def _suggest(message_id: str, name: str, alike: Sequence[str]) -> str:
    hint = say("did-you-mean", value=alike[0]) if alike else None
    return say(message_id, name=name).then(hint).render(terminal_language())


def _name(error: click.BadParameter) -> str:
    """Return what the command line calls the argument or option at fault."""
    param = error.param
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    if param is None or param.name is None:
        return ""
    return param.metavar.split()[0] if param.metavar else param.name.upper()
