"""`confirm`: note that the English of some texts says what their French says now."""

from pathlib import Path

import click

from commands.group import CommandError, read_register


@click.command
@click.argument("names", nargs=-1, required=True)
@click.pass_obj
def command(project: Path, names: tuple[str, ...]) -> None:
    """Confirm that translations say what the French says.

    Writes data/translations.yaml. NAMES are ids of entries (cen), fields of one (cen.objective), or
    `all`.
    """
    from register.checking.suggestions import explain_unknown
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
            # Too many fields to list them all.
            hint = explain_unknown(name, sorted(known), "an entry or a field with texts")
            raise CommandError(hint.partition(" Allowed:")[0])
    path = project / "data" / FILE
    before = read_confirmed(path.read_text(encoding="utf-8")) if path.exists() else {}
    after = confirm(entries, before, names)
    path.write_text(write_confirmed(after), encoding="utf-8", newline="\n")
    changed = sum(before.get(key) != pairs for key, pairs in after.items())
    click.echo(f"data/{FILE}: {changed} field{'' if changed == 1 else 's'} confirmed.")
