"""How large and how deep a data file may be: a mistake must not cost the machine its memory."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from register.checking.problems import Problem, place_at
from register.messages import say

# A register of 4,100 entries has some 14 million.
MAX_BYTES = 100_000_000
# The register's own fields go 6 deep; the parser would fall over at some ten thousand.
MAX_DEPTH = 50
# A paragraph of the register is on one line and has some thousand characters.
MAX_LINE = 100_000
_LONG_LINE = re.compile(rf"^[^\r\n]{{{MAX_LINE}}}.", re.MULTILINE)
_TOO_DEEP = say("nested-too-deep", limit=MAX_DEPTH)
# libyaml is many times faster; PyYAML has it in all its wheels, but a build from source may not.
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def check_limits(source: str) -> Iterator[Problem]:
    """Yield a problem where the YAML text `source` is longer or deeper than any field is."""
    long = find_long_line(source)
    # The beginning of an absurd file is enough.
    deep = next(_check_depth(source[: long.end()] if long else source), None)
    if deep:
        yield deep
    elif long:
        line, _ = place_at(source, long.start())
        yield Problem(line=line, message=say("line-too-long", limit=MAX_LINE // 1000))


def find_long_line(source: str) -> re.Match[str] | None:
    """Return the beginning of the first line of `source` that is too long."""
    return _LONG_LINE.search(source) if len(source) > MAX_LINE else None


def _check_depth(source: str) -> Iterator[Problem]:
    depth = 0
    try:
        for event in yaml.parse(source, Loader=Loader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > MAX_DEPTH:
                yield Problem.at(event.start_mark, _TOO_DEEP)
                return
    except yaml.YAMLError as error:
        # libyaml from 0.2.6 on refuses a thousand brackets before it hands over the first.
        mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
        if mark and "nesting depth" in str(error):
            yield Problem.at(mark, _TOO_DEEP)
        # All else is reported by what reads the file.
