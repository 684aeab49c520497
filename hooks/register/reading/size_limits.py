"""How large and how deep a data file may be: a mistake must not cost the machine its memory."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from register.checking.problems import Problem
from register.messages import say

# A register of 4,100 entries has some 14 million.
MAX_BYTES = 100_000_000
# The register's own fields go 6 deep; the parser would fall over at some ten thousand.
MAX_DEPTH = 50
# A paragraph of the register is on one line and has some thousand characters.
MAX_LINE = 100_000
_LONG_LINE = re.compile(rf"^[^\r\n]{{{MAX_LINE}}}.", re.MULTILINE)
_MAYBE_DEEP = re.compile(r"^ {200}|(?:[\[{?-] ?){50}", re.MULTILINE)
# libyaml is many times faster; PyYAML has it in all its wheels, but a build from source may not.
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def check_limits(source: str) -> Iterator[Problem]:
    """Yield a problem where the YAML text `source` is longer or deeper than any field is."""
    long = _find_long_line(source)
    # The beginning of an absurd file is enough.
    deep = next(_check_depth(source[: long.end()] if long else source), None)
    if deep:
        yield deep
    elif long:
        line = source.count("\n", 0, long.start()) + 1
        message = say("line-too-long", limit=MAX_LINE // 1000)
        yield Problem(line=line, message=message)


def has_long_line(source: str) -> bool:
    """Return whether a line of `source` is too long."""
    return _find_long_line(source) is not None


def _find_long_line(source: str) -> re.Match[str] | None:
    return _LONG_LINE.search(source) if len(source) > MAX_LINE else None


def _check_depth(source: str) -> Iterator[Problem]:
    if not _MAYBE_DEEP.search(source) and not _has_deep_brackets(source):
        return
    depth = 0
    loader = Loader(source)
    try:
        while loader.check_event():
            event = loader.get_event()
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > MAX_DEPTH:
                yield _report_depth(event.start_mark)
                return
    except yaml.YAMLError as error:
        # libyaml from 0.2.6 on refuses a thousand brackets before it hands over the first.
        mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
        if mark and "nesting depth" in str(error):
            yield _report_depth(mark)
        # All else is reported by what reads the file.
    finally:
        loader.dispose()


def _report_depth(mark: yaml.Mark) -> Problem:
    message = say("nested-too-deep", limit=MAX_DEPTH)
    return Problem(line=mark.line + 1, column=mark.column + 1, message=message)


def _has_deep_brackets(source: str) -> bool:
    """Return whether more brackets may be open at once than fields are deep."""
    if source.count("[") + source.count("{") <= MAX_DEPTH:
        return False
    depth = 0
    for bracket in re.findall(r"[\[\]{}]", source):
        depth = depth + 1 if bracket in "[{" else max(0, depth - 1)
        if depth > MAX_DEPTH:
            return True
    return False
