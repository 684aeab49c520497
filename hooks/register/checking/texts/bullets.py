"""Lists that fall apart: only lines that begin with "- ", one below the other, make one."""

import re
from collections.abc import Iterator

from register.messages import Message, say

# What other programs begin an item with: "1.", "b)", "—", "•".
_OTHER_MARK = re.compile(r"^[ ]*(?:- +)?(\d{1,2}[.)]|[a-zA-Z]\)|[–—•·*▪◦‣])[ \u00a0\u202f]", re.M)
_MAYBE = re.compile(r"[ ]*(?:- |-\w|\||\w{1,2}[.)]|[–—•·*▪◦‣])")
_TABLE = re.compile(r"^[ ]*\|.*\|", re.M)
_INNER = re.compile(r"^[ ]+- ", re.M)
# Two items on a line: `>-` joins the lines of a text.
_JOINED = re.compile(r"^- .* - |[:;][ \u202f\u00a0]- ", re.M)
# A line right below an item, which is taken for the rest of it.
_SWALLOWED = re.compile(
    r"^- .*\n(?!- |[ ]+- |\n|[ ]*(?:\||[–—•·*]|\w{1,2}[.)]))(?=[^\n])(.*)", re.M
)
_NO_SPACE = re.compile(r"^-(?=[^\W\d_])", re.M)


def find_broken_lists(text: str) -> Iterator[tuple[Message, str]]:
    """Yield a message and the part of `text` for each kind of mistake in its lists."""
    if "\n" not in text and " - " not in text and not _MAYBE.match(text):
        return
    for marked in _OTHER_MARK.finditer(text):
        # "1." alone may begin a sentence of a text that has one line.
        if "\n" in text or _repeats(text, marked.group(1)):
            yield say("list-other-mark", mark=marked.group(1)), marked.group().strip()
            break
    if found := _TABLE.search(text):
        yield say("list-table"), found.group().strip()
    if found := _INNER.search(text):
        yield say("list-inner"), "- "
    if found := _NO_SPACE.search(text):
        yield say("list-dash-space"), "-"
    if found := _JOINED.search(text):
        yield say("list-joined"), found.group().strip()
    if found := _SWALLOWED.search(text):
        yield say("list-swallowed"), found.group(1)


def _repeats(text: str, mark: str) -> bool:
    """Return whether a `mark` at the beginning of `text` is followed by its next: 1. ... 2. ..."""
    sign = mark[-1]
    following = "2" if mark[0] == "1" else chr(ord(mark[0]) + 1)
    if mark[:-1].isdigit() or mark.endswith(")"):
        return f" {following}{sign} " in text
    return text.count(f" {mark} ") > 0 and text.count(mark) > 1
