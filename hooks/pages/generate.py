"""The register as pages: a pure function, which is also the way out to another generator.

Pages are listed with what makes each of them, so that the preview makes only those looked at.
"""

from collections.abc import Callable, Iterator
from functools import partial

from pages import addresses
from pages.changes import render_changes
from pages.compare import render_compare
from pages.dashboard import render_dashboard
from pages.explorer import render_explorer
from pages.facets import list_facet_pages
from pages.glossary import render_glossary
from pages.indexes import render_categories, render_category, render_initiatives
from pages.initiative import render_initiative
from pages.language_site import LanguageSite
from pages.lists import KINDS, render_list
from pages.reference import render_anomalies
from pages.relations import render_relations
from pages.timeline import render_timeline
from pages.views import render_views
from register.model import Initiative

Maker = Callable[[], str]


def generate_pages(site: LanguageSite) -> dict[str, str]:
    """Return the Markdown source of every generated page of a language, by its name.

    Names are as in docs/, for instance "fr/initiatives/cen.md".
    """
    return {name: make() for name, make in list_pages(site).items()}


def list_pages(site: LanguageSite) -> dict[str, Maker]:
    """Return what makes each generated page of a language, by the page's name."""
    return {addresses.source(site.language, path): make for path, make in _list_makers(site)}


def _list_makers(site: LanguageSite) -> Iterator[tuple[str, Maker]]:
    yield addresses.CATEGORIES, partial(render_categories, site)
    yield addresses.INITIATIVES, partial(render_initiatives, site)
    yield addresses.EXPLORE, partial(render_explorer, site)
    yield addresses.COMPARE, partial(render_compare, site)
    yield from list_facet_pages(site)
    yield addresses.GLOSSARY, partial(render_glossary, site)
    yield addresses.ANOMALIES, partial(render_anomalies, site)
    yield addresses.VIEWS, partial(render_views, site)
    yield addresses.TIMELINE, partial(render_timeline, site)
    yield addresses.DASHBOARD, partial(render_dashboard, site)
    yield addresses.RELATIONS, partial(render_relations, site)
    yield addresses.CHANGES, partial(render_changes, site)
    for kind, path in KINDS.items():
        yield path, partial(render_list, site, kind)
    for category_id in site.register.vocabulary.categories:
        yield addresses.category(category_id), partial(render_category, site, category_id)
    for entry in site.register.initiatives:
        yield addresses.initiative(entry.id), partial(render_initiative, site, entry)


def list_redirects(site: LanguageSite) -> dict[str, Maker]:
    """Return what makes the HTML page for each former id, by its name below the site's root."""
    redirects: dict[str, Maker] = {}
    for entry in site.register.initiatives:
        for former_id in entry.former_ids:
            origin = addresses.initiative(former_id)
            url = site.links.url(f"{site.language}/{origin}")
            name = url + "index.html" if url.endswith("/") else url
            redirects[name] = partial(_render_redirect, site, entry, origin)
    return redirects


def _render_redirect(site: LanguageSite, entry: Initiative, origin: str) -> str:
    target = site.link(origin, addresses.initiative(entry.id))
    return site.render("redirect.html", origin, title=site.title(entry), target=target)
