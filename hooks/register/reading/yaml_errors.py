"""What a YAML parser finds, in an editor's words.

A parser stumbles where it cannot go on, which is often lines below the slip: the place told is the
slip's, wherever the lines before show it.
"""

import re
from typing import Any

import yaml

from register.checking.problems import Problem
from register.reading.size_limits import Loader
from register.reading.yaml_error_messages import PLAIN

Slip = tuple[int, int, str]

_CONFLICT = re.compile(r"(?:<{7}|>{7}) |={7}$")
# What looks like a space, and is none to a parser.
_ODD_SPACES = (
    "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b"
    "\u202f\u205f\u3000"
)
_ODD_INDENTATION = re.compile(rf"[ ]*([{_ODD_SPACES}])")
# A field whose colon is none: what stands in its place.
_NEARLY_FIELD = re.compile(
    rf"^[ ]*(?:- )*[\w-]+(?P<sign>:(?=[{_ODD_SPACES}])|:(?=\S)|[ ]*[：﹕=]|[{_ODD_SPACES}]+:)"
)
# A field alone before its colon.
_FIELD_ONLY = re.compile(r"[ ]*(?:- )*[\w-]+[ ]*")
_BLOCK_STYLE = re.compile(r"[ ]*(?:- )*[\w-]+: *[|>]")
_NO_DASH = re.compile(r"[–—−•·*]\s")


