"""The register as two lists to print: the succinct one and the detailed one."""

from dataclasses import dataclass

from website import urls
from website.entries.entry_view import EntryView
from website.localized_site import LocalizedSite
from website.page import Page

SUCCINCT = "succinct"
DETAILED = "detailed"
KINDS = {SUCCINCT: urls.LIST_SUCCINCT, DETAILED: urls.LIST_DETAILED}


@dataclass(frozen=True, kw_only=True)
class ListRow:
    """An entry in a list, and the link to its page."""

    view: EntryView
    link: str


@dataclass(frozen=True, kw_only=True)
class ListSection:
    """A category in a list."""

    id: str
    number: int
    name: str
    rows: tuple[ListRow, ...]


def render_list(site: LocalizedSite, kind: str) -> Page:
    """Return the page of the list `kind`."""
    path = KINDS[kind]
    pdf = urls.document(kind, site.language)
    return site.render_page(
        "lists/list.html",
        path,
        list_kind=kind,
        sections=list_sections(site, path, kind),
        count=len(site.register.initiatives),
        as_of=site.date(site.register.publication.as_of),
        pdf=site.links.to_file(f"{site.language}/{path}", pdf) if pdf in site.documents else "",
    )


def list_sections(site: LocalizedSite, path: str, kind: str) -> list[ListSection]:
    """Return the categories with their entries for the page at `path`.

    The succinct list is in the order of its numbers, the detailed one in that of the register.
    """
    sections = []
    for key, entries in site.register.by_category.items():
        views = map(site.view, entries)
        rows = [ListRow(view=view, link=site.link(path, view.path)) for view in views]
        if kind == SUCCINCT:
            rows.sort(key=lambda row: row.view.number or 0)
        sections.append(
            ListSection(
                id=key,
                number=site.category_number(key),
                name=site.say(site.register.vocabulary.categories[key].name),
                rows=tuple(rows),
            )
        )
    return sections
