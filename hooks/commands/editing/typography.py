"""`typography`: what can be set in the `fr:` and `en:` texts without an editor, set in place."""

from collections.abc import Iterator
from pathlib import Path

import click
import yaml

from commands.speech import CommandError, ExistingPath
from register.checking.problems import Problem, quote_lines, show_problems
from register.checking.texts.typesetting import set_text
from register.messages import speak, terminal_language
from register.model import LANGUAGES, Language
from register.reading.list_document import read_yaml
from register.reading.text_files import decode


@click.command
@click.argument("files", nargs=-1, type=ExistingPath(is_folder=False))
@click.pass_obj
def command(project: Path, files: tuple[Path, ...]) -> None:
    """Set apostrophes, quotation marks and spaces in the data, or in some `files`."""
    faults = []
    # Not a glob of the shell: that of Windows does not expand `*`.
    for path in files or sorted((project / "data").glob("*.yaml")):
        inside = path.is_relative_to(project)
        name = (path.relative_to(project) if inside else path).as_posix()
        source = decode(path.read_bytes(), name)
        if not isinstance(source, str):
            faults.append(source.show(terminal_language()))
        elif problems := find_faults(source, name):
            faults.append(
                show_problems(quote_lines(problems, {path.name: source}), terminal_language())
            )
        elif (result := set_source(source)) != source:
            path.write_text(result, encoding="utf-8", newline="")
            click.echo(speak("typography-set", file=name))
    if faults:
        raise CommandError("\n".join(faults))


def find_texts(
    node: yaml.Node, language: Language | None = None
) -> Iterator[tuple[yaml.ScalarNode, Language]]:
    """Yield every text below a `fr` or `en` key of `node`, with its language."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            below = next((each for each in LANGUAGES if each == key.value), language)
            yield from find_texts(value, below)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from find_texts(value, language)
    elif isinstance(node, yaml.ScalarNode) and language:
        yield node, language


def find_faults(source: str, path: str) -> tuple[Problem, ...]:
    """Return the problems for which the texts in the YAML text `source` cannot be found."""
    document = read_yaml(source, path)
    return () if document.parsed.is_whole else document.problems


def set_source(source: str) -> str:
    """Return the YAML text `source` with its texts set."""
    root = yaml.compose(source, Loader=yaml.SafeLoader)
    pieces: list[str] = []
    end = 0
    for node, language in find_texts(root) if root else ():
        raw = source[node.start_mark.index : node.end_mark.index]
        if raw.startswith("'"):
            raw = "'" + set_text(raw[1:-1].replace("''", "’"), language) + "'"
        elif raw.startswith(("|", ">")):
            head, newline, body = raw.partition("\n")
            raw = head + newline + set_text(body, language)
        elif raw.startswith('"'):
            raw = '"' + set_text(raw[1:-1], language) + '"'
        else:
            raw = set_text(raw, language)
        pieces += [source[end : node.start_mark.index], raw]
        end = node.end_mark.index
    return "".join([*pieces, source[end:]])
