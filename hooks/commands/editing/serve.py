"""`serve`: the preview of editors."""

import os
from importlib import import_module
from pathlib import Path

import click

from build.generator import GENERATOR
from commands.speech import CommandError
from register.messages import speak


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("options", nargs=-1, type=click.UNPROCESSED)
@click.pass_obj
def command(project: Path, options: tuple[str, ...]) -> None:
    """Preview the site; `options` are handed on to the generator."""
    # In this process, so that Ctrl+C has only one process to end.
    cli = import_module(f"{GENERATOR}.__main__").cli
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    try:
        # Keep the working directory: a restart for changed code runs the same command line.
        settings = str(project / "mkdocs.yml")
        cli.main(["serve", "--config-file", settings, *options], prog_name="python hooks")
    except OSError as error:
        # For instance a port in use, or an unknown host.
        raise CommandError(speak("preview-not-served", reason=str(error))) from None