def explain_syntax(error: yaml.YAMLError, source: str) -> Problem:
    """Return what the parser found in the text `source`."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else _place_of(error, source)
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    finder = _Finder(error, source.split("\n"), line, column)
    found = finder.find(said, source)
    if found is None:
        plain = next((words for beginning, words in PLAIN if beginning in said), None)
        found = line, column, plain or f"this cannot be read ({said})"
    line, column, message = found
    return Problem(
        line=line,
        column=column,
        message=f"not valid YAML: {message}",
        line_named=finder.line_named,
    )


def _place_of(error: yaml.YAMLError, source: str) -> tuple[int, int]:
    """Return line and column of a character that cannot be read."""
    # What libyaml gives counts bytes of a part that nobody else knows.
    found = yaml.reader.Reader.NON_PRINTABLE.search(source)
    if not isinstance(error, yaml.reader.ReaderError) or found is None:
        return 1, 1
    position = found.start()
    before = source[:position]
    return before.count("\n") + 1, position - before.rfind("\n")


class _Finder:
    """Looks for the slip in the lines up to the place where the parser stumbled."""

    def __init__(self, error: yaml.YAMLError, lines: list[str], line: int, column: int) -> None:
        self._lines = lines
        self._line, self._column = min(line, len(lines)), column
        # The line for which {line} stands in the message found.
        self.line_named = 0
        self._opened = getattr(error, "context_mark", None)
        self._context = str(getattr(error, "context", None) or "")

    def find(self, said: str, source: str) -> Slip | None:
        """Return place and message of the slip, if more is known than what the parser `said`."""
        for number, text in enumerate(self._lines, start=1):
            if _CONFLICT.match(text):
                return number, 1, "two versions of the file meet here: keep one, and take out this"
        above = self._line_above(self._line)
        for number in (self._line, above):
            if (found := _ODD_INDENTATION.match(self._text(number))) is not None:
                what = "tab" if found.group(1) == "\t" else "no-break or other special space"
                message = f"a {what} stands in the indentation; indent with spaces"
                return number, found.end(), message
        if "mapping values are not allowed" in said:
            return self._find_colon(above)
        if "could not find expected ':'" in said:
            return self._find_field()
        if "did not find expected key" in said or "expected '-' indicator" in said:
            return self._find_indentation("key" in said) or self._find_quote(source)
        if "did not find expected ',' or" in said or self._context.startswith("while scanning a q"):
            return self._find_quote(source) or self._find_opened()
        if self._context.startswith("while parsing a flow"):
            return self._find_opened()
        if "did not find expected alphabetic or numeric" in said:
            # The parser is past the sign.
            message = "YAML reads a text that begins with * or & as a reference: put it in quotes"
            return self._line, max(1, self._column - 1), message
        return None

    def _text(self, number: int) -> str:
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def _line_above(self, number: int) -> int:
        """Return the line with content next above `number`, or 0."""
        for each in range(number - 1, 0, -1):
            text = self._text(each).strip()
            if text and not text.startswith("#"):
                return each
        return 0

    def _indentation(self, number: int) -> int:
        text = self._text(number)
        return len(text) - len(text.lstrip(" "))

    def _find_nearly_field(self, number: int) -> Slip | None:
        """Return the slip, if line `number` is a field whose colon is not one for a parser."""
        found = _NEARLY_FIELD.match(self._text(number))
        if found is None:
            return None
        sign, column = found.group("sign"), found.start("sign") + 1
        if sign.startswith(":"):
            message = "a colon needs a space after it"
            if self._text(number)[found.end()] in _ODD_SPACES:
                message += ", an ordinary one: this is a no-break or other special space"
            return number, column, message
        message = "a field is a name, a colon, a space and its value; here stands"
        return number, column, f'{message} "{sign.strip()}"'

    def _find_colon(self, above: int) -> Slip | None:
        """Find why a colon stands where none can: the line above may be amiss."""
        if not _FIELD_ONLY.fullmatch(self._text(self._line)[: self._column - 1]):
            return None
        if (slip := self._find_nearly_field(above)) is not None:
            return slip
        indentation = self._indentation(self._line)
        if above and indentation > self._indentation(above):
            return (
                self._line,
                indentation + 1,
                "this line stands further in than the field above it, which has its value already: "
                "give both the same indentation, or put the text in quotes",
            )
        return None

    def _find_field(self) -> Slip | None:
        """Find why a line is no field; the parser knows where it began only."""
        number = self._opened.line + 1 if self._opened is not None else self._line
        text = self._text(number)
        if slip := self._find_nearly_field(number) or self._find_dash(number):
            return slip
        message = "a field is a name, a colon, a space and its value; here the colon is missing"
        above = self._line_above(number)
        if _BLOCK_STYLE.match(self._text(above)) or (": " not in text and len(text.split()) > 3):
            message += ", or the lines of a text are not indented below its name"
        return number, self._indentation(number) + 1, message

    def _find_dash(self, number: int) -> Slip | None:
        """Return the slip, if line `number` begins with what is nearly the dash of an item."""
        text, column = self._text(number).strip(), self._indentation(number) + 1
        if _NO_DASH.match(text):
            return number, column, 'an item of a list begins with a hyphen and a space: "- "'
        if re.match(r"-[^\s-]", text):
            return number, column, "the dash that begins an item of a list needs a space after it"
        return None

    def _find_indentation(self, is_table: bool) -> Slip | None:
        """Find why a line fits none above, if the place is its beginning."""
        indentation = self._indentation(self._line)
        if self._column != indentation + 1:
            return None
        if (slip := self._find_dash(self._line)) is not None:
            return slip
        message = "the indentation of this line fits none of the lines above"
        if is_table and self._text(self._line).strip().startswith("- "):
            message = (
                "a dash begins an item of a list, and a field is due here: take the dash out, or "
                "mend the indentation"
            )
        elif not is_table and self._is_item_above(indentation):
            message = (
                "the lines above that have this indentation begin with a dash: begin this one so, "
                "take the dash out there, or mend the indentation"
            )
        return self._line, self._column, message

    def _is_item_above(self, indentation: int) -> bool:
        for number in range(self._line - 1, 0, -1):
            text = self._text(number)
            if text.strip() and self._indentation(number) <= indentation:
                return indentation > 0 and text[indentation:].startswith("- ")
        return False

    def _find_quote(self, source: str) -> Slip | None:
        """Find the quote or bracket that ended a value too early."""
        last = _last_token(source)
        if last is None:
            return None
        begin, end = last.start_mark, last.end_mark
        if getattr(last, "style", None) in ('"', "'"):
            if begin.line < end.line:
                self.line_named = end.line + 1
                message = "this quote is closed only at line {line}; close it where the text ends"
                return begin.line + 1, begin.column + 1, message
            if end.line + 1 == self._line:
                instead = "“ ” or « »" if last.style == '"' else "’ for an apostrophe"
                message = f"the text goes on after its closing quote: within quotes write {instead}"
                return self._line, self._column, message
        if isinstance(last, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken) and (
            end.line + 1 == self._line
        ):
            message = (
                "something follows the closing bracket: take it out, or put a text that begins "
                "with [ or { in quotes"
            )
            return self._line, self._column, message
        return None

    def _find_opened(self) -> Slip | None:
        """Return where something was opened, if the parser stumbled on a line below it."""
        if self._opened is None or self._opened.line + 1 >= self._line:
            return None
        place = self._opened.line + 1, self._opened.column + 1
        if self._context.startswith("while scanning a q"):
            return *place, "this quote is opened and never closed"
        self.line_named = self._line
        return *place, "this is opened and not closed, or a comma is missing, up to line {line}"


def _last_token(source: str) -> Any:
    """Return the last token before the one at which `source` ceases to be YAML, or None."""
    last = before = None
    loader = Loader(source)
    try:
        while loader.check_event():
            loader.get_event()
        return None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
    finally:
        loader.dispose()
    if mark is None:
        return None
    try:
        for token in yaml.scan(source, Loader=Loader):
            if token.start_mark.index >= mark.index:
                break
            if token.end_mark.index > token.start_mark.index:
                last, before = token, last
    except yaml.YAMLError:
        pass
    return last or before
