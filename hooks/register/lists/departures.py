"""Entries that the latest dated lists no longer have."""

from collections.abc import Sequence

from msgspec import Struct

from register.model import Edition, Initiative


class Departure(Struct, frozen=True, kw_only=True):
    """How an entry left the lists: `last` is the last one that had it, `since` the next one."""

    last: Edition
    since: Edition


def find_departures(
    initiatives: Sequence[Initiative], editions: Sequence[Edition]
) -> dict[str, Departure]:
    """Return how each entry left that is in a list, but in none of the latest date, by its id.

    `editions` stand in the order of their dates, the newest first. Lists of one date count as one:
    a short and a detailed one may be issued together.
    """
    departures = {}
    for entry in initiatives:
        last = next((each for each in editions if each.id in entry.lists), None)
        later = [each for each in editions if last and each.date > last.date]
        if last and later:
            departures[entry.id] = Departure(last=last, since=later[-1])
    return departures
