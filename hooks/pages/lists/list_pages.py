"""The register as two lists to print: the succinct one and the detailed one."""

from dataclasses import dataclass

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


@dataclass(frozen=True, kw_only=True)
class DocumentLink:
    """A link to one of the lists as a document."""

    kind: str
    suffix: str
    link: str
    media: str


@dataclass(frozen=True, kw_only=True)
class ListRow:
    """An entry in a list, and the link to its page; on paper there may be none."""

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
    return site.render_page(
        "lists/list.html",
        path,
        list_kind=kind,
        sections=list_sections(site, path, kind),
        count=len(site.register.initiatives),
        left=site.count_left(site.register.initiatives),
        as_of=site.date(site.register.publication.as_of),
        files=link_documents(site, path, kind),
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
