"""The page that links to all views across the register."""

from website import urls
from website.localized_site import LocalizedSite
from website.page import Page
from website.views import list_views


def render_views(site: LocalizedSite) -> Page:
    """Return the page of views."""
    path = urls.VIEWS
    cards = [
        {
            "key": key,
            "link": site.link(path, target),
            "name": site.words(key),
            "text": site.words(f"{key}-card"),
        }
        for target, key in list_views(site.register)
    ]
    return site.render_page("views/overview.html", path, cards=cards)
