"""The pages of the site in every language, for search engines."""

from collections.abc import Iterable

from msgspec import Struct

from register.model import LANGUAGES
from website import urls
from website.urls import Links


class Alternate(Struct, frozen=True, kw_only=True):
    """The same page in a language, or the language-neutral "x-default"."""

    language: str
    url: str


def list_alternates(path: str, site_url: str, links: Links) -> tuple[Alternate, ...]:
    """Return the page at `path` (with language) in every language, and the neutral gateway.

    Search engines expect absolute URLs: without `site_url` there are no alternates.
    """
    if not site_url:
        return ()
    root = site_url.rstrip("/") + "/"
    rest = path.partition("/")[2]
    found = [
        Alternate(language=language, url=root + links.url(f"{language}/{rest}"))
        for language in LANGUAGES
    ]
    neutral = root if rest == urls.HOME else root + links.url(f"{LANGUAGES[0]}/{rest}")
    return (*found, Alternate(language="x-default", url=neutral))


class SitemapEntry(Struct, frozen=True, kw_only=True):
    """A page in the sitemap."""

    url: str
    updated: str
    alternates: tuple[Alternate, ...]


def list_sitemap(
    pages: Iterable[str], site_url: str, links: Links, updated: str
) -> list[SitemapEntry]:
    """Return the sitemap of `pages` ("fr/glossary"), each `updated` at the register's date."""
    root = site_url.rstrip("/") + "/"
    entries = []
    for path in pages:
        localised = path.partition("/")[0] in LANGUAGES
        alternates = list_alternates(path, site_url, links) if localised else ()
        url = root + links.url(path)
        entries.append(SitemapEntry(url=url, updated=updated, alternates=alternates))
    return entries
