"""The links around a page: menu, breadcrumbs, neighbours, the other language."""

from collections.abc import Callable
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from register.model import Language
from website import urls
from website.localized_site import LocalizedSite
from website.page import Whole


class MenuItem(Struct, frozen=True, kw_only=True):
    """A link of the menu or of the breadcrumbs."""

    title: str
    link: str
    path: str = ""
    # Whether the page shown belongs below this one, or is this one.
    active: bool = False
    # Whether the page shown is this one.
    current: bool = False


MenuItems = tuple[MenuItem, ...]


class Navigation(Struct, frozen=True, kw_only=True):
    """The links around one page, relative to it."""

    # The site's root, with a trailing slash unless it is empty.
    root: str
    home: str
    other_language: Language
    other_link: str
    menu: MenuItems
    # The table of all entries.
    entries: str
    breadcrumbs: MenuItems = ()
    # The entries before and after this one in its category.
    previous: MenuItem | None = None
    next: MenuItem | None = None
    # Where the theme's script finds the search index of the language, without a trailing slash.
    search_base: str = ""
    # The page of downloads, on the hosted site.
    download: str = ""
    # Where the reader can keep the site on the device; empty where nobody can.
    keep: str = ""


# The pages of the menu, each with the key of its name.
MENU = {
    urls.HOME: "home",
    urls.CATEGORIES: "categories",
    urls.EXPLORE: "explore",
    urls.VIEWS: "views",
    urls.GLOSSARY: "glossary",
    urls.DATA: "data",
    urls.METHOD: "method",
    urls.ABOUT: "about",
}
_NAMES = {**MENU, urls.FACETS: "browse"}
# The page above each that is not right below the home page, and above all others in a folder.
_ABOVE = {
    **dict.fromkeys((urls.INITIATIVES, urls.COMPARE, urls.FACETS), urls.EXPLORE),
    **dict.fromkeys(urls.VIEW_PAGES, urls.VIEWS),
    urls.ANOMALIES: urls.METHOD,
}
_FOLDERS = {"by": urls.FACETS, "categories": urls.CATEGORIES}


def describe_navigation(
    site: LocalizedSite, path: str, whole: Whole | None = None, *, is_offline: bool = False
) -> Navigation:
    """Return the navigation of the page at `path` (without language), a part of `whole` if any."""
    entry_id = site.entry_id_of(path)
    previous, following = _neighbours(site, entry_id) if entry_id else (None, None)
    # The menu names no page of these folders, which hold most pages.
    is_one_of_many = entry_id or (path.startswith("by/") and path != urls.FACETS)
    place = path.rpartition("/")[0] if is_one_of_many else path
    shared = site.share(
        ("navigation", place, is_offline),
        partial(_describe_shared, site, path, whole, is_offline=is_offline),
    )
    return replace(
        shared,
        other_link=site.link(path, path, site.other),
        breadcrumbs=_list_breadcrumbs(site, path, whole),
        previous=previous,
        next=following,
    )


def _describe_shared(
    site: LocalizedSite, path: str, whole: Whole | None, *, is_offline: bool
) -> Navigation:
    """Return what the pages of a folder that the menu does not name have in common."""
    page = f"{site.language}/{path}"
    download = "" if is_offline else site.link(path, urls.DOWNLOAD)
    search = site.links.relative(page, f"{site.language}/index").removesuffix("index.html")
    return Navigation(
        root=site.links.to_file(page, ""),
        home=site.link(path, urls.HOME),
        other_language=site.other,
        other_link="",
        menu=_menu(site, path, whole.path if whole else path, partial(site.link, path)),
        entries=site.link(path, urls.INITIATIVES),
        search_base=search.removesuffix("/") or ".",
        download=download,
        keep=f"{download}#keep" if site.keeps else "",
    )


def _menu(site: LocalizedSite, path: str, top: str, link: Callable[[str], str]) -> MenuItems:
    """Return the menu of the page at `path`, which is `top` or a part of it."""
    above = {step for step, _ in _list_steps(site, top)} - {urls.HOME}
    return tuple(
        MenuItem(
            title=site.words(word),
            link=link(target),
            active=target == top or target in above,
            current=path == target,
        )
        for target, word in MENU.items()
    )


def _list_breadcrumbs(site: LocalizedSite, path: str, whole: Whole | None) -> MenuItems:
    """Return the pages above the page at `path`, from the home page down."""
    steps = _list_steps(site, whole.path if whole else path)
    if whole:
        steps.append((whole.path, whole.title))
    return tuple(
        MenuItem(title=title, link=site.link(path, target), path=target) for target, title in steps
    )


def _list_steps(site: LocalizedSite, path: str) -> list[tuple[str, str]]:
    """Return path and title of the pages above the page at `path`, from the home page down."""
    steps: list[tuple[str, str]] = []
    if entry_id := site.entry_id_of(path):
        entry = site.register.by_id[entry_id]
        path = urls.category(entry.category)
        steps.append((path, site.say(site.category(entry).short)))
    while path != urls.HOME:
        folder = _FOLDERS.get(path.partition("/")[0], path)
        path = _ABOVE.get(path, urls.HOME) if folder == path else folder
        steps.insert(0, (path, site.words(_NAMES[path])))
    return steps


def _neighbours(site: LocalizedSite, entry_id: str) -> tuple[MenuItem | None, MenuItem | None]:
    """Return the entries before and after an entry within its category."""
    before, after = site.neighbours[entry_id]
    origin = urls.initiative(entry_id)

    def item(other: str | None) -> MenuItem | None:
        if other is None:
            return None
        title = site.title(site.register.by_id[other])
        return MenuItem(title=title, link=site.link(origin, urls.initiative(other)))

    return item(before), item(after)


def describe_error_navigation(site: LocalizedSite, root: str) -> Navigation:
    """Return the links of a "not found" page, served at any depth: they begin with `root`."""

    def link(target: str, language: Language = site.language) -> str:
        return root + site.links.url(f"{language}/{target}")

    return Navigation(
        root=root,
        home=link(urls.HOME),
        other_language=site.other,
        other_link=link(urls.HOME, site.other),
        menu=_menu(site, "", "", link),
        entries=link(urls.INITIATIVES),
        search_base=f"{root}{site.language}/",
        keep=f"{link(urls.DOWNLOAD)}#keep" if site.keeps else "",
    )
