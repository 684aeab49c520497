"""`new`: begin an entry, as a draft that only the preview shows."""

import re
from pathlib import Path

import click

from commands.group import CommandError, read_register
from register.data_files import INITIATIVES
from register.field_types import SLUG_PATTERN
from register.register import Register

PLACEHOLDER = "new-entry"


@click.command
@click.argument("entry_id", metavar="[ID]", default="")
@click.pass_obj
def command(project: Path, entry_id: str) -> None:
    """Begin an entry: with an ID, add it to the register.

    Without one, print an entry to fill in and change nothing. It is a draft: its texts may be
    written later, and only the preview shows it.
    """
    from register.editing.new_entry import make_entry

    register = read_register(project)
    if not entry_id:
        click.echo(make_entry(register, PLACEHOLDER), nl=False)
        return
    if fault := find_fault(entry_id, register):
        raise CommandError(fault)
    line = add_entry(project / "data" / INITIATIVES, make_entry(register, entry_id))
    click.echo(f"data/{INITIATIVES}:{line}: a draft to fill in; only the preview shows it")


def find_fault(entry_id: str, register: Register) -> str:
    """Return why `entry_id` cannot be the id of a new entry, empty if it can."""
    from register.checking.suggestions import to_slug

    if not re.fullmatch(SLUG_PATTERN, entry_id) or len(entry_id) > 60:
        return (
            f'"{entry_id}" cannot be an id: lower-case letters without accents, digits and single '
            f'hyphens, at most 60 characters. Perhaps "{to_slug(entry_id)[:60]}"?'
        )
    for entry in register.initiatives:
        if entry_id == entry.id or entry_id in entry.former_ids:
            return f'the id "{entry_id}" is already taken, at line {register.lines[entry.id]}'
    return ""


def add_entry(path: Path, text: str) -> int:
    """Add the entry `text` at the end of the file `path`; return the line where it begins."""
    source = path.read_text(encoding="utf-8").rstrip()
    # An empty register is an empty list in brackets.
    source = re.sub(r"^\[\s*\]\Z", "", source, flags=re.MULTILINE).rstrip() + "\n\n"
    path.write_text(source + text, encoding="utf-8", newline="\n")
    return source.count("\n") + 1
