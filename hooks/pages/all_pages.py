"""Every page of a language with its renderer: the preview renders only the requested ones."""

from collections.abc import Callable, Iterator
from functools import partial

from pages.entries.entry_page import render_initiative
from pages.explorer.compare_page import render_compare
from pages.explorer.explorer_page import render_explorer
from pages.lists.list_pages import list_list_pages
from pages.reference.glossary_pages import list_glossary_pages
from pages.tables.facet_pages import list_facet_pages
from pages.tables.table_pages import list_table_pages
from pages.views.changes.page import list_change_pages
from pages.views.dashboard.page import render_dashboard
from pages.views.relations.page import list_relation_pages
from pages.views.timeline.page import list_timeline_pages
from register.model import Initiative
from website import urls
from website.artifact import Artifact
from website.entries.entry_tile import make_tile
from website.localized_site import LocalizedSite
from website.page import Page
from website.views import list_views


def generate_pages(site: LocalizedSite) -> dict[str, str]:
    """Return the Markdown source of every page of a language, by its name ("fr/glossary.md").

    This is for a move to another generator.
    """
    return {
        urls.source(site.language, path): render().to_markdown()
        for path, render in list_pages(site).items()
    }


def list_pages(site: LocalizedSite) -> dict[str, Callable[[], Page]]:
    """Return the renderer of each page of a language, by the page's path ("glossary").

    What would exceed the limits of the site is divided into several pages.
    """
    return dict(_list_renderers(site))


def _list_renderers(site: LocalizedSite) -> Iterator[tuple[str, Callable[[], Page]]]:
    limits = site.limits
    yield from list_table_pages(site, limits.rows)
    yield urls.EXPLORE, partial(render_explorer, site)
    yield urls.COMPARE, partial(render_compare, site)
    yield from list_facet_pages(site, limits.rows)
    yield from list_glossary_pages(site)
    anomalies = partial(site.render_page, "reference/anomalies.html", urls.ANOMALIES)
    yield urls.ANOMALIES, partial(anomalies, make_tile=partial(make_tile, site, urls.ANOMALIES))
    views = partial(site.render_page, "views/overview.html", urls.VIEWS)
    yield urls.VIEWS, partial(views, views=tuple(list_views(site.register)))
    yield from list_timeline_pages(site, limits.milestones)
    yield urls.DASHBOARD, partial(render_dashboard, site)
    yield from list_relation_pages(site, limits.related)
    yield from list_change_pages(site, limits.changes)
    yield from list_list_pages(site)
    for entry in site.register.initiatives:
        yield urls.initiative(entry.id), partial(render_initiative, site, entry)


def list_redirects(
    site: LocalizedSite, script: str = "assets/js/redirect.js"
) -> Iterator[Artifact]:
    """Yield the redirect from each former address of an entry to the present one.

    `script` is the name in the site of the one that takes query and anchor along.
    """
    for entry in site.register.initiatives:
        for former_id in entry.former_ids:
            origin = urls.initiative(former_id)
            yield Artifact(
                path=site.links.file(f"{site.language}/{origin}"),
                render=partial(_render_redirect, site, entry, origin, script),
                group=entry.id,
            )


def _render_redirect(site: LocalizedSite, entry: Initiative, origin: str, script: str) -> str:
    return site.render(
        "redirect.html",
        origin,
        title=site.title(entry),
        target=site.link(origin, urls.initiative(entry.id)),
        script=site.links.to_file(f"{site.language}/{origin}", script),
    )
