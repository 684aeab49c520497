"""What a YAML parser finds, in an editor's words.

A parser stumbles where it cannot go on, which is often lines below the mistake: the place reported
is the mistake's, wherever the lines before show it.
"""

import re
from typing import Any

import yaml

from register.checking.problems import Problem, place_at
from register.messages import Line, Message, say
from register.reading.odd_lines import Lines, find_odd_line
from register.reading.size_limits import Loader

# Line, column and message.
Mistake = tuple[int, int, Message]

_CONFLICT = re.compile(r"(?:<{7}|>{7}) |={7}$")
# What looks like a space, and is not one to a parser.
_ODD_SPACES = (
    "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b"
    "\u202f\u205f\u3000"
)
_ODD_INDENTATION = re.compile(rf"[ ]*([{_ODD_SPACES}])")
# A field without its colon: what is in its place.
_NEARLY_FIELD = re.compile(
    rf"^[ ]*(?:- )*[\w-]+(?P<sign>:(?=[{_ODD_SPACES}])|:(?=\S)|[ ]*[：﹕=]|[{_ODD_SPACES}]+:)"
)
# A field alone before its colon.
_FIELD_ONLY = re.compile(r"[ ]*(?:- )*[\w-]+[ ]*")
_BLOCK_STYLE = re.compile(r"[ ]*(?:- )*[\w-]+: *[|>]")
_NO_DASH = re.compile(r"[–—−•·*]\s")
# What PyYAML says, by a part of it, and the message that says what it means to an editor.
_PLAIN = (
    ("mapping values are not allowed", "yaml-colon-in-text"),
    ("mapping keys are not allowed", "yaml-question-mark"),
    ("did not find expected ',' or", "yaml-comma-or-bracket"),
    ("did not find expected <document start>", "yaml-text-before"),
    ("did not find expected key", "yaml-no-fit"),
    ("did not find expected '-' indicator", "yaml-indentation"),
    ("did not find expected node content", "yaml-value-missing"),
    ("found unexpected end of stream", "yaml-never-closed"),
    ("found unexpected document indicator", "yaml-quote-open-before"),
    ("found undefined alias", "yaml-reference"),
    ("found duplicate anchor", "yaml-reference"),
    ("found character that cannot start any token", "yaml-first-character"),
    ("found unknown escape character", "yaml-backslash"),
    ("did not find expected hexdecimal number", "yaml-backslash"),
    ("found invalid", "yaml-backslash"),
    ("block sequence entries are not allowed", "yaml-item-line"),
    ("found a tab character", "yaml-tab"),
    ("did not find expected comment or line break", "yaml-after-block"),
    ("control characters are not allowed", "yaml-unseen"),
    ("special characters are not allowed", "yaml-unseen"),
    ("but found another document", "yaml-two-documents"),
    ("directive", "yaml-percent"),
    ("tag", "yaml-type"),
    ("URI", "yaml-type"),
    ("expected whitespace", "yaml-type"),
    ("expected '!'", "yaml-type"),
)


