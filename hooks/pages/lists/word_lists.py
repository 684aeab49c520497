"""The lists as Word documents: the words of the PDFs, to go on working with."""

from collections.abc import Callable
from functools import partial

from msgspec import Struct

from pages.lists.list_pages import DETAILED, KINDS, SUCCINCT, describe_list
from pages.lists.word_package import WordLinks, pack
from website import urls
from website.colours import read_colours
from website.localized_site import LocalizedSite
from website.text.dates import first_day

# The languages as Word names them.
_TAGS = {"fr": "fr-FR", "en": "en-GB"}
# Longer descriptions leave half a page empty if their row has to stay on one.
_KEPT = 900


class Sheet(Struct, frozen=True, kw_only=True):
    """A sheet of paper, in twentieths of a point."""

    width: int
    height: int
    margin: int


class Layout(Struct, frozen=True, kw_only=True):
    """The paper of a list, and the columns of its tables: their heads and widths."""

    page: Sheet
    heads: tuple[str, ...]
    widths: tuple[int, ...]


_LAYOUTS = {
    SUCCINCT: Layout(
        page=Sheet(width=11906, height=16838, margin=1020),
        heads=("number-short", "list-name"),
        widths=(900, 8966),
    ),
    DETAILED: Layout(
        page=Sheet(width=16838, height=11906, margin=850),
        heads=(
            *("number-short", "list-name", "objective", "list-actors-access"),
            *("description", "list-status"),
        ),
        widths=(640, 2400, 2500, 2900, 3998, 2700),
    ),
}


def list_word_files(site: LocalizedSite, site_url: str) -> dict[str, Callable[[], bytes]]:
    """Return what renders each Word document of a language, by its name below the site's root.

    `site_url` is the address of the hosted site, to which the documents link.
    """
    stem = site.register.publication.file_stem
    return {
        urls.document(stem, kind, site.language, "docx"): partial(
            render_word_list, site, kind, site_url
        )
        for kind in KINDS
    }


def render_word_list(site: LocalizedSite, kind: str, site_url: str) -> bytes:
    """Return the list `kind` as a Word document that links to the site at `site_url`.

    It has no links where that is empty.
    """
    layout, links = _LAYOUTS[kind], WordLinks()
    shared = {"kind": kind, "colour": _find_colour, "tag": _TAGS[site.language]}
    shared |= describe_list(site, kind)

    def render(name: str, **values: object) -> str:
        return site.render(f"lists/word/{name}.xml", KINDS[kind], **shared, **values)

    text = render(
        "document",
        heads=layout.heads,
        widths=layout.widths,
        page=layout.page,
        link=links.link,
        hosted=partial(urls.hosted, site_url, site.language),
        is_hosted=bool(site_url),
        kept=_KEPT,
    )
    return pack(
        {
            "[Content_Types].xml": render("content_types"),
            "_rels/.rels": render("package"),
            "docProps/core.xml": render("properties", **_describe(site, kind)),
            "word/document.xml": text,
            "word/_rels/document.xml.rels": render("relationships", links=links.addresses),
            "word/styles.xml": render("styles", small=kind == DETAILED),
            "word/numbering.xml": render("numbering"),
            "word/settings.xml": render("settings"),
            "word/footer1.xml": render("footer", right=sum(layout.widths)),
        }
    )


def _describe(site: LocalizedSite, kind: str) -> dict[str, str]:
    """Return what the document says of itself."""
    publication, count = site.register.publication, len(site.register.initiatives)
    as_of = site.date(publication.as_of)
    return {
        "title": f"{site.words(f'list-{kind}')} – {site.say(publication.name)}",
        "subject": site.words(f"list-{kind}-introduction", count=count, date=as_of),
        "author": site.say(publication.publisher.name) if publication.publisher else "",
        "date": first_day(publication.as_of).isoformat(),
    }


def _find_colour(name: str) -> str:
    """Return a colour as Word writes it, "1c5a94"; of a category beyond the five, that of text."""
    colours = read_colours()
    return colours.get(name, colours["ink"]).removeprefix("#")
