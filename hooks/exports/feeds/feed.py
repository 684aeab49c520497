"""The feed of what each dated list brings, as Atom."""

from msgspec import Struct

from exports.identity import make_uuid
from register.lists.changes import CategoryMove, list_category_moves
from register.lists.statuses import StatusChange, list_status_changes
from register.model import Edition, Initiative
from website import urls
from website.localized_site import LocalizedSite
from website.text.dates import first_day


class FeedItem(Struct, frozen=True, kw_only=True):
    """An item of the feed: its `id` never changes and names no host; dates are in RFC 3339."""

    id: str
    title: str
    summary: str
    link: str
    published: str
    updated: str


def list_feed_items(site: LocalizedSite, site_url: str) -> list[FeedItem]:
    """Return an item per dated list and per entry in it, the newest list first."""
    register = site.register
    statuses = list_status_changes(register.initiatives, register.editions)
    moves = list_category_moves(register.initiatives, register.editions)
    return [
        item
        for edition in register.editions
        for item in _list_items(site, edition, statuses[edition.id], moves[edition.id], site_url)
    ]


def _list_items(
    site: LocalizedSite,
    edition: Edition,
    statuses: list[StatusChange],
    moves: list[CategoryMove],
    site_url: str,
) -> list[FeedItem]:
    """Return the item of a list, those of the entries in it, and those of the ones it dropped."""
    # Readers sort by these dates: a list entered long after its own date is news all the same.
    published = max(edition.date, edition.entered or "")
    updated = max(published, edition.corrected or "")
    dates = {"published": _first_moment(published), "updated": _first_moment(updated)}
    items = [
        FeedItem(
            id=_make_id(site, "list", edition.id),
            title=site.say(edition.name),
            summary=site.say(edition.note or edition.name),
            link=urls.hosted(site_url, site.language, urls.CHANGES),
            **dates,
        )
    ]
    changed = {each.entry.id: each for each in statuses}
    moved = {each.entry.id: each for each in moves}
    for entry in site.register.initiatives:
        summary = _summarize(site, entry, edition, changed.get(entry.id), moved.get(entry.id))
        if summary:
            items.append(
                FeedItem(
                    id=_make_id(site, "list", edition.id, entry.id),
                    title=site.title(entry),
                    summary=summary,
                    link=urls.hosted(site_url, site.language, urls.initiative(entry.id)),
                    **dates,
                )
            )
    return items


def _summarize(
    site: LocalizedSite,
    entry: Initiative,
    edition: Edition,
    change: StatusChange | None,
    move: CategoryMove | None,
) -> str:
    """Return what a list says of `entry`: place, new status, new category; or that it has gone."""
    name, said = site.say(edition.name), []
    departure = site.register.departures.get(entry.id)
    if place := entry.lists.get(edition.id):
        said.append(site.words("feed-summary", list=name, number=place.number, name=place.name))
    elif departure and departure.since == edition:
        said.append(site.words("feed-gone", list=name))
    if change:
        labels = site.labels(site.register.vocabulary.phases)
        phases = (labels[status.phase] for status in (change.before, change.after))
        said.append(site.words("feed-status", before=next(phases), after=next(phases)))
    if move:
        table = site.register.vocabulary.categories
        before, after = (site.say(table[each].short) for each in (move.before, move.after))
        said.append(site.words("feed-category", before=before, after=after))
    return " ".join(said)


def to_atom(site: LocalizedSite, site_url: str) -> str:
    """Return the feed of changes of a language, as Atom."""
    items = list_feed_items(site, site_url)
    return site.render(
        "feed.xml",
        urls.HOME,
        items=items,
        updated=max(item.updated for item in items),
        home=urls.hosted(site_url, site.language, urls.HOME),
        self_url=f"{site_url.rstrip('/')}/{site.language}/changes.xml",
        feed_id=_make_id(site, "feed"),
    )


def _make_id(site: LocalizedSite, *parts: str) -> str:
    """Return an id that is another in each language, since the words are."""
    return f"urn:uuid:{make_uuid(site.register.publication, site.language, *parts)}"


def _first_moment(date: str) -> str:
    return f"{first_day(date).isoformat()}T00:00:00Z"