def explain_syntax(error: yaml.YAMLError, source: str) -> Problem:
    """Return what the parser found in the text `source`."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else _place_of(error, source)
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    finder = _Finder(error, Lines(source), line, column)
    found = finder.find(said, source)
    if found is None:
        plain = next((name for beginning, name in _PLAIN if beginning in said), None)
        found = line, column, say(plain) if plain else say("yaml-other", reason=said)
    line, column, message = found
    return Problem(line=line, column=column, message=say("not-yaml", reason=message))


def _place_of(error: yaml.YAMLError, source: str) -> tuple[int, int]:
    """Return line and column of a character that cannot be read."""
    # What libyaml gives counts bytes of a part that nobody else knows.
    found = yaml.reader.Reader.NON_PRINTABLE.search(source)
    if not isinstance(error, yaml.reader.ReaderError) or found is None:
        return 1, 1
    return place_at(source, found.start())


class _Finder:
    """Looks for the mistake in the lines up to the place where the parser stumbled."""

    def __init__(self, error: yaml.YAMLError, lines: Lines, line: int, column: int) -> None:
        self._lines = lines
        self._line, self._column = min(line, len(lines.all)), column
        self._opened = getattr(error, "context_mark", None)
        self._context = str(getattr(error, "context", None) or "")

    def find(self, said: str, source: str) -> Mistake | None:
        """Return place and message of the mistake, if more is known than what the parser `said`."""
        for number, text in enumerate(self._lines.all, start=1):
            if _CONFLICT.match(text):
                return number, 1, say("yaml-conflict")
        above = self._lines.above(self._line)
        for number in (self._line, above):
            if (found := _ODD_INDENTATION.match(self._lines[number])) is not None:
                is_tab = found.group(1) == "\t"
                return number, found.end(), say("yaml-tab" if is_tab else "yaml-odd-indentation")
        if "mapping values are not allowed" in said:
            return self._find_colon(above)
        if "could not find expected ':'" in said:
            return self._find_field()
        if "did not find expected key" in said or "expected '-' indicator" in said:
            return self._find_indentation("key" in said) or self._find_quote(source)
        if "did not find expected ',' or" in said or self._context.startswith("while scanning a q"):
            return self._find_quote(source) or self._find_opened() or self._find_inner_colon()
        if self._context.startswith("while parsing a flow"):
            return self._find_opened()
        if "did not find expected alphabetic or numeric" in said:
            # The parser is past the sign.
            return self._line, max(1, self._column - 1), say("yaml-reference")
        return None

    def _find_nearly_field(self, number: int) -> Mistake | None:
        """Return the mistake, if line `number` is a field whose colon is not one for a parser."""
        found = _NEARLY_FIELD.match(self._lines[number])
        if found is None:
            return None
        sign, column = found.group("sign"), found.start("sign") + 1
        if sign.startswith(":"):
            is_odd = self._lines[number][found.end()] in _ODD_SPACES
            return number, column, say("yaml-colon-odd-space" if is_odd else "yaml-colon-space")
        return number, column, say("yaml-field-sign", sign=sign.strip())

    def _find_colon(self, above: int) -> Mistake | None:
        """Find why a colon is where none can be: the line above may be wrong."""
        if not _FIELD_ONLY.fullmatch(self._lines[self._line][: self._column - 1]):
            return None
        found = self._find_nearly_field(above) or find_odd_line(self._lines, self._line)
        indentation = self._lines.indentation(self._line)
        if found is None and above and indentation > self._lines.indentation(above):
            return self._line, indentation + 1, say("yaml-further-in")
        return found

    def _find_field(self) -> Mistake | None:
        """Find why a line is no field; the parser knows where it began only."""
        number = self._opened.line + 1 if self._opened is not None else self._line
        text = self._lines[number]
        if text.strip()[:1] in ("{", "["):
            return number, self._lines.indentation(number) + 1, say("items-need-dash")
        if mistake := self._find_nearly_field(number) or self._find_dash(number):
            return mistake
        message = say("yaml-field-colon")
        above = self._lines.above(number)
        if _BLOCK_STYLE.match(self._lines[above]) or (": " not in text and len(text.split()) > 3):
            message = say("yaml-field-colon-or-indentation")
        return number, self._lines.indentation(number) + 1, message

    def _find_dash(self, number: int) -> Mistake | None:
        """Return the mistake, if line `number` begins with what is nearly the dash of an item."""
        text, column = self._lines[number].strip(), self._lines.indentation(number) + 1
        if _NO_DASH.match(text):
            return number, column, say("yaml-hyphen")
        if re.match(r"-[^\s-]", text):
            return number, column, say("yaml-dash-space")
        return None

    def _find_indentation(self, is_table: bool) -> Mistake | None:
        """Find why a line fits none above, if the place is its beginning."""
        indentation = self._lines.indentation(self._line)
        if self._column != indentation + 1:
            return None
        if mistake := self._find_dash(self._line) or find_odd_line(self._lines, self._line):
            return mistake
        message = say("yaml-indentation")
        if is_table and self._lines[self._line].strip().startswith("- "):
            message = say("yaml-stray-dash")
        elif not is_table and self._is_item_above(indentation):
            message = say("yaml-missing-dash")
        return self._line, self._column, message

    def _is_item_above(self, indentation: int) -> bool:
        for number in range(self._line - 1, 0, -1):
            text = self._lines[number]
            if text.strip() and self._lines.indentation(number) <= indentation:
                return indentation > 0 and text[indentation:].startswith("- ")
        return False

    def _find_quote(self, source: str) -> Mistake | None:
        """Find the quote or bracket that ended a value too early."""
        last = _last_token(source)
        if last is None:
            return None
        begin, end = last.start_mark, last.end_mark
        if getattr(last, "style", None) in ('"', "'"):
            if begin.line < end.line:
                message = say("yaml-quote-closed-late", line=Line(end.line + 1))
                return begin.line + 1, begin.column + 1, message
            if end.line + 1 == self._line:
                if mistake := self._find_comma(last):
                    return mistake
                is_double = last.style == '"'
                instead = say("yaml-quotes-inside" if is_double else "yaml-apostrophe-inside")
                message = say("yaml-quote-closed-early", instead=instead)
                return self._line, self._column, message
        if isinstance(last, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken) and (
            end.line + 1 == self._line
        ):
            return self._line, self._column, say("yaml-after-bracket")
        return None

    def _find_comma(self, last: Any) -> Mistake | None:
        """Return the mistake, if a comma follows a quote, or stands within one that was lost."""
        if self._lines[self._line][self._column - 1 :].strip() == ",":
            return self._line, self._column, say("yaml-comma-at-end")
        if re.search(r",\s*[\w-]+:\s*$", str(last.value)):
            begin = last.start_mark
            return begin.line + 1, begin.column + 1, say("yaml-quote-before-comma")
        return None

    def _find_inner_colon(self) -> Mistake | None:
        """Return the mistake, if the parser stumbled on a colon within braces."""
        if self._lines[self._line][self._column - 1 : self._column] != ":":
            return None
        return self._line, self._column, say("yaml-colon-in-braces")

    def _find_opened(self) -> Mistake | None:
        """Return where something was opened, if the parser stumbled on a line below it."""
        if self._opened is None or self._opened.line + 1 >= self._line:
            return None
        place = self._opened.line + 1, self._opened.column + 1
        if self._context.startswith("while scanning a q"):
            return *place, say("yaml-quote-open")
        return *place, say("yaml-bracket-open", line=Line(self._line))


def _last_token(source: str) -> Any:
    """Return the last token before the one at which `source` ceases to be YAML, or None."""
    last = before = mark = None
    try:
        for _ in yaml.parse(source, Loader=Loader):
            pass
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
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
