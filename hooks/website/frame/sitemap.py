"""The sitemap."""

from collections.abc import Iterable

from msgspec import Struct

from register.model import LANGUAGES
from website.frame.alternates import Alternate, list_alternates
from website.urls import Links


class SitemapEntry(Struct, frozen=True, kw_only=True):
    """A page in the sitemap."""

    url: str
    updated: str
    alternates: tuple[Alternate, ...]


def list_sitemap(
    pages: Iterable[str], site_url: str, links: Links, updated: str
) -> list[SitemapEntry]:
    """Return the sitemap of `pages`, which are paths with language ("fr/glossary").

    `updated` is the date of the register, which applies to every page.
    """
    root = site_url.rstrip("/") + "/"
    entries = []
    for path in pages:
        localised = path.partition("/")[0] in LANGUAGES
        alternates = list_alternates(path, site_url, links) if localised else ()
        url = root + links.url(path)
        entries.append(SitemapEntry(url=url, updated=updated, alternates=alternates))
    return entries
