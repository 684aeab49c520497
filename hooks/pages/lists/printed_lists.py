"""The lists as HTML for paper, which hooks/offline/pdfs.py renders as PDF."""

from markupsafe import Markup

from pages.lists.list_pages import KINDS, describe_list
from website import urls
from website.localized_site import LocalizedSite
from website.urls import Links


class HostedLinks(Links, frozen=True, kw_only=True):
    """Links from a document to the pages of the hosted site."""

    site_url: str

    def relative(self, origin: str, target: str) -> str:
        """Return the address of the page at `target` on the hosted site; empty without one."""
        if not self.site_url:
            return ""
        return f"{self.site_url.rstrip('/')}/{self.url(target)}"


def render_document(site: LocalizedSite, kind: str, style: str) -> str:
    """Return the list `kind` as an HTML document with the style sheet `style`.

    `site` links to the hosted site: its links are `HostedLinks`.
    """
    return site.render(
        "lists/printed_list.html",
        KINDS[kind],
        kind=kind,
        date=site.register.publication.as_of,
        style=Markup(style),
        **describe_list(site, kind),
    )


def list_documents(site: LocalizedSite) -> dict[str, str]:
    """Return the kind of each document of a language by its name below the site's root."""
    stem = site.register.publication.file_stem
    return {urls.document(stem, kind, site.language): kind for kind in KINDS}
