"""`confirm`: record that the English of some texts says what their French says now."""

from pathlib import Path

import click

from commands.group import CommandError, read_register
from register.messages import say, terminal_language


@click.command
@click.argument("names", nargs=-1, required=True)
@click.pass_obj
def command(project: Path, names: tuple[str, ...]) -> None:
    """Confirm that translations say what the French says.

    Writes data/translations.yaml. NAMES are ids of entries (cen), fields of one (cen.objective), or
    `all`.
    """
    from register.checking.suggestions import hint
    from register.editing.translation_status import (
        FILE,
        confirm,
        list_texts,
        read_confirmed,
        write_confirmed,
    )

    entries = read_register(project).initiatives
    fields = {f"{entry.id}.{field}" for entry in entries for field, _ in list_texts(entry)}
    known = {entry.id for entry in entries} | fields | {"all"}
    for name in names:
        if name not in known:
            message = say("unknown-value", value=name, kind=say("kind-confirmable"))
            message = message.then(hint(name, sorted(known)))
            raise CommandError(message.render(terminal_language()))
    path = project / "data" / FILE
    before = read_confirmed(path.read_text(encoding="utf-8")) if path.exists() else {}
    after = confirm(entries, before, names)
    path.write_text(write_confirmed(after), encoding="utf-8", newline="\n")
    changed = sum(before.get(key) != pairs for key, pairs in after.items())
    click.echo(f"data/{FILE}: {changed} field{'' if changed == 1 else 's'} confirmed.")
