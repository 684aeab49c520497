"""Read YAML into plain frozen values: fast if it is plain, and else with an eye for every slip."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import yaml

from register.checking.problems import Problem
from register.reading.document import Document, FieldPath, PatchedDocument, compose
from register.reading.size_limits import Loader, check_limits
from register.reading.yaml_errors import explain_syntax
from register.reading.yaml_nodes import Constructor
from register.reading.yaml_values import MAYBE_COMMENT, UnusualError, read_plain

__all__ = ["Document", "FieldPath", "read_by_nodes", "read_yaml"]

# Where an anchor may stand; whether one does, the parser says. A pattern that begins with what is
# written is found fastest.
_MAYBE_ANCHOR = re.compile(r"&(?<![^\s\[{,]&)[^\s&]")
# At the margin of a list only a new item can begin so, and at that of a table only a new field.
_ITEM = re.compile(r"^(?=-(?: |$))", re.MULTILINE)
_FIELD = re.compile(r"^(?=[\w\"'])", re.MULTILINE)
# Whatever stands for the dash before it.
_ID = re.compile(r"^[^\w\n]*id: *[\"']?([\w-]+)", re.MULTILINE)


def read_yaml(source: str, path: str) -> Document:
    """Read the YAML text `source` of the file named `path`; what is wrong is in `problems`.

    Lists come out as tuples, so that the values are as frozen as the types made of them.
    """
    try:
        values = read_plain(source)
    except (UnusualError, yaml.YAMLError):
        return read_by_nodes(source, path)
    return Document(path=path, source=source, values=values, is_read=True)


def read_by_nodes(source: str, path: str) -> Document:
    """Read `source` as `read_yaml` does, and tell of what is unusual in it.

    Of a file that is no YAML, the parts at its margin are read one by one, so that a slip in one
    entry does not hide those in others.
    """
    if excess := tuple(check_limits(source, path)):
        return Document(path=path, source=source, problems=excess, is_whole=False)
    try:
        document = _read_nodes(source, path)
    except yaml.YAMLError as error:
        return _read_parts(source, path) or _tell(source, path, explain_syntax(error, source, path))
    return document if document.is_whole else _read_parts(source, path) or document


def _read_part(source: str, path: str, before: int) -> Document:
    """Read `source`, which has `before` lines before it in its file."""
    try:
        return Document(path=path, source=source, values=read_plain(source), is_read=True)
    except (UnusualError, yaml.YAMLError):
        pass
    try:
        return _read_nodes(source, path, before)
    except yaml.YAMLError as error:
        return _tell(source, path, explain_syntax(error, source, path, before))


def _tell(source: str, path: str, *problems: Problem) -> Document:
    """Return the document of a text that cannot be read for `problems`."""
    lost = tuple(_ID.findall(source))
    return Document(path=path, source=source, problems=problems, is_whole=False, lost_ids=lost)


def _read_nodes(source: str, path: str, before: int = 0) -> Document:
    """Read `source` by its nodes; raises `yaml.YAMLError` where it is no YAML."""
    if hidden := tuple(_find_hidden(source, path)):
        return _tell(source, path, *hidden)
    root = compose(source)
    if root is None:
        what = "holds nothing but comments" if source.strip() else "is empty"
        return Document(
            path=path, source=source, problems=(Problem(path=path, message=f"the file {what}"),)
        )
    constructor = Constructor(path, before)
    return Document(
        path=path,
        source=source,
        values=constructor.construct(root),
        is_read=True,
        problems=tuple(constructor.problems),
        lost_ids=tuple(constructor.lost_ids),
    )


def _find_hidden(source: str, path: str) -> Iterator[Problem]:
    """Yield where YAML takes a part of a text for something else, and leaves it out unseen.

    Names for references are how a small file becomes an endless one, too.
    """
    if not _MAYBE_ANCHOR.search(source) and not MAYBE_COMMENT.search(source):
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
        part = _read_part(text, path, before)
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
        is_read=True,
        problems=tuple(problems),
        source=source,
        is_whole=False,
        lost_ids=lost,
        lines=tuple(lines),
        parts=tuple(sound),
    )
