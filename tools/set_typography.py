"""Set apostrophes and French spaces in the `fr:` and `en:` texts of YAML files, in place.

Usage: python tools/set_typography.py data/*.yaml

Only the characters of those texts change: comments, layout and the names as printed stay.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "hooks"))

from register.checking.characters import decode
from register.checking.problems import Problem, quote_lines, show_problems
from register.checking.typography import SETTERS
from register.reading.reader import read_yaml


def find_texts(node: yaml.Node, language: str = "") -> Iterator[tuple[yaml.ScalarNode, str]]:
    """Yield every text below a `fr` or `en` key of `node`, with its language."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            below = key.value if key.value in SETTERS else language
            yield from find_texts(value, below)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from find_texts(value, language)
    elif isinstance(node, yaml.ScalarNode) and language:
        yield node, language


def find_slips(source: str, path: str) -> tuple[Problem, ...]:
    """Return why the texts in the YAML text `source` cannot be found, if they cannot."""
    document = read_yaml(source, path)
    return () if document.is_whole else document.problems


def set_source(source: str) -> str:
    """Return the YAML text `source` with its texts set."""
    root = yaml.compose(source, Loader=yaml.SafeLoader)
    pieces: list[str] = []
    end = 0
    for node, language in find_texts(root) if root else ():
        raw = source[node.start_mark.index : node.end_mark.index]
        if raw.startswith("'"):
            raw = "'" + SETTERS[language](raw[1:-1].replace("''", "’")) + "'"
        elif raw.startswith(("|", ">")):
            head, newline, body = raw.partition("\n")
            raw = head + newline + SETTERS[language](body)
        else:
            raw = SETTERS[language](raw)
        pieces += [source[end : node.start_mark.index], raw]
        end = node.end_mark.index
    return "".join([*pieces, source[end:]])


def main(arguments: list[str]) -> int:
    """Rewrite each file named in `arguments`, where its typography asks for it.

    What cannot be read is left alone and told; return the exit status.
    """
    status = 0
    for path in map(Path, arguments):
        source = decode(path.read_bytes(), str(path))
        if isinstance(source, str) and (problems := find_slips(source, str(path))):
            print(show_problems(quote_lines(problems, {path.name: source})), file=sys.stderr)
            status = 1
        elif not isinstance(source, str):
            print(source.show(), file=sys.stderr)
            status = 1
        elif (result := set_source(source)) != source:
            path.write_text(result, encoding="utf-8", newline="")
            print(f"{path}: typography set")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
