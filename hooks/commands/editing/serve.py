"""`serve`: the preview of editors."""

import os
from importlib import import_module
from pathlib import Path

import click

from build.generator import GENERATOR
from commands.group import CommandError


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("options", nargs=-1, type=click.UNPROCESSED)
@click.pass_obj
def command(project: Path, options: tuple[str, ...]) -> None:
    """Preview the site while editing.

    It is at http://127.0.0.1:8000/ and shows each change as soon as it is saved.

    OPTIONS are handed on to `mkdocs serve`, for instance `--open` or `--dev-addr 127.0.0.1:8100`.
    """
    # In this process, so that Ctrl+C has only one process to end.
    cli = import_module(f"{GENERATOR}.__main__").cli
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    try:
        # Keep the working directory: a restart for changed code runs the same command line.
        settings = str(project / "mkdocs.yml")
        cli.main(["serve", "--config-file", settings, *options], prog_name="python hooks")
    except OSError as error:
        # For instance a port in use, or an unknown host.
        raise CommandError(f"The preview cannot be served: {error}") from None
