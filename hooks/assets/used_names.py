"""Which classes, ids and values of attributes a page can have: what a style sheet may need."""

import re
from collections.abc import Iterable

_NAME = re.compile(r"[A-Za-z0-9_-]+")
# Where names occur in a hand-written page: HTML, `{ .class #id }`, and macros.
_MARKUP = re.compile(r"<[^>]*>|\{[^}]*\}")
# The theme's script creates elements for many features; these are the ones that the site has.
_CREATED_BY_THEME = ("md-search", "md-dialog", "md-header", "no-js", "js", "focus-visible")


def find_names(
    templates: Iterable[str], pages: Iterable[str], scripts: Iterable[str], theme_script: str
) -> frozenset[str]:
    """Return every word that can be a name.

    `templates` and `scripts` are ours, so that any word in them counts; `pages` are hand-written
    Markdown; `theme_script` is the script that the theme brings.
    """
    # A value that the theme's templates compute.
    names: set[str] = {"ltr"}
    for text in (*templates, *scripts):
        names.update(_NAME.findall(text))
    for page in pages:
        for markup in _MARKUP.findall(page):
            names.update(_NAME.findall(markup))
    theirs = (name for name in _NAME.findall(theme_script) if name.startswith(_CREATED_BY_THEME))
    return frozenset(names.union(theirs))
