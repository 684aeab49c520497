"""`schema`: the schemas of the data files in data/schema/, for editors' programs."""

import json
from pathlib import Path

import click

from commands.group import read_register
from register.messages import speak
from register.register import Register


@click.command
@click.pass_obj
def command(project: Path) -> None:
    """Write the schemas by which programs complete fields."""
    folder = project / "data" / "schema"
    files = make_schema_files(read_register(project, needs_words=False))
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            click.echo(speak("file-written", file=f"data/schema/{name}"))


def make_schema_files(register: Register) -> dict[str, str]:
    """Return the text of each schema by its file name."""
    from register.editing.json_schema import make_editor_schemas

    return {
        name: json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in make_editor_schemas(register).items()
    }
