"""Read a YAML text into plain frozen values: fast if it is plain, otherwise with care.

The text is a whole data file or an entry of a list. What was read lately is remembered by its text,
so that after a save only what changed is read again.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import yaml

from register.checking.problems import Problem
from register.messages import say
from register.reading.parsed_text import ParsedText
from register.reading.size_limits import Loader, check_limits
from register.reading.text_files import check_encoding, find_cut_texts
from register.reading.yaml_errors import explain_syntax
from register.reading.yaml_nodes import Constructor
from register.reading.yaml_values import UnusualError, read_plain

# Texts remembered: a register of 4,100 entries, and as many edits.
REMEMBERED = 8192
# Whatever takes the place of the dash before it.
_ID = re.compile(r"^[^\w\n]*id: *[\"']?([\w-]+)", re.MULTILINE)


@lru_cache(maxsize=REMEMBERED)
def parse_text(text: str) -> ParsedText:
    """Return the values of the YAML `text`, lists as tuples, and what is wrong with it."""
    try:
        values = read_plain(text)
    except (UnusualError, yaml.YAMLError):
        return parse_carefully(text)
    return ParsedText(
        text=text, values=values, problems=(*check_encoding(text), *find_cut_texts(text))
    )


def parse_carefully(text: str) -> ParsedText:
    """Read `text` as `parse_text` does, by its nodes, and report what is unusual in it."""
    encoding = (*check_encoding(text), *find_cut_texts(text))
    if excess := tuple(check_limits(text)):
        return ParsedText(text=text, is_read=False, is_whole=False, problems=(*encoding, *excess))
    try:
        hidden = tuple(_find_hidden(text))
        root = None if hidden else yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as error:
        # A line break that nobody sees is the cause of what follows it.
        is_explained = any(each.message.id == "unseen-line-break" for each in encoding)
        return _unread(text, encoding if is_explained else (*encoding, explain_syntax(error, text)))
    if hidden:
        return _unread(text, (*encoding, *hidden))
    if root is None:
        empty = Problem(message=say("file-only-comments" if text.strip() else "file-empty"))
        return ParsedText(text=text, is_read=False, problems=(*encoding, empty))
    constructor = Constructor()
    values = constructor.construct(root)
    return ParsedText(
        text=text,
        values=values,
        problems=(*encoding, *constructor.problems),
        lost_ids=tuple(constructor.lost_ids),
    )


def _unread(text: str, problems: tuple[Problem, ...]) -> ParsedText:
    lost = tuple(_ID.findall(text))
    return ParsedText(text=text, is_read=False, is_whole=False, problems=problems, lost_ids=lost)


def _find_hidden(source: str) -> Iterator[Problem]:
    """Yield where YAML takes a part of a text for something else, and leaves it out unseen.

    Names for references are how a small file becomes an endless one, too. Raises `yaml.YAMLError`
    where the text is not YAML.
    """
    lines = source.split("\n")
    event: Any
    for event in yaml.parse(source, Loader=Loader):
        if getattr(event, "anchor", None) and not isinstance(event, yaml.AliasEvent):
            yield Problem.at(event.start_mark, say("yaml-anchor"))
        elif isinstance(event, yaml.ScalarEvent) and not event.style:
            mark: Any = event.end_mark
            after = lines[mark.line][mark.column :] if mark.line < len(lines) else ""
            if re.match(r" #[^\s#]", after):
                yield Problem(
                    line=mark.line + 1, column=mark.column + 2, message=say("yaml-comment")
                )
