"""The page on which a script sets some entries side by side."""

from pages import addresses
from pages.explorer import describe_scripts, pick_words, to_json_block
from pages.language_site import LanguageSite

# Words that the script fills with names and figures.
WORDS = (
    "compare-one",
    "compare-none",
    "compare-now",
    "compare-dropped",
    "compare-remove",
    "compare-caption",
    "compare-field",
    "compare-differs",
    "compare-same",
    "compare-left-out",
    "not-stated",
    "number-short",
    "link-copied",
    "link-not-copied",
    "load-failed",
)


def render_compare(site: LanguageSite) -> str:
    """Return the Markdown source of the comparison."""
    path = addresses.COMPARE
    register = site.register
    groups = [
        (
            site.say(register.vocabulary.categories[key].short),
            [(entry.id, site.title(entry)) for entry in entries],
        )
        for key, entries in register.by_category.items()
        if entries
    ]
    data = {
        "ids": [entry.id for entry in register.initiatives],
        "words": pick_words(site, WORDS),
        **describe_scripts(site, path),
    }
    return site.render("compare.md", path, groups=groups, data=to_json_block(data))
