"""Where to report an error, with the page or entry it is about."""

from urllib.parse import quote

from website.localized_site import LocalizedSite


def report_link(site: LocalizedSite, path: str, repository: str) -> str:
    """Return a link that reports an error on the page at `path`; empty if there is nowhere to.

    It is a mail to the address of data/publication.yaml or, without one, a new issue in the
    `repository`.
    """
    subject = quote(f"[{path.removeprefix('initiatives/')}] {site.words('report-error')}")
    address = site.register.publication.error_address
    if address:
        return f"mailto:{address}?subject={subject}"
    return f"{repository.rstrip('/')}/issues/new?title={subject}" if repository else ""
