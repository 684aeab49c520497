"""Where to report an error, with the page or entry it is about."""

from urllib.parse import quote

from website.localized_site import LocalizedSite


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
