"""Run a command of the project as its one entry does, within this process."""

from click.testing import CliRunner, Result

from commands.group import group


def run_command(*arguments: str) -> Result:
    """Run `python hooks` with the `arguments`; return its status and what it said."""
    result = CliRunner().invoke(group, arguments)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result
