"""What stands around a page: menu, trail, neighbours, the other language, addresses."""

from collections.abc import Iterable
from dataclasses import dataclass

from register.model import LANGUAGES, Language
from website import urls
from website.localized_site import LocalizedSite
from website.urls import Links


@dataclass(frozen=True, kw_only=True)
class MenuItem:
    """A link to the page at `path`; `active` when the page shown is below or is it (`current`)."""

    title: str
    link: str
    path: str = ""
    active: bool = False
    current: bool = False


@dataclass(frozen=True, kw_only=True)
class Alternate:
    """The same page in a language, or the language-neutral "x-default"."""

    language: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Frame:
    """The frame of one page, in its language. Links are relative to the page."""

    path: str
    kind: str
    home: str
    other_language: Language
    other_link: str
    menu: tuple[MenuItem, ...]
    # The table of all entries.
    entries: str = ""
    trail: tuple[MenuItem, ...] = ()
    previous: MenuItem | None = None
    next: MenuItem | None = None
    alternates: tuple[Alternate, ...] = ()
    edit_link: str = ""
    edit_line: str = ""
    as_of: str = ""
    search_base: str = ""
    # Where the same page is hosted, in the offline edition; the downloads, on the hosted site.
    hosted_url: str = ""
    # Addresses for machines: schema.org data as JSON, the page's picture and its own address.
    page_data: str = ""
    picture: str = ""
    url: str = ""
    report_link: str = ""
    download_link: str = ""


MENU = (
    (urls.HOME, "home"),
    (urls.CATEGORIES, "categories"),
    (urls.EXPLORE, "explore"),
    (urls.VIEWS, "views"),
    (urls.GLOSSARY, "glossary"),
    (urls.DATA, "data"),
    (urls.METHOD, "method"),
    (urls.ABOUT, "about"),
)


def frame_page(
    site: LocalizedSite, path: str, *, site_url: str, edit_link: str = "", hosted_root: str = ""
) -> Frame:
    """Return the frame of the page at `path` (without language).

    `site_url` is the address of the whole site, for the alternates, or empty; `edit_link` leads
    to the page's source, or is empty; `hosted_root` is the address of the hosted site, which only
    the offline edition gives.
    """
    entry_id = path.partition("/")[2] if path.startswith("initiatives/") else ""
    is_entry = entry_id in site.register.by_id
    previous, following = _neighbours(site, entry_id) if is_entry else (None, None)
    return Frame(
        path=path,
        kind=path.partition("/")[0],
        home=site.link(path, urls.HOME),
        other_language=site.other,
        other_link=site.link(path, path, site.other),
        menu=_menu(site, path, path, is_entry),
        entries=site.link(path, urls.INITIATIVES),
        trail=_trail(site, path, entry_id if is_entry else ""),
        previous=previous,
        next=following,
        alternates=list_alternates(f"{site.language}/{path}", site_url, site.links),
        edit_link=edit_link,
        edit_line=str(site.register.lines.get(entry_id, "")) if is_entry else "",
        as_of=site.date(site.register.publication.as_of),
        search_base=site.links.relative(f"{site.language}/{path}", f"{site.language}/index")
        .removesuffix("index.html")
        .removesuffix("/")
        or ".",
        hosted_url=_hosted_url(site, path, hosted_root),
        download_link="" if hosted_root else site.link(path, urls.DOWNLOAD),
    )


def _hosted_url(site: LocalizedSite, path: str, hosted_root: str) -> str:
    if not hosted_root:
        return ""
    hosted = Links(directory_urls=True).url(f"{site.language}/{path}")
    return f"{hosted_root.rstrip('/')}/{hosted}"


def _menu(site: LocalizedSite, origin: str, path: str, is_entry: bool) -> tuple[MenuItem, ...]:
    folder = path.partition("/")[0]
    return tuple(
        MenuItem(
            title=site.words(word),
            link=site.link(origin, target),
            active=_is_below(path, target, folder, is_entry),
            current=path == target,
        )
        for target, word in MENU
    )


