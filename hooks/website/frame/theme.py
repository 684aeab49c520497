"""What our pages use of the theme, and where the assets of this build are."""

import json
from collections.abc import Mapping

from markupsafe import Markup
from msgspec import Struct, field

from register.model import Language
from website.json_in_html import escape_for_html

FEATURES = ("search.suggest", "search.share")
# The theme's words that its script for the search uses.
SCRIPT_WORDS = (
    "clipboard.copied",
    "clipboard.copy",
    "search.result.more.one",
    "search.result.more.other",
    "search.result.none",
    "search.result.one",
    "search.result.other",
    "search.result.placeholder",
    "search.result.term.missing",
    "select.version",
)
# Those that our templates use.
PAGE_WORDS = ("search", "search.reset", "search.result.initializer")
ICONS = ("magnify", "arrow-left", "close", "weather-night", "weather-sunny")


class Theme(Struct, frozen=True, kw_only=True):
    """What a page needs of Material. Names of files are relative to the site's root."""

    # The one style sheet of every page.
    stylesheet: str = "assets/css/site.css"
    # The theme's own script, which is loaded when the search is first used.
    bundle: str = ""
    # The new names of the assets in docs/, by their names there.
    moved: Mapping[str, str] = field(default_factory=dict)
    # The words of SCRIPT_WORDS and PAGE_WORDS, by language.
    words: Mapping[Language, Mapping[str, str]] = field(default_factory=dict)
    # The icons of ICONS as SVG, by name: "material/magnify".
    icons: Mapping[str, Markup] = field(default_factory=dict)
    # The Content-Security-Policy in the page; empty in the preview.
    policy: str = ""
    # Whether a page has a stamp, by which it notices that another one is published in its place.
    has_stamps: bool = False

    def find(self, name: str) -> str:
        """Return the name in the site of the asset with the `name` in docs/."""
        return self.moved.get(name, name)

    def configure(self, language: Language, base: str, worker: str) -> Markup:
        """Return the settings of the theme's script as JSON, safe within HTML.

        `base` and `worker` are links to the search index's folder and to the search worker.
        """
        words = self.words[language]
        settings = {
            "base": base,
            "search": worker,
            "annotate": None,
            "features": FEATURES,
            "tags": None,
            "translations": {key: words[key] for key in SCRIPT_WORDS},
            "version": None,
        }
        return Markup(escape_for_html(json.dumps(settings, ensure_ascii=False)))
