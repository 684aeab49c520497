"""Where a site is, and the metadata of its pages: URLs, structured data, links to the source."""

from urllib.parse import quote

from msgspec import Struct

from website import urls
from website.frame.navigation import MenuItems
from website.frame.sitemap import Alternate, list_alternates
from website.frame.structured_data import describe_page, picture_url
from website.localized_site import LocalizedSite
from website.page import Page


class Hosting(Struct, frozen=True, kw_only=True):
    """The URLs of a site and of its sources, as named in its pages."""

    # The URL of the hosted site; the offline edition names it, too. Empty where it is not known.
    root: str
    # The URL of the site being built; empty in the offline edition.
    site_url: str = ""
    is_offline: bool = False
    # The URL of the repository, and that of the page to edit the register there; may be empty.
    repo_url: str = ""
    edit_root: str = ""


class Metadata(Struct, frozen=True, kw_only=True):
    """The metadata of one page; a URL is empty where there is none."""

    as_of: str
    # The canonical URL of the page, and that of the picture that represents it.
    url: str = ""
    picture: str = ""
    alternates: tuple[Alternate, ...] = ()
    # JSON-LD with schema.org terms, safe within HTML.
    structured_data: str = ""
    # Where to report an error, and where to edit the page. Only entries have a line.
    report_link: str = ""
    edit_link: str = ""
    edit_line: str = ""
    is_offline: bool = False
    # The same page on the hosted site, in the offline edition.
    hosted_url: str = ""


def describe_metadata(
    site: LocalizedSite,
    page: Page,
    hosting: Hosting,
    breadcrumbs: MenuItems,
    edit_link: str,
) -> Metadata:
    """Return the metadata of `page`; `edit_link` leads to its source, for a hand-written page."""
    line = str(site.register.lines.get(site.entry_id_of(page.path), ""))
    if line and hosting.edit_root:
        edit_link = f"{hosting.edit_root}#L{line}"
    hosted = urls.hosted(hosting.root, site.language, page.path) if hosting.root else ""
    return Metadata(
        as_of=site.date(site.register.publication.as_of),
        url=hosted if hosting.site_url else "",
        picture=picture_url(site, page.path, hosting.root),
        alternates=list_alternates(f"{site.language}/{page.path}", hosting.site_url, site.links),
        structured_data=describe_page(site, page.path, page.title, breadcrumbs, hosting.root),
        report_link=report_link(site, page.path, hosting.repo_url),
        edit_link=edit_link,
        edit_line=line,
        is_offline=hosting.is_offline,
        hosted_url=hosted if hosting.is_offline else "",
    )


def report_link(site: LocalizedSite, path: str, repository: str) -> str:
    """Return the link to report an error on the page at `path`; empty if there is none.

    It writes a mail to the address in data/publication.yaml or, without one, opens a new issue in
    the `repository`.
    """
    subject = quote(f"[{path.removeprefix('initiatives/')}] {site.words('report-error')}")
    address = site.register.publication.error_address
    if address:
        return f"mailto:{address}?subject={subject}"
    return f"{repository.rstrip('/')}/issues/new?title={subject}" if repository else ""