def _is_below(path: str, target: str, folder: str, is_entry: bool) -> bool:
    """Tell whether the page at `path` belongs below the menu's `target`."""
    if is_entry:
        return target == urls.CATEGORIES
    if path == urls.ANOMALIES:
        return target == urls.METHOD
    if path in (urls.INITIATIVES, urls.COMPARE) or folder == "by":
        return target == urls.EXPLORE
    if path in urls.VIEW_PAGES:
        return target == urls.VIEWS
    return path == target or (target.endswith("/index") and target.startswith(f"{folder}/"))


def _trail(site: LocalizedSite, path: str, entry_id: str) -> tuple[MenuItem, ...]:
    """Return the pages above the page at `path`, from the home page down."""
    if path == urls.HOME:
        return ()
    steps = [(urls.HOME, site.words("home"))]
    if entry_id:
        entry = site.register.by_id[entry_id]
        steps.append((urls.CATEGORIES, site.words("categories")))
        steps.append((urls.category(entry.category), site.say(site.category(entry).short)))
    elif path.startswith("categories/") and path != urls.CATEGORIES:
        steps.append((urls.CATEGORIES, site.words("categories")))
    elif path in (urls.INITIATIVES, urls.COMPARE, urls.FACETS):
        steps.append((urls.EXPLORE, site.words("explore")))
    elif path.startswith("by/"):
        steps.append((urls.EXPLORE, site.words("explore")))
        steps.append((urls.FACETS, site.words("browse")))
    elif path == urls.ANOMALIES:
        steps.append((urls.METHOD, site.words("method")))
    elif path in urls.VIEW_PAGES:
        steps.append((urls.VIEWS, site.words("views")))
    return tuple(
        MenuItem(title=title, link=site.link(path, target), path=target) for target, title in steps
    )


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


def list_alternates(path: str, site_url: str, links: Links) -> tuple[Alternate, ...]:
    """Return the page at `path` (with language) in every language, and the neutral gateway.

    Search engines want whole addresses, so that there are none without `site_url`.
    """
    if not site_url:
        return ()
    root = site_url.rstrip("/") + "/"
    rest = path.partition("/")[2]
    found = [
        Alternate(language=language, url=root + links.url(f"{language}/{rest}"))
        for language in LANGUAGES
    ]
    neutral = root if rest == urls.HOME else root + links.url(f"{LANGUAGES[0]}/{rest}")
    return (*found, Alternate(language="x-default", url=neutral))


def frame_error_page(site: LocalizedSite, root: str, one_language: bool) -> Frame:
    """Return the frame of a "not found" page, served at any depth: its links begin with `root`.

    Without `one_language` the page speaks every language and has no menu.
    """
    home = root + site.links.url(f"{site.language}/{urls.HOME}")
    menu = tuple(
        MenuItem(title=site.words(word), link=root + site.links.url(f"{site.language}/{target}"))
        for target, word in MENU
    )
    return Frame(
        path="",
        kind="not-found",
        home=home if one_language else "",
        other_language=site.other,
        other_link=root + site.links.url(f"{site.other}/{urls.HOME}"),
        menu=menu if one_language else (),
        entries=root + site.links.url(f"{site.language}/{urls.INITIATIVES}"),
        as_of=site.date(site.register.publication.as_of),
        search_base=f"{root}{site.language}/",
    )


@dataclass(frozen=True, kw_only=True)
class SitemapEntry:
    """A page in the sitemap."""

    url: str
    updated: str
    alternates: tuple[Alternate, ...]


def list_sitemap(
    names: Iterable[str], site_url: str, links: Links, updated: str
) -> list[SitemapEntry]:
    """Return the sitemap of the pages whose Markdown sources have the `names` given.

    `updated` is the date of the register, which is that of every page.
    """
    root = site_url.rstrip("/") + "/"
    entries = []
    for name in names:
        path = name.removesuffix(".md")
        localised = path.partition("/")[0] in LANGUAGES
        alternates = list_alternates(path, site_url, links) if localised else ()
        url = root + links.url(path)
        entries.append(SitemapEntry(url=url, updated=updated, alternates=alternates))
    return entries
