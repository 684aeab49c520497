"""The register as two lists to print: the succinct one and the detailed one."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from pages.parts import Division, Part, PartHead, link_parts, list_part_pages
from pages.tables.table_pages import divide_entries
from register.model import Initiative
from website import urls
from website.entries.entry_view import EntryView
from website.localized_site import LocalizedSite
from website.page import Page

SUCCINCT = "succinct"
DETAILED = "detailed"
KINDS = {SUCCINCT: urls.LIST_SUCCINCT, DETAILED: urls.LIST_DETAILED}
# The media type of each kind of document, as registered with IANA.
DOCUMENT_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


class DocumentLink(Struct, frozen=True, kw_only=True):
    """A link to one of the lists as a document."""

    kind: str
    suffix: str
    link: str
    media: str


class ListRow(Struct, frozen=True, kw_only=True):
    """An entry in a list, and the link to its page; on paper there may be none."""

    view: EntryView
    link: str


class ListSection(Struct, frozen=True, kw_only=True):
    """A category in a list."""

    id: str
    number: int
    name: str
    rows: tuple[ListRow, ...]


def list_list_pages(site: LocalizedSite) -> Iterator[tuple[str, Callable[[], Page]]]:
    """Yield path and renderer of each list, and of its parts if it is too long."""
    most = {SUCCINCT: site.limits.names, DETAILED: site.limits.texts}
    for kind, path in KINDS.items():
        entries = sort_entries(site, kind)
        division = divide_entries(site, path, site.words(f"list-{kind}"), entries, most[kind])
        if division and kind == DETAILED:
            division = replace(division, anchor=lambda entry: f"list-{entry.id}")
        yield path, partial(_render_list, site, kind, division)
        yield from list_part_pages(site, division, partial(_render_part, site, kind))


def _render_list(site: LocalizedSite, kind: str, division: Division[Initiative] | None) -> Page:
    path = KINDS[kind]
    return site.render_page(
        "lists/list.html",
        path,
        list_kind=kind,
        sections=[] if division else list_sections(site, path, kind),
        parts=link_parts(site, path, division),
        count=len(site.register.initiatives),
        left=site.count_left(site.register.initiatives),
        as_of=site.date(site.register.publication.as_of),
        files=link_documents(site, path, kind),
    )


def describe_list(site: LocalizedSite, kind: str) -> dict[str, Any]:
    """Return what the list `kind` shows, as a document."""
    entries = site.register.initiatives
    return {
        "sections": list_sections(site, KINDS[kind], kind),
        "count": len(entries),
        "left": site.count_left(entries),
        "as_of": site.date(site.register.publication.as_of),
    }


def _render_part(
    site: LocalizedSite, kind: str, path: str, part: Part[Initiative], head: PartHead
) -> Page:
    section = _make_section(site, path, part.category, part.items)
    return site.render_page(
        "lists/list_part.html", path, list_kind=kind, head=head, section=section
    )


def link_documents(site: LocalizedSite, path: str, kind: str) -> list[DocumentLink]:
    """Return the links from the page at `path` to the list `kind` as a document, PDF first.

    Without Pango there is no PDF.
    """
    stem = site.register.publication.file_stem
    names = {suffix: urls.document(stem, kind, site.language, suffix) for suffix in DOCUMENT_TYPES}
    return [
        DocumentLink(
            kind=kind,
            suffix=suffix,
            link=site.links.to_file(f"{site.language}/{path}", name),
            media=DOCUMENT_TYPES[suffix],
        )
        for suffix, name in names.items()
        if suffix != "pdf" or name in site.documents
    ]


def list_sections(site: LocalizedSite, path: str, kind: str) -> list[ListSection]:
    """Return the categories with their entries for the page at `path`."""
    groups: dict[str, list[Initiative]] = {key: [] for key in site.register.by_category}
    for entry in sort_entries(site, kind):
        groups[entry.category].append(entry)
    return [_make_section(site, path, key, entries) for key, entries in groups.items()]


def sort_entries(site: LocalizedSite, kind: str) -> list[Initiative]:
    """Return the entries by category, the succinct list in the order of its numbers."""
    groups = site.register.by_category.values()
    if kind == DETAILED:
        return list(chain.from_iterable(groups))
    return [entry for group in groups for entry in sorted(group, key=lambda e: site.number(e) or 0)]


def _make_section(
    site: LocalizedSite, path: str, category: str, entries: Iterable[Initiative]
) -> ListSection:
    views = map(site.view, entries)
    return ListSection(
        id=category,
        number=site.category_number(category),
        name=site.say(site.register.vocabulary.categories[category].name),
        rows=tuple(ListRow(view=view, link=site.link(path, view.path)) for view in views),
    )
