"""`links`: try the addresses outside the site. It needs a network, so no build runs it."""

import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import click

from commands.group import read_register
from register.register import Register

SECONDS = 20


@click.command
@click.option("--list", "only_list", is_flag=True)
@click.pass_obj
def command(project: Path, only_list: bool) -> None:
    """Try the addresses that the register names."""
    failures = 0
    for url, origin in list_links(read_register(project)):
        problem = "" if only_list else try_link(url)
        failures += bool(problem)
        click.echo(f"{url}  ({origin}){': ' + problem if problem else ''}")
    if failures:
        raise SystemExit(1)


def list_links(register: Register) -> Iterator[tuple[str, str]]:
    """Yield each address with what names it."""
    publication = register.publication
    yield publication.text_licence.url, "data/publication.yaml"
    yield publication.code_licence.url, "data/publication.yaml"
    for entry in register.initiatives:
        for link in entry.links:
            yield link.url, entry.id


def try_link(url: str) -> str:
    """Return "" if `url` answers well, otherwise what went wrong."""
    request = urllib.request.Request(url, headers={"User-Agent": "register-link-check"})
    try:
        with urllib.request.urlopen(request, timeout=SECONDS):
            return ""
    except (urllib.error.URLError, TimeoutError, OSError) as error:
        return str(error)
