"""Read YAML into plain frozen values, keeping where each of them stands."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import yaml

from register.construct import Constructor
from register.document import Document, FieldPath, PatchedDocument
from register.limits import Loader, check_limits
from register.problems import Problem
from register.syntax import explain_syntax

__all__ = ["Document", "FieldPath", "read_yaml"]

# Where an anchor may stand, and a comment without a space; whether one does, the parser says. Each
# begins with what the machine finds fastest.
_MAYBE_ANCHOR = re.compile(r"&(?<![^\s\[{,]&)[^\s&]")
_MAYBE_COMMENT = re.compile(r" #[^\s#]")
# At the margin of a list only a new item can begin so, and at that of a table only a new field.
_ITEM = re.compile(r"^(?=-(?: |$))", re.MULTILINE)
_FIELD = re.compile(r"^(?=[\w\"'])", re.MULTILINE)
_ID = re.compile(r"^-? *id: *[\"']?([\w-]+)", re.MULTILINE)


def read_yaml(source: str, path: str) -> Document:
    """Read the YAML text `source` of the file named `path`; what is wrong is in `problems`.

    Of a file that is no YAML, the parts at its margin are read one by one, so that a slip in one
    entry does not hide those in others.
    """
    if excess := tuple(check_limits(source, path)):
        return Document(path=path, source=source, problems=excess, is_whole=False)
    document = _read_whole(source, path)
    return document if document.is_whole else _read_parts(source, path) or document


def _read_whole(source: str, path: str, before: int = 0) -> Document:
    """Read `source`, which has `before` lines before it in its file."""

    def broken(*problems: Problem) -> Document:
        lost = tuple(_ID.findall(source))
        return Document(path=path, source=source, problems=problems, is_whole=False, lost_ids=lost)

    loader = None
    try:
        if hidden := tuple(_find_hidden(source, path)):
            return broken(*hidden)
        loader = Loader(source)
        root = loader.get_single_node()
    except yaml.YAMLError as error:
        return broken(explain_syntax(error, source, path, before))
    finally:
        if loader is not None:
            loader.dispose()
    if root is None:
        what = "holds nothing but comments" if source.strip() else "is empty"
        return Document(path=path, problems=(Problem(path=path, message=f"the file {what}"),))
    constructor = Constructor(path, before)
    values = constructor.construct(root)
    return Document(
        path=path,
        values=values,
        root=root,
        problems=tuple(constructor.problems),
        source=source,
        lost_ids=tuple(constructor.lost_ids),
    )


def _find_hidden(source: str, path: str) -> Iterator[Problem]:
    """Yield where YAML takes a part of a text for something else, and leaves it out unseen.

    Names for references are how a small file becomes an endless one, too.
    """
    if not _MAYBE_ANCHOR.search(source) and not _MAYBE_COMMENT.search(source):
        return
    lines = source.split("\n")
    for event in yaml.parse(source, Loader=Loader):
        ahead = 1
        if getattr(event, "anchor", None) and not isinstance(event, yaml.AliasEvent):
            mark = event.start_mark
            message = (
                "YAML reads what begins with & as a name for a reference: put a text in quotes, "
                "and write a value out wherever it is needed"
            )
        elif isinstance(event, yaml.ScalarEvent) and not event.style:
            mark = event.end_mark
            line = lines[mark.line] if mark is not None and mark.line < len(lines) else ""
            if mark is None or not re.match(r" #[^\s#]", line[mark.column :]):
                continue
            ahead = 2
            message = (
                "what follows # is a comment and is left out: put the text in quotes, or a space "
                "after the # of a comment"
            )
        else:
            continue
        if mark is not None:
            column = mark.column + ahead
            yield Problem(path=path, line=mark.line + 1, column=column, message=message)


def _read_parts(source: str, path: str) -> Document | None:
    """Return what can be read of `source`, which is no YAML as a whole, and all its slips.

    None, if they cannot be told part by part.
    """
    is_list = _ITEM.search(source) is not None
    head, *texts = (_ITEM if is_list else _FIELD).split(source)
    if any(line.strip() and not line.startswith("#") for line in head.split("\n")):
        return None
    sound: list[Document] = []
    lines: list[int] = []
    problems: list[Problem] = []
    lost: tuple[str, ...] = ()
    before = head.count("\n")
    for text in texts:
        part = _read_whole(text, path, before)
        problems += (replace(each, line=each.line + before) for each in part.problems)
        lost += part.lost_ids
        if part.is_whole and isinstance(part.values, tuple) and len(part.values) == 1:
            sound.append(part)
            lines.append(before)
        before += text.count("\n")
    if not problems:
        return None
    if not is_list:
        # Without the fields that are lost, the rest of a table means nothing.
        return Document(path=path, source=source, problems=tuple(problems), is_whole=False)
    values: tuple[Any, ...] = tuple(part.values[0] for part in sound)
    return PatchedDocument(
        path=path,
        values=values,
        root=yaml.SequenceNode("tag:yaml.org,2002:seq", []),
        problems=tuple(problems),
        source=source,
        is_whole=False,
        lost_ids=lost,
        lines=tuple(lines),
        parts=tuple(sound),
    )
