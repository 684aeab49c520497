"""Which pages of a built site a browser looks at, where looking at all of them would take long."""

from itertools import groupby
from pathlib import Path

# Of each kind of page one, by its address below the language.
KINDS = {
    "home": "",
    "entry": "initiatives/cen/",
    "entry with milestones": "initiatives/certificates-of-origin-interconnectivity/",
    "entries": "initiatives/",
    "category": "categories/standard-setting/",
    "categories": "categories/",
    "explorer": "explore/",
    "comparison": "compare/",
    "facets": "by/",
    "facet": "by/phase/active/",
    "facet of a body": "by/body/wco-sga/",
    "glossary": "glossary/",
    "anomalies": "anomalies/",
    "views": "views/",
    "timeline": "timeline/",
    "dashboard": "dashboard/",
    "relations": "relations/",
    "changes": "changes/",
    "succinct list": "lists/succinct/",
    "detailed list": "lists/detailed/",
    "method": "method/",
    "about": "about/",
    "data": "data/",
    "download": "download/",
    "not found": "404.html",
}


def list_different_pages(folder: Path) -> list[Path]:
    """Return the pages of a language: all of them, and of each facet only the two largest.

    `folder` is that of the language. Pages of a facet's values are made alike by one template; what
    is in each file is held by the tests that parse every page.
    """
    # A page is /about/index.html on the hosted site, /about.html in the offline edition.
    pages = sorted(path for path in folder.rglob("*.html"))
    values = folder / "by"

    def facet_of(page: Path) -> str:
        parts = page.relative_to(values).parts if page.is_relative_to(values) else ()
        return parts[0] if len(parts) > 1 else ""

    different = [page for page in pages if not facet_of(page)]
    alike = sorted((page for page in pages if facet_of(page)), key=facet_of)
    for _, group in groupby(alike, facet_of):
        different += sorted(group, key=lambda page: (-page.stat().st_size, page))[:2]
    return different
