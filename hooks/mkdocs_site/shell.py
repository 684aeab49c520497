"""The shell of a page: all that the theme puts around it, made once for pages of the same shape.

A page of the site is a template's work of some milliseconds, nearly all of which gives the same
text again. So the template is filled once with marks in place of what is a page's own, and each
page of that shape is the pieces between the marks with its own values in them. Whatever is not
marked belongs to the shape: a page that differs there gets a shell of its own.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from markupsafe import escape

from website.navigation import Alternate, Frame, MenuItem

# Characters that no text has: they are for private use.
_MARK = "\ue002{}\ue003"
_MARKED = re.compile("\ue002(\\d+)\ue003")
# Fields of a frame that are a page's own, and fields of its front matter.
_OWN = (
    "other_link",
    "edit_link",
    "edit_line",
    "hosted_url",
    "page_data",
    "picture",
    "url",
    "report_link",
)
_OWN_META = ("title", "description")
# What the templates put in a page as it is; the rest they escape.
_RAW = ("page_data",)

# Fills the whole template: name of the page's source, frame, front matter, body.
Render = Callable[[str, Frame, Mapping[str, Any], str], str]


class Shells:
    """Makes pages of their frames, front matter and bodies; keeps the shell of each shape."""

    def __init__(self, render: Render) -> None:
        """Have shells made by `render`."""
        self._render = render
        self._kept: dict[tuple[object, ...], list[str]] = {}

    def make(self, name: str, frame: Frame, meta: Mapping[str, Any], content: str) -> str:
        """Return the page whose source has the `name`, as `render` would."""
        marks = _Marks()
        shape = _mark_frame(frame, marks)
        own = {key: marks.set(meta[key]) for key in _OWN_META if key in meta}
        marked = {**meta, **own}
        body = marks.set(content)
        key = (shape, body, *((key, repr(value)) for key, value in marked.items()))
        if key not in self._kept:
            self._kept[key] = _MARKED.split(self._render(name, shape, marked, body))
        pieces = self._kept[key].copy()
        pieces[1::2] = [marks.values[int(number)] for number in pieces[1::2]]
        return "".join(pieces)


class _Marks:
    """Gives marks for values; an empty value has none, because templates ask for that."""

    def __init__(self) -> None:
        self.values: list[str] = []

    def set(self, value: str) -> str:
        """Return the mark of a `value` that stands in the page as it is."""
        if not value:
            return ""
        self.values.append(value)
        return _MARK.format(len(self.values) - 1)

    def set_escaped(self, value: str) -> str:
        """Return the mark of a `value` that stands in the page escaped."""
        return self.set(str(escape(value)))


def _mark_frame(frame: Frame, marks: _Marks) -> Frame:
    """Return `frame` with marks in place of what is its page's own, the path left out."""

    def mark_item(item: MenuItem | None) -> MenuItem | None:
        if item is None:
            return None
        return MenuItem(
            title=marks.set_escaped(item.title),
            link=marks.set_escaped(item.link),
            active=item.active,
            current=item.current,
        )

    own: dict[str, Any] = {
        name: (marks.set if name in _RAW else marks.set_escaped)(getattr(frame, name))
        for name in _OWN
    }
    return replace(
        frame,
        path="",
        trail=tuple(filter(None, map(mark_item, frame.trail))),
        previous=mark_item(frame.previous),
        next=mark_item(frame.next),
        alternates=tuple(
            Alternate(language=each.language, url=marks.set_escaped(each.url))
            for each in frame.alternates
        ),
        **own,
    )
