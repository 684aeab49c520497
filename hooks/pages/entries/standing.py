"""What became of an entry: that the lists no longer have it, and the statuses it had before."""

from msgspec import Struct

from register.lists.statuses import list_statuses
from register.model import Initiative, Status
from website.localized_site import LocalizedSite


class StatusView(Struct, frozen=True, kw_only=True):
    """A status that an entry had: the list that gave it, the ids of its phases, and its words.

    `printed` is empty where the source printed no status word.
    """

    list_name: str
    phases: tuple[str, ...]
    printed: str
    text: str


class Standing(Struct, frozen=True, kw_only=True):
    """The sentences on withdrawal and lists at the head of an entry, and its earlier statuses.

    `since` names the list that brought the present status, empty where none is known to have.
    """

    notes: tuple[str, ...]
    since: str
    earlier: tuple[StatusView, ...]


def describe_standing(site: LocalizedSite, entry: Initiative) -> Standing:
    """Return what became of `entry`; nothing of one that is as it was when first listed."""
    present, *earlier = list_statuses(entry, site.register.editions)
    return Standing(
        notes=(*_explain_withdrawal(site, entry), *_explain_departure(site, entry)),
        since=_name_list(site, present.list),
        earlier=tuple(_view(site, status) for status in earlier),
    )


def _explain_withdrawal(site: LocalizedSite, entry: Initiative) -> tuple[str, ...]:
    withdrawn = entry.withdrawn
    if withdrawn is None:
        return ()
    said = site.words("withdrawn-note")
    if withdrawn.date is not None:
        said = site.words("withdrawn-note-dated", date=site.date(withdrawn.date))
    return said, site.say(withdrawn.note)


def _explain_departure(site: LocalizedSite, entry: Initiative) -> tuple[str, ...]:
    departure = site.register.departures.get(entry.id)
    if departure is None:
        return ()
    last = departure.last
    return (
        site.words(
            "left-note",
            since=site.say(departure.since.name),
            last=site.say(last.name),
            number=entry.lists[last.id].number,
        ),
    )


def _view(site: LocalizedSite, status: Status) -> StatusView:
    return StatusView(
        list_name=_name_list(site, status.list),
        phases=(status.phase, *status.also),
        printed=status.printed or "",
        text=site.say(status.text),
    )


def _name_list(site: LocalizedSite, list_id: str | None) -> str:
    found = (each for each in site.register.editions if each.id == list_id)
    return next((site.say(each.name) for each in found), "")
