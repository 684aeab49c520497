"""The pages that list entries: by category, and all of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from pages.views.bar_chart import count_phases
from register.model import Initiative
from website import urls
from website.entries.entry_view import EntryView
from website.localized_site import LocalizedSite
from website.page import Page
from website.text.prose import shorten

LINE = 130


@dataclass(frozen=True, kw_only=True)
class EntryRow:
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


@dataclass(frozen=True, kw_only=True)
class CategoryCard:
    """A category as a card."""

    number: int
    link: str
    name: str
    short: str
    introduction: str
    count: int
    # How many of these the latest list no longer has.
    left: int


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


def list_cards(site: LocalizedSite, path: str) -> list[CategoryCard]:
    """Return the cards of all categories for the page at `path`."""
    return [
        CategoryCard(
            number=site.category_number(key),
            link=site.link(path, urls.category(key)),
            name=site.say(category.name),
            short=site.say(category.short),
            introduction=site.say(category.introduction),
            count=len(site.register.by_category[key]),
            left=site.count_left(site.register.by_category[key]),
        )
        for key, category in site.register.vocabulary.categories.items()
    ]


def render_category(site: LocalizedSite, category_id: str) -> Page:
    """Return the index page of a category."""
    path = urls.category(category_id)
    entries = site.register.by_category[category_id]
    return site.render_page(
        "tables/category.html",
        path,
        category_id=category_id,
        category=site.register.vocabulary.categories[category_id],
        count=len(entries),
        left=site.count_left(entries),
        rows=list_rows(site, path, entries),
        phases=count_phases(site, entries),
    )


def render_categories(site: LocalizedSite) -> Page:
    """Return the page of all categories."""
    path = urls.CATEGORIES
    return site.render_page("tables/categories.html", path, cards=list_cards(site, path))


def render_initiatives(site: LocalizedSite) -> Page:
    """Return the page of all entries."""
    path = urls.INITIATIVES
    entries = site.register.initiatives
    rows = list_rows(site, path, entries)
    return site.render_page(
        "tables/initiatives.html",
        path,
        rows=rows,
        count=len(entries),
        left=site.count_left(entries),
    )
