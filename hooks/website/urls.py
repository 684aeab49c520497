"""Paths of pages, the same below /fr/ and /en/, and relative links between them."""

from msgspec import Struct

from register.classification import NOT_STATED, ROLE_FACETS
from register.model import Language

HOME = "index"
INITIATIVES = "initiatives/index"
CATEGORIES = "categories/index"
EXPLORE = "explore"
COMPARE = "compare"
FACETS = "by/index"
GLOSSARY = "glossary"
ANOMALIES = "anomalies"
METHOD = "method"
ABOUT = "about"
DOWNLOAD = "download"
DATA = "data"
# In the preview only.
DESK = "desk"
IMPORT = "desk/import"
# The folder of what a browser needs to keep the site on a device; per language, its script's words.
KEEP = "keep"
KEPT_WORDS = "keep.json"
# Per language, what a page needs to say that it is out of date.
NEWER = "newer.json"
VIEWS = "views"
TIMELINE = "timeline"
RELATIONS = "relations"
DASHBOARD = "dashboard"
CHANGES = "changes"
LIST_SUCCINCT = "lists/succinct"
LIST_DETAILED = "lists/detailed"
# The pages that belong below the page of views.
VIEW_PAGES = (TIMELINE, RELATIONS, DASHBOARD, CHANGES, LIST_SUCCINCT, LIST_DETAILED)


def initiative(entry_id: str) -> str:
    """Return the path of an entry's page, without language or suffix."""
    return f"initiatives/{entry_id}"


def category(category_id: str) -> str:
    """Return the path of a category's page, without language or suffix."""
    return f"categories/{category_id}"


def facet(facet_id: str, value: str) -> str:
    """Return the path of the page of the entries that have `value` in a facet."""
    if facet_id == "category":
        return category(value)
    # A body has one page, whatever its role.
    by_body = facet_id in ROLE_FACETS and value != NOT_STATED
    return f"by/{'body' if by_body else facet_id}/{value}"


def meeting(meeting_id: str) -> str:
    """Return the anchor of a meeting on the page of the timeline."""
    return f"meeting-{meeting_id}"


def part(path: str, key: str) -> str:
    """Return the path of a part of the page at `path`, if that is divided."""
    return f"{path}/{key}"


def timeline_part(name: str) -> str:
    """Return the path of the part of a long timeline with this name; no date: "undated"."""
    date, _, category = name.partition("/")
    return part(TIMELINE, "/".join(filter(None, (date or "undated", category))))


def entry_script(language: Language, number: int | str) -> str:
    """Return the name, below the site's root, of a script with entries; `number` counts from 1."""
    return f"{language}/entries/{number}.js"


def rows_script(language: Language) -> str:
    """Return the name, below the site's root, of the script with rows of the explorer."""
    return f"{language}/entries/rows.js"


def document(stem: str, kind: str, language: Language, suffix: str = "pdf") -> str:
    """Return the name below the site's root of a list as PDF or Word; `stem` is `file_stem`."""
    return f"{language}/lists/{stem}-{kind}-{language}.{suffix}"


def not_kept(language: Language) -> str:
    """Return the name of the page that stands for one that is not kept on the device."""
    return f"{KEEP}/not-kept-{language}.html"


def source(language: Language, path: str) -> str:
    """Return the name of the Markdown source of the page at `path`, for instance fr/about.md."""
    return f"{language}/{path}.md"


def hosted(site_url: str, language: Language, path: str) -> str:
    """Return the permanent address of the page at `path` in `language` on the hosted site.

    Where `site_url` is empty, it begins with a slash: an address on whatever host has the file.
    """
    return f"{site_url.rstrip('/')}/{Links().url(f'{language}/{path}')}"


class Links(Struct, frozen=True, kw_only=True):
    """Relative links between pages.

    `directory_urls` says whether a page is a folder (/fr/about/) as on the hosted site, or a file
    (/fr/about.html) as in the offline edition.
    """

    directory_urls: bool = True

    def url(self, path: str) -> str:
        """Return the address below the site's root of the page at `path`, language included."""
        folder, _, name = path.rpartition("/")
        if not self.directory_urls:
            return f"{path}.html"
        if name == HOME:
            return f"{folder}/" if folder else ""
        return f"{path}/"

    def file(self, path: str) -> str:
        """Return the name, below the site's root, of the file of the page at `path`."""
        url = self.url(path)
        return f"{url}index.html" if url.endswith("/") or not url else url

    def to_file(self, origin: str, name: str) -> str:
        """Return the link from the page at `origin`, language included, to a file of the site."""
        return _relate(self.url(origin), name)

    def relative(self, origin: str, target: str) -> str:
        """Return the link from the page at `origin` to the page at `target`, language included."""
        return _relate(self.url(origin), self.url(target)) or "./"

    def to_anchor(self, origin: str, target: str, anchor: str) -> str:
        """Return the link from the page at `origin` to an anchor of the page at `target`."""
        return f"{self.relative(origin, target)}#{anchor}"


def _relate(origin: str, target: str) -> str:
    """Return the link between two addresses below the site's root; empty to its own folder."""
    folder = origin[: origin.rfind("/") + 1]
    steps = 0
    while not target.startswith(folder):
        folder = folder[: folder.rfind("/", 0, -1) + 1]
        steps += 1
    return "../" * steps + target[len(folder) :]
