"""A page with its frame: the HTML that a reader gets, in UTF-8."""

from collections.abc import Mapping

from msgspec.structs import replace

from register.model import Language
from website import urls
from website.frame.metadata import Hosting, Metadata, describe_metadata
from website.frame.navigation import describe_error_navigation, describe_navigation
from website.frame.out_of_date import BLANK, stamp
from website.frame.sitemap import list_alternates
from website.frame.theme import Theme
from website.localized_site import LocalizedSite
from website.page import Page

Sites = Mapping[Language, LocalizedSite]


def render_whole_page(
    site: LocalizedSite, page: Page, theme: Theme, hosting: Hosting, edit_link: str = ""
) -> bytes:
    """Return the HTML of `page`; `edit_link` leads to its source, for a hand-written page."""
    nav = describe_navigation(site, page.path, page.whole, is_offline=hosting.is_offline)
    meta = describe_metadata(site, page, hosting, nav.breadcrumbs, edit_link)
    return _render(site, "page.html", page.path, theme, page=page, nav=nav, meta=meta)


def _render(site: LocalizedSite, template: str, path: str, theme: Theme, **values: object) -> bytes:
    """Return what the `template` makes of the `values`, with its stamp where pages have one."""
    html = site.render(template, path, theme=theme, blank_stamp=BLANK, **values).encode("utf-8")
    return stamp(html) if theme.has_stamps else html


def render_gateway(sites: Sites, theme: Theme, hosting: Hosting) -> bytes:
    """Return the page at the site's root, which leads to each language."""
    site = sites["fr"]
    nav = replace(describe_navigation(site, urls.HOME), root="", search_base="")
    return _render(
        site,
        "gateway.html",
        urls.HOME,
        theme,
        sites=sites,
        nav=nav,
        url=f"{hosting.site_url.rstrip('/')}/" if hosting.site_url else "",
        alternates=list_alternates(f"fr/{urls.HOME}", hosting.site_url, site.links),
        is_offline=hosting.is_offline,
        hosted_url=hosting.root,
    )


def render_not_found(site: LocalizedSite, theme: Theme, root: str) -> bytes:
    """Return the "not found" page of a language; `root` is the path of the site on its host."""
    return _render_anywhere(site, "not_found.html", theme, root)


def render_not_kept(sites: Sites, language: Language, theme: Theme, root: str) -> bytes:
    """Return the page that a browser shows, without a network, for one that it does not keep."""
    return _render_anywhere(sites[language], "not_kept.html", theme, root, sites=sites)


def render_not_found_anywhere(sites: Sites, theme: Theme, root: str) -> bytes:
    """Return the "not found" page in every language, for addresses outside /fr/ and /en/."""
    return _render_anywhere(sites["fr"], "not_found_anywhere.html", theme, root, sites=sites)


def _render_anywhere(
    site: LocalizedSite, template: str, theme: Theme, root: str, **context: object
) -> bytes:
    """Return a page that is served at any depth."""
    nav = describe_error_navigation(site, root)
    meta = Metadata(as_of=site.date(site.register.publication.as_of))
    return _render(site, template, "", theme, nav=nav, meta=meta, **context)
