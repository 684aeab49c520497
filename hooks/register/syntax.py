"""What a YAML parser finds, in an editor's words."""

import re

import yaml

from register.problems import Problem

# What PyYAML says, by its beginning, and what it means to who edits the file.
_PLAIN = (
    (
        "mapping values are not allowed",
        "a colon followed by a space ends the name of a field: put a text that has one in "
        "quotes, or indent the line as the lines above",
    ),
    (
        "could not find expected ':'",
        "a field is a name, a colon, a space and its value; here the colon is missing, or the "
        "lines of a text are not indented below its name",
    ),
    (
        "did not find expected ',' or",
        "a list in [ ] or fields in { } are not closed, or lack a comma",
    ),
    (
        "did not find expected <document start>",
        "the text before this place ends the file; indent it below its field",
    ),
    (
        "did not find expected key",
        "the indentation of this line fits none of the lines above, or a quote ended too early",
    ),
    (
        "did not find expected '-' indicator",
        "the indentation of this line fits none of the lines above",
    ),
    ("did not find expected node content", "a value is missing between the commas"),
    ("found unexpected end of stream", "a quote or a bracket is opened and never closed"),
    ("found unexpected document indicator", "a quote is opened before this line and never closed"),
    (
        "found undefined alias",
        "YAML reads a text that begins with * as a reference: put it in quotes",
    ),
    ("found duplicate anchor", "YAML reads a text that begins with & as a name: put it in quotes"),
    (
        "found character that cannot start any token",
        "a text cannot begin with this character: put it in quotes",
    ),
    (
        "found unknown escape character",
        "within double quotes a backslash has a meaning: write it twice, or use single quotes",
    ),
    (
        "did not find expected alphabetic or numeric character",
        "YAML reads a text that begins with * or & as a reference: put it in quotes",
    ),
    (
        "block sequence entries are not allowed",
        "an item of a list (a dash and a space) stands on a line of its own, below its field",
    ),
    ("found a tab character", "a tab stands in the indentation; indent with spaces"),
    ("did not find expected comment or line break", "nothing may follow | or > on its line"),
    ("found invalid", "this is no valid escape within double quotes"),
    (
        "control characters are not allowed",
        "a character that cannot be seen stands in the file; take it out",
    ),
    (
        "special characters are not allowed",
        "a character that cannot be seen stands in the file; take it out",
    ),
    ("but found another document", "a line --- begins a second document; a data file is one"),
)
# What the parser was reading when something opened has not been closed.
_OPENED = ("while parsing a flow", "while scanning a quoted")
_TAB = re.compile(r"[ ]*\t")


def explain_syntax(error: yaml.YAMLError, source: str, path: str) -> Problem:
    """Return what the parser found in `source`, the text of the file named `path`."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else _place_of(error, source)
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    lines = source.split("\n")
    text = lines[line - 1] if line <= len(lines) else ""
    if (tab := _TAB.match(text)) is not None:
        message = "a tab stands in the indentation; indent with spaces"
        return Problem(path=path, line=line, column=tab.end(), message=f"not valid YAML: {message}")
    opened = getattr(error, "context_mark", None)
    context = str(getattr(error, "context", None) or "")
    if opened is not None and opened.line + 1 < line and context.startswith(_OPENED):
        # The parser stumbles lines below; the slip is where something was opened.
        message = f"this is opened and not closed, or a comma is missing, up to line {line}"
        line, column = opened.line + 1, opened.column + 1
        return Problem(path=path, line=line, column=column, message=f"not valid YAML: {message}")
    plain = next((words for beginning, words in _PLAIN if beginning in said), said)
    return Problem(path=path, line=line, column=column, message=f"not valid YAML: {plain}")


def _place_of(error: yaml.YAMLError, source: str) -> tuple[int, int]:
    """Return line and column of a character that cannot be read."""
    position = getattr(error, "position", None)
    if not isinstance(position, int):
        return 1, 1
    before = source[:position]
    return before.count("\n") + 1, position - before.rfind("\n")
