"""The page on which a script shows some entries side by side."""

from pages.explorer.comparison_offers import list_offers
from pages.explorer.explorer_page import describe_scripts, to_json_block
from website import urls
from website.localized_site import LocalizedSite
from website.page import Page

# Words that the script fills with names and figures.
WORDS = (
    "compare-one",
    "compare-none",
    "compare-now",
    "compare-dropped",
    "compare-too-many",
    "compare-linked",
    "compare-remove",
    "compare-remove-short",
    "compare-caption",
    "compare-field",
    "compare-differs",
    "compare-same",
    "compare-left-out",
    "not-stated",
    "number-short",
    "link-copied",
    "link-not-copied",
    "link-unknown",
    "load-failed",
)


def render_compare(site: LocalizedSite) -> Page:
    """Return the comparison."""
    path = urls.COMPARE
    register = site.register
    data = {
        "ids": [entry.id for entry in register.initiatives],
        "former": {
            former: entry.id for entry in register.initiatives for former in entry.former_ids
        },
        "words": site.words.pick(WORDS),
        **describe_scripts(site, path),
    }
    return site.render_page(
        "explorer/compare.html", path, offers=list_offers(site), data=to_json_block(data)
    )
