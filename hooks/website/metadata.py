"""The frame of a page with its addresses for machines in it."""

from dataclasses import dataclass, replace

from website import urls
from website.localized_site import LocalizedSite
from website.navigation import Frame, frame_page
from website.report_link import report_link
from website.structured_data import describe_page, picture_url


@dataclass(frozen=True, kw_only=True)
class Hosting:
    """Where a site stands: what its pages say of their own addresses.

    `root` is the address of the hosted site, which the offline edition tells too; `site_url` that
    of the site built, empty offline. `repo_url` is the place of its sources, or empty.
    """

    root: str
    site_url: str = ""
    is_offline: bool = False
    repo_url: str = ""


def make_frame(site: LocalizedSite, path: str, title: str, hosting: Hosting, edit: str) -> Frame:
    """Return the frame of the page at `path` (without language).

    `title` is its title as plain text; `edit` leads to the page's source, or is empty.
    """
    frame = frame_page(
        site,
        path,
        site_url=hosting.site_url,
        edit_link=edit,
        hosted_root=hosting.root if hosting.is_offline else "",
    )
    return replace(
        frame,
        page_data=describe_page(site, path, title, frame.trail, hosting.root),
        picture=picture_url(site, path, hosting.root),
        url=urls.hosted(hosting.root, site.language, path) if hosting.site_url else "",
        report_link=report_link(site, path, hosting.repo_url),
    )
