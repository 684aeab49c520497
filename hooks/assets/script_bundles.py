"""The scripts of a page joined into one file: which parts go into it, in which order."""

import re
from collections.abc import Iterable, Mapping

# The parts of each file, by the name of that.
Bundles = Mapping[str, tuple[str, ...]]
JS, VENDOR = "assets/js/", "assets/vendor/"
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
# Comments on lines of their own, but for those of licences (`/*!`): readers need not load them.
_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*\*(?:[^*]|\*(?!/))*\*/[ \t]*)\n", re.MULTILINE)
# Nor the white space before a line: no script has a text that goes over several lines.
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)

_ENTRIES = (
    "common/dom",
    "common/words",
    "common/address",
    "explorer/entry_details",
    "site/share",
    "compare/basket",
)
_KEPT = ("keep/names", "keep/store", "keep/addresses")
_TEXT = ("common/text", "search/lexicon", "search/query")
# By the name of the file that readers get; a part may use those before it.
BUNDLES: Bundles = {
    "start": ("site/start",),
    "redirect": ("site/redirect",),
    "site": (
        "common/dom",
        "site/open_search",
        "site/published",
        "site/palette",
        "site/acronyms",
        "site/keep_link",
        "search/search_address",
    ),
    "not_found": ("site/not_found",),
    "parts": ("site/parts",),
    # With the theme's script, when the search is first used.
    "box": ("common/dom", "search/box"),
    "highlight": ("common/text", "search/highlight"),
    "search": (
        "vendor/minisearch",
        "common/words",
        *_TEXT,
        "search/engine",
        "search/rank",
        "search/passage",
        "search/spelling",
        "search/results",
        "search/worker",
    ),
    "explorer": (
        *_ENTRIES,
        "common/text",
        "explorer/entry_search",
        "explorer/rows",
        "explorer/filter",
        "explorer/state",
        "explorer/csv",
        "explorer/dossier",
        "explorer/panel",
        "explorer/basket_boxes",
        "explorer/explorer",
    ),
    "compare": (*_ENTRIES, "compare/selection", "compare/table", "compare/compare"),
    "keep": (
        "common/dom",
        "common/words",
        *_KEPT,
        "keep/lists",
        "keep/download",
        "keep/registration",
        "keep/keeper",
        "keep/panel/wording",
        "keep/panel/choice",
        "keep/panel/panel",
        "keep/panel/notices",
        "keep/panel/not_kept",
        "keep/keep",
    ),
}
# The service worker at the site's root, and the one in its place that removes what was kept.
SERVICE_WORKER = (*_KEPT, "keep/worker/page_editions", "keep/worker/cleaning", "keep/worker/worker")
REMOVAL_WORKER = ("keep/names", "keep/store", "keep/worker/removal_worker")
# At the site's root, for pages of an edition before.
NEWER = ("site/newer",)
# From file:// there are no workers, and nothing to keep.
OFFLINE_BUNDLES: Bundles = {
    **{name: parts for name, parts in BUNDLES.items() if name != "keep"},
    "worker_stand_in": ("common/dom", "offline/worker_stand_in"),
}
# What stands within the single-file edition.
SINGLE_FILE = (
    "site/acronyms",
    *_TEXT,
    "search/text_matcher",
    "offline/single_file",
)


def name_part(part: str) -> str:
    """Return the name in docs/ of a part of a bundle."""
    folder, _, name = part.partition("/")
    return f"{VENDOR}{name}.js" if folder == "vendor" else f"{JS}{part}.js"


def join_bundles(bundles: Bundles, files: Mapping[str, str]) -> dict[str, str]:
    """Return the text of each bundle by its name, "assets/js/site.js".

    `files` are texts by their names in docs/. Raises `KeyError` for a part that is not there.
    """
    return {
        f"{JS}{bundle}.js": join_scripts(files[name_part(part)] for part in parts)
        for bundle, parts in bundles.items()
    }


def join_scripts(texts: Iterable[str]) -> str:
    """Return `texts` as one script, in strict mode, whose names are its own."""
    return f'(() => {{\n"use strict";\n\n{"".join(map(_shorten, texts))}}})();\n'


def _shorten(text: str) -> str:
    for each in (_SOURCE_MAP, _COMMENT, _INDENT):
        text = each.sub("", text)
    return text.strip() + "\n"
