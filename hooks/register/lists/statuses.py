"""The statuses of an entry from list to list: what came into service, and what ended."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from register.classification import IN_SERVICE, NOT_STATED
from register.model import Edition, Initiative, Status

# Whether an initiative came into service with its new status, left it, or neither.
Turn = Literal["active", "ended", "other"]


class StatusChange(Struct, frozen=True, kw_only=True):
    """The status of an entry before a list, and the one that the list brought."""

    entry: Initiative
    before: Status
    after: Status

    @property
    def turn(self) -> Turn:
        """What the change comes to."""
        was, now = _is_in_service(self.before), _is_in_service(self.after)
        if now and not was:
            return "active"
        # What is not stated any more need not have ended.
        return "ended" if was and not now and self.after.phase != NOT_STATED else "other"


def list_statuses(entry: Initiative, editions: Sequence[Edition]) -> list[Status]:
    """Return the statuses of `entry`, the present one first, then by list from the newest on.

    One that says the same as the one after it is left out: nothing changed in between.
    """
    order = {edition.id: place for place, edition in enumerate(editions)}
    earlier = sorted(entry.earlier_statuses, key=lambda each: order.get(each.list, len(order)))
    kept: list[Status] = [entry.status]
    for status in earlier:
        if _say(status) == _say(kept[-1]):
            # The older of the two lists is the one that brought it.
            kept[-1] = kept[-1].model_copy(update={"list": status.list})
        else:
            kept.append(status)
    return kept


def list_status_changes(
    initiatives: Sequence[Initiative], editions: Sequence[Edition]
) -> Mapping[str, list[StatusChange]]:
    """Return the changes that each list brought, by its id, in the order of `initiatives`."""
    found: dict[str, list[StatusChange]] = {edition.id: [] for edition in editions}
    for entry in initiatives:
        for after, before in pairwise(list_statuses(entry, editions)):
            change = StatusChange(entry=entry, before=before, after=after)
            found[after.list or ""].append(change)
    return found


def _say(status: Status) -> tuple[object, ...]:
    return status.phase, status.also, status.printed, status.text


def _is_in_service(status: Status) -> bool:
    return not {status.phase, *status.also}.isdisjoint(IN_SERVICE)
