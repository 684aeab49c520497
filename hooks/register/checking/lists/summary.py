"""Each dated list in one line: how many rows it has, and what it changes."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from register.lists.changes import list_changes, sort_by_number
from register.messages import Message, say
from register.model import Initiative
from register.register import Register


def summarize_lists(register: Register) -> Iterator[Message]:
    """Yield a message per list of `register`, drafts included; the newest list first."""
    changes = list_changes(register.initiatives, register.editions, register.vocabulary.categories)
    for edition, found in zip_longest(register.editions, changes):
        rows = say("list-rows", count=len(sort_by_number(register.initiatives, edition)))
        named = {"list": edition.id, "date": edition.date, "rows": rows}
        if found is None:
            yield say("list-line-first", **named)
            continue
        line = say(
            "list-line",
            **named,
            before=found.older.id,
            new=_count("list-new", found.added),
            gone=_count("list-gone", found.removed),
            renamed=say("list-renamed", count=len(found.renamed)),
            renumbered=say("list-renumbered", count=len(found.renumbered)),
        )
        entries = [move.entry for move in found.category_moves]
        if entries:
            line = say("list-line-moved", line=line, moved=_count("list-moved", entries))
        yield line


def _count(name: str, entries: Sequence[Initiative]) -> Message:
    """Return the message that counts `entries`, with their ids if there are any."""
    count = say(name, count=len(entries))
    ids = tuple(entry.id for entry in entries)
    return say("list-ids", counted=count, ids=ids) if ids else count
