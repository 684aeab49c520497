"""The style sheets of a page joined into one file: which parts, in which layer each.

Rules of a later layer win over those of an earlier one, however specific these are: ours need not
outweigh the theme's, nor a page those of its components.
"""

from collections.abc import Iterable, Mapping

CSS = "assets/css/"
# How many categories have a colour (docs/assets/css/base/categories.css).
COLOURED = 36
LAYERS = ("theme", "base", "layout", "components", "pages", "print")
ORDER = f"@layer {','.join(LAYERS)};"

_BASE = ("base/tokens", "base/categories", "base/hidden")
_COMPONENTS = (
    "components/badges",
    "components/acronyms",
    "components/cards",
    "components/charts",
    "components/tables",
    "components/milestones",
    "components/parts",
    "components/tiles",
    "components/controls/actions",
)
_ENTRIES = ("pages/entry", "pages/index", "pages/home", "pages/text", "pages/gateway")
_EXPLORER = (
    "components/controls/buttons",
    "components/controls/filters",
    "components/controls/toolbar",
    "components/controls/chosen",
    "components/controls/basket",
    "components/controls/notice",
    "pages/facets",
    "pages/explorer",
    "pages/dossier",
)
# The sheet of every page, after the theme's.
SITE: tuple[str, ...] = (
    *_BASE,
    "base/type",
    "layout/frame",
    "layout/header",
    "layout/menu",
    "layout/breadcrumbs",
    "layout/page_end",
    "layout/footer",
    *_COMPONENTS,
    "components/controls/search",
    "components/search_results",
    *_ENTRIES,
    "print",
)
# Those of some pages, by the name of the file that readers get.
BUNDLES: Mapping[str, tuple[str, ...]] = {
    "facets": ("pages/facets",),
    # After those of a page: the bar has to win over its basket.
    "newer": ("components/controls/buttons", "components/controls/newer"),
    "list": ("pages/lists/list",),
    "list_detailed": ("pages/lists/list", "pages/lists/list_detailed"),
    "views": (
        "components/legend",
        "components/controls/fold",
        "components/stacked_table",
        "components/plate",
        "pages/views/timeline",
        "pages/views/views",
        "pages/views/dashboard",
        "pages/views/relations",
        "pages/views/changes",
        "pages/views/glossary",
    ),
    "explorer": _EXPLORER,
    "compare": (*_EXPLORER, "pages/compare"),
    "keep": ("components/controls/buttons", "components/controls/keep"),
}
# Only the preview has pages for editors.
PREVIEW_BUNDLES: Mapping[str, tuple[str, ...]] = {
    "desk": ("components/stacked_table", "pages/desk"),
}
# What stands within the single-file edition.
SINGLE_FILE = (
    *_BASE,
    "base/single_file",
    *_COMPONENTS,
    *_ENTRIES,
    "pages/single_file",
    "print",
)


def list_absent(categories: int) -> frozenset[str]:
    """Return the classes that no page of a register with so many `categories` has."""
    return frozenset(f"category-{number}" for number in range(categories + 1, COLOURED + 1))


def name_part(part: str) -> str:
    """Return the name in docs/ of a part of a bundle."""
    return f"{CSS}{part}.css"


def put_in_layers(parts: Iterable[str], texts: Mapping[str, str]) -> str:
    """Return the texts of `parts`, which are by their names in docs/, each in its layer."""
    return "".join(
        f"@layer {part.partition('/')[0]} {{\n{texts[name_part(part)]}}}\n" for part in parts
    )
