"""The page that leads to all views across the register."""

from pages import addresses
from pages.language_site import LanguageSite

# Path and key of the words of each view: its name, and `key`-card for what it shows.
VIEWS = (
    (addresses.EXPLORE, "explore"),
    (addresses.FACETS, "browse"),
    (addresses.COMPARE, "compare"),
    (addresses.TIMELINE, "timeline"),
    (addresses.DASHBOARD, "dashboard"),
    (addresses.RELATIONS, "relations"),
    (addresses.CHANGES, "changes"),
    (addresses.LIST_SUCCINCT, "list-succinct"),
    (addresses.LIST_DETAILED, "list-detailed"),
)


def render_views(site: LanguageSite) -> str:
    """Return the Markdown source of the page of views."""
    path = addresses.VIEWS
    cards = [
        {
            "key": key,
            "link": site.link(path, target),
            "name": site.words(key),
            "text": site.words(f"{key}-card"),
        }
        for target, key in VIEWS
    ]
    return site.render("views.md", path, cards=cards)
