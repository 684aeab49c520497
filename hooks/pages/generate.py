"""The register as pages: a pure function, which is also the way out to another generator."""

from collections.abc import Iterator

from pages import addresses
from pages.changes import render_changes
from pages.dashboard import render_dashboard
from pages.glossary import render_glossary
from pages.indexes import render_categories, render_category, render_initiatives
from pages.initiative import render_initiative
from pages.language_site import LanguageSite
from pages.lists import KINDS, render_list
from pages.reference import render_anomalies
from pages.relations import render_relations
from pages.timeline import render_timeline
from pages.views import render_views


def generate_pages(site: LanguageSite) -> dict[str, str]:
    """Return the Markdown source of every generated page of a language, by its name.

    Names are as in docs/, for instance "fr/initiatives/cen.md".
    """
    return {addresses.source(site.language, path): page for path, page in _render_all(site)}


def _render_all(site: LanguageSite) -> Iterator[tuple[str, str]]:
    yield addresses.CATEGORIES, render_categories(site)
    yield addresses.INITIATIVES, render_initiatives(site)
    yield addresses.GLOSSARY, render_glossary(site)
    yield addresses.ANOMALIES, render_anomalies(site)
    yield addresses.VIEWS, render_views(site)
    yield addresses.TIMELINE, render_timeline(site)
    yield addresses.DASHBOARD, render_dashboard(site)
    yield addresses.RELATIONS, render_relations(site)
    yield addresses.CHANGES, render_changes(site)
    for kind, path in KINDS.items():
        yield path, render_list(site, kind)
    for category_id in site.register.vocabulary.categories:
        yield addresses.category(category_id), render_category(site, category_id)
    for entry in site.register.initiatives:
        yield addresses.initiative(entry.id), render_initiative(site, entry)


def generate_redirects(site: LanguageSite) -> dict[str, str]:
    """Return an HTML page for each former id of an entry, by its name below the site's root."""
    redirects = {}
    for entry in site.register.initiatives:
        target = addresses.initiative(entry.id)
        for former_id in entry.former_ids:
            origin = addresses.initiative(former_id)
            url = site.links.url(f"{site.language}/{origin}")
            redirects[url + "index.html" if url.endswith("/") else url] = site.render(
                "redirect.html",
                origin,
                title=site.title(entry),
                target=site.link(origin, target),
            )
    return redirects
