"""`new`: begin an entry, as a draft that only the preview shows."""

import re
from dataclasses import replace
from pathlib import Path

import click

from commands.group import read_register
from commands.speech import CommandError
from register.data_files import INITIATIVES
from register.field_types import SLUG_PATTERN
from register.messages import Message, say, speak, terminal_language
from register.register import Register

PLACEHOLDER = "new-entry"
_LONGEST = 60
_CATEGORY = re.compile(r"^  category: .*$", re.MULTILINE)


@click.command
@click.argument("entry_id", metavar="[ID]", default="")
@click.pass_obj
def command(project: Path, entry_id: str) -> None:
    """Add a draft with an id, or print an entry to fill in."""
    from register.editing.new_entry import make_entry

    if not entry_id:
        click.echo(make_entry(read_register(project), PLACEHOLDER), nl=False)
        return
    register = _read_for(project, entry_id)
    if fault := find_fault(entry_id, register):
        raise CommandError(fault.render(terminal_language()))
    line = add_entry(project / "data" / INITIATIVES, make_entry(register, entry_id))
    added = speak("draft-added")
    click.echo(f"data/{INITIATIVES}:{line}: {added}")


def _read_for(project: Path, entry_id: str) -> Register:
    """Return the register to which the entry `entry_id` is to be added.

    That the entry is named already, by a dated list for instance, and is not there yet is no
    problem. Raises `CommandError` if there is any other.
    """
    from register.checking.problems import RegisterError
    from register.load import build_register
    from register.reading.text_files import read_folder

    sources, problems = read_folder(project / "data")
    if re.fullmatch(SLUG_PATTERN, entry_id) and INITIATIVES in sources:
        # In an empty list in brackets nothing can follow, but nothing can name the entry either.
        category = _CATEGORY.search(sources[INITIATIVES])
        draft = f"\n\n- id: {entry_id}\n  draft: true\n{category.group() if category else ''}\n"
        with_draft = {**sources, INITIATIVES: sources[INITIATIVES].rstrip() + draft}
        try:
            register = build_register(with_draft, "data", problems, include_drafts=True)
        except RegisterError:
            # What is wrong is reported of the register as it is.
            return read_register(project)
        others = tuple(entry for entry in register.initiatives if entry.id != entry_id)
        return replace(register, initiatives=others)
    return read_register(project)


def find_fault(entry_id: str, register: Register) -> Message | None:
    """Return why `entry_id` cannot be the id of a new entry, None if it can."""
    from register.checking.suggestions import to_slug

    if len(entry_id) > _LONGEST:
        return say("text-too-long", limit=_LONGEST)
    if not re.fullmatch(SLUG_PATTERN, entry_id):
        message = say("not-of-form", value=f'"{entry_id}"', form=say("form-id"))
        return message.then(say("did-you-mean", value=to_slug(entry_id)))
    for entry in register.initiatives:
        if entry_id == entry.id or entry_id in entry.former_ids:
            taken = say("id-taken", id=entry_id, owner=entry.id)
            return taken.then(say("see-line", line=register.lines[entry.id]))
    return None


def add_entry(path: Path, text: str) -> int:
    """Add the entry `text` at the end of the file `path`; return the line where it begins."""
    source = path.read_text(encoding="utf-8").rstrip()
    # An empty register is an empty list in brackets.
    source = re.sub(r"^\[\s*\]\Z", "", source, flags=re.MULTILINE).rstrip() + "\n\n"
    path.write_text(source + text, encoding="utf-8", newline="\n")
    return source.count("\n") + 1
