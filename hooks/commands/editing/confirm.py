"""`confirm`: record that the English of some texts says what their French says now."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from textwrap import indent

import click

from commands.group import read_register
from commands.speech import CommandError, UsageFault
from register.messages import say, speak, terminal_language
from register.model import LANGUAGES, Initiative


@click.command
@click.argument("names", nargs=-1)
@click.option("--forget", "gone", multiple=True)
@click.pass_obj
def command(project: Path, names: tuple[str, ...], gone: tuple[str, ...]) -> None:
    """Confirm that translations say what the French says."""
    from register.editing.review_texts import list_review_texts
    from register.editing.translation_status import (
        FILE,
        confirm,
        forget,
        read_confirmed,
        write_confirmed,
    )

    if not names and not gone:
        raise UsageFault(click.get_current_context().get_help())
    entries = read_register(project).initiatives
    path = project / "data" / FILE
    before = read_confirmed(path.read_text(encoding="utf-8")) if path.exists() else {}
    fields = {f"{entry.id}.{each.field}" for entry in entries for each in list_review_texts(entry)}
    present = {entry.id for entry in entries}
    _check(names, present | fields | {"all"})
    _check(gone, {key.partition(".")[0] for key in before} - present)
    after = confirm(entries, before, names)
    for entry_id in gone:
        after = forget(after, entry_id)
    changed = [key for key, pairs in after.items() if before.get(key) != pairs]
    for text in _show_texts(entries, changed):
        click.echo(text)
    path.write_text(write_confirmed(after), encoding="utf-8", newline="\n")
    count = speak("fields-confirmed", count=len(changed))
    click.echo(f"data/{FILE}: {count}.")


def _check(names: Sequence[str], known: set[str]) -> None:
    """Raise `CommandError` if one of the `names` is not `known`."""
    from register.checking.suggestions import hint

    for name in names:
        if name not in known:
            message = say("unknown-value", value=name, kind=say("kind-confirmable"))
            message = message.then(hint(name, sorted(known)))
            raise CommandError(message.render(terminal_language()))


def _show_texts(entries: Sequence[Initiative], keys: Sequence[str]) -> Iterator[str]:
    """Yield each of the texts of the fields `keys`, in both languages."""
    from register.editing.review_texts import list_review_texts

    for entry in entries:
        for each in list_review_texts(entry):
            if (key := f"{entry.id}.{each.field}") in keys:
                both = "\n".join(f"{language}: {each.text[language]}" for language in LANGUAGES)
                yield f"{key}\n{indent(both, '    ')}\n"
