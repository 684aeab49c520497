"""The making of a site's files divided into pieces of work for several processes."""

import re
from collections.abc import Iterable
from itertools import chain

# So many that handing a piece out costs nothing beside it, so few that no process waits for long.
ENTRIES_PER_PIECE = 25
_OF_ENTRY = re.compile(r"[a-z]+/initiatives/(?!index\b)([^./]+)\.\w+")


def divide_work(names: Iterable[str]) -> list[list[str]]:
    """Return the `names` of files and of pages' sources in pieces, in the order to begin them.

    Each file that tells of many entries is a piece of its own, and these come first, because the
    largest are among them. What tells of one entry, in every language and form, stays together: it
    is made from the same.
    """
    alone: list[list[str]] = []
    entries: dict[str, list[str]] = {}
    for name in names:
        entry = _OF_ENTRY.fullmatch(name)
        if entry is None:
            alone.append([name])
        else:
            entries.setdefault(entry[1], []).append(name)
    groups = list(entries.values())
    starts = range(0, len(groups), ENTRIES_PER_PIECE)
    pieces = (groups[start : start + ENTRIES_PER_PIECE] for start in starts)
    return alone + [list(chain.from_iterable(piece)) for piece in pieces]
