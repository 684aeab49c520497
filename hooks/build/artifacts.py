"""The table of everything that is rendered for a site: build, preview and sitemap read this one."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from msgspec import Struct

from build.kept_pages import list_for_keeping
from exports.all_files import list_files
from exports.licences import make_licences
from pages.all_pages import list_pages, list_redirects
from pages.explorer.entry_scripts import list_entry_scripts
from pages.explorer.rows_script import list_rows_script
from pages.lists.word_lists import list_word_files
from website import urls
from website.artifact import Artifact
from website.frame.metadata import Hosting
from website.frame.out_of_date import write_newer
from website.frame.sitemap import list_sitemap
from website.frame.theme import Theme
from website.frame.whole_page import (
    Sites,
    render_gateway,
    render_not_found,
    render_not_found_anywhere,
    render_whole_page,
)
from website.localized_site import LocalizedSite
from website.page import Page


class Surroundings(Struct, frozen=True, kw_only=True):
    """What a site is rendered with, besides the register."""

    hosting: Hosting
    theme: Theme
    # The folder of others' works, with their licences.
    vendor: Path
    # The cache of pictures.
    pictures: Path
    # Hand-written pages, by path with language ("fr/about").
    written: tuple[str, ...] = ()


def list_artifacts(sites: Sites, around: Surroundings) -> dict[str, Artifact]:
    """Return every artifact of the site by its path, hosted or offline as `around.hosting` says."""
    hosting = around.hosting
    found = [
        *list_files(sites, hosting.root, around.pictures),
        Artifact(
            path="licences.txt",
            render=partial(make_licences, sites["fr"].register.publication, around.vendor),
        ),
        Artifact(path="index.html", render=partial(render_gateway, sites, around.theme, hosting)),
    ]
    for site in sites.values():
        found += list_entry_scripts(site, hosting.root)
        found += list_rows_script(site)
        found += list_redirects(site, around.theme.find("assets/js/redirect.js"))
        files = list_word_files(site, hosting.root)
        # As with the calendars, one process is enough to load what they are made with.
        found += [Artifact(path=path, render=each, group="word") for path, each in files.items()]
        found += _list_whole_pages(site, around)
    if not hosting.is_offline:
        pages = ["index", *around.written, *(each.page for each in found if each.page)]
        found += _list_for_servers(sites, around, pages)
    return {artifact.path: artifact for artifact in found}


def _list_whole_pages(site: LocalizedSite, around: Surroundings) -> Iterator[Artifact]:
    for path, render in list_pages(site).items():
        page = f"{site.language}/{path}"
        yield Artifact(
            path=site.links.file(page),
            render=partial(_render_whole, site, render, around),
            group=site.entry_id_of(path),
            page=page,
        )


def make_page_artifact(
    site: LocalizedSite, path: str, render: Callable[[], Page], around: Surroundings
) -> Artifact:
    """Return the artifact of an additional page, which is not in the sitemap."""
    return Artifact(
        path=site.links.file(f"{site.language}/{path}"),
        render=partial(_render_whole, site, render, around),
    )


def _render_whole(site: LocalizedSite, render: Callable[[], Page], around: Surroundings) -> bytes:
    return render_whole_page(site, render(), around.theme, around.hosting)


def _list_for_servers(sites: Sites, around: Surroundings, pages: list[str]) -> Iterator[Artifact]:
    """Yield the artifacts of the hosted site only; the sitemap lists `pages`, in this order."""
    hosting, theme, site = around.hosting, around.theme, sites["fr"]
    root = (urlsplit(hosting.site_url or "/").path.rstrip("/") or "") + "/"
    yield Artifact(path="404.html", render=partial(render_not_found_anywhere, sites, theme, root))
    for language, each in sites.items():
        yield Artifact(
            path=f"{language}/404.html", render=partial(render_not_found, each, theme, root)
        )
        yield from list_for_keeping(sites, each, theme, root)
        newer = partial(write_newer, each, theme)
        yield Artifact(path=f"{language}/{urls.NEWER}", render=newer)
    # A sitemap holds whole addresses, and there is none without that of the site.
    if hosting.site_url:
        yield Artifact(
            path="sitemap.xml", render=partial(_render_sitemap, site, pages, hosting.site_url)
        )
    yield Artifact(path="robots.txt", render=partial(_render_robots, hosting.site_url))
    yield Artifact(
        path="data/index.html",
        render=partial(site.render, "data_index.html", urls.HOME, sites=sites),
    )


def _render_sitemap(site: LocalizedSite, pages: list[str], site_url: str) -> str:
    updated = site.register.publication.as_of
    entries = list_sitemap(pages, site_url, site.links, updated)
    return site.render("sitemap.xml", urls.HOME, entries=entries)


def _render_robots(site_url: str) -> str:
    sitemap = f"\nSitemap: {site_url.rstrip('/')}/sitemap.xml\n" if site_url else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"
