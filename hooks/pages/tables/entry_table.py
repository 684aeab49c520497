"""The rows of a table of entries."""

from collections.abc import Iterable

from msgspec import Struct

from register.model import Initiative
from website.entries.entry_view import EntryView
from website.localized_site import LocalizedSite
from website.text.prose import shorten

LINE = 130


class EntryRow(Struct, frozen=True, kw_only=True):
    """A localized entry in a table."""

    id: str
    number: int | str
    title: str
    # That it was withdrawn or is no longer listed, or nothing.
    mark: str
    link: str
    objective: str
    category: str
    category_number: int
    lead: str
    phase: str
    also: tuple[str, ...]
    access: str


def list_rows(site: LocalizedSite, path: str, entries: Iterable[Initiative]) -> list[EntryRow]:
    """Return the table rows of `entries` for the page at `path`."""
    return [_make_row(site, path, site.view(entry)) for entry in entries]


def _make_row(site: LocalizedSite, path: str, view: EntryView) -> EntryRow:
    main, *also = view.phases
    leads = [actor.short for actor in view.actors("lead")]
    return EntryRow(
        id=view.id,
        number="" if view.number is None else view.number,
        title=view.title,
        mark=view.mark,
        link=site.link(path, view.path),
        objective=shorten(view.objective, LINE),
        category=view.category_short,
        category_number=view.category_number,
        lead=", ".join(leads) if leads else site.words("not-stated"),
        phase=main.id,
        also=tuple(phase.id for phase in also),
        access=view.access.label,
    )
