"""The MkDocs hook: the only file that imports MkDocs. It adapts and never decides.

Its name is not site.py because the standard library has a module of that name.
"""

import html
import logging
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

import click
import jinja2
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler, write_file
from mkdocs.utils.templates import url_filter

from assets.prepare import THEME_STYLES, Assets, is_used, prepare_assets
from build.atomic_folder import Swap, SwapError, explain
from build.parallel import Workers
from build.security_headers import OFFLINE_POLICY, POLICY, write_headers_file, write_policy
from build.work import divide_work
from exports.all_files import generate_robots, list_files
from exports.licences import make_licences
from mkdocs_site.shell import Render, Shells
from mkdocs_site.source import split_source
from pages.all_pages import list_pages, list_redirects
from pages.explorer.entry_scripts import list_entry_scripts
from pages.handwritten.downloads import list_documents, read_downloads
from pages.handwritten.macros import Macros
from register.checking.problems import RegisterError
from register.data_files import INITIATIVES
from register.load import load_register
from register.model import LANGUAGES, Language
from register.register import Register
from search.index_files import make_search_files
from website import urls
from website.interface_words import MissingWordError
from website.localized_site import DEFAULT_SITE_URL, LocalizedSite
from website.metadata import Hosting, make_frame
from website.navigation import Frame, frame_error_page, list_alternates, list_sitemap
from website.templates import make_cache, make_templates
from website.urls import Links

if TYPE_CHECKING:
    # Loaded by `serve` only.
    from mkdocs.livereload import LiveReloadServer

    from preview.preview import Maker
    from preview.session import Session

log = logging.getLogger("mkdocs.hooks.register")


@dataclass(frozen=True, kw_only=True)
class _Stage:
    """What MkDocs gathers for a build: what every page is made with."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: jinja2.Environment

    @cached_property
    def hosting(self) -> Hosting:
        """Where the site stands."""
        return _hosting(self.config)

    @cached_property
    def edit_root(self) -> str:
        """The address to edit the register, or nothing."""
        return _edit_root(self.config)


class _Build:
    """What one build, and in `serve` the builds after it, share."""

    def __init__(self) -> None:
        self.is_serve = False
        self.root = Path()
        # Set in a build but not in a preview, which has a folder of its own.
        self.swap: Swap | None = None
        # Of a build only: they write what is made from the register.
        self.workers = Workers()
        # Whether it is written where it stays, not aside.
        self.is_in_place = False
        self.register: Register | None = None
        self.sites: dict[Language, LocalizedSite] = {}
        # By name: what makes each generated page, and each other generated file.
        self.pages: dict[str, Callable[[], str]] = {}
        self.files: dict[str, Callable[[], str | bytes]] = {}
        # Those of the pages that are in the preview only.
        self.desk: dict[str, Callable[[], str]] = {}
        self.macros = Macros()
        self.assets: Assets | None = None
        # Of the preview only.
        self.downloads = Path()
        # The lists as PDF: their folder, and their names below it and below the site's root.
        self.documents = Path()
        self.document_names: tuple[str, ...] = ()
        self.template_cache: jinja2.BytecodeCache | None = None
        self.templates: jinja2.Environment | None = None
        self.base_name = ""
        # Of the preview only.
        self.problems: tuple[object, ...] = ()
        self.nav: Navigation | None = None
        self.stage: _Stage | None = None
        self.session: Session | None = None

    def language_of(self, src_uri: str) -> Language | None:
        """Return the language of a source file, None for the gateway."""
        first = src_uri.partition("/")[0]
        return next((language for language in LANGUAGES if language == first), None)

    def load(self) -> None:
        """Read the data anew, in the preview."""
        assert self.stage is not None
        _load(self.stage.config)

    def find_maker(self, name: str) -> "Maker | None":
        """Return what makes the file `name` of the preview, if that can be made alone."""
        if name in self.files:
            return partial(_make_file_bytes, name)
        source = _find_source(name) if name.endswith(".html") else None
        return partial(_make_page, source) if source is not None else None

    def takes_all_pages(self, name: str) -> bool:
        """Tell whether MkDocs has to build the whole site for the file `name`."""
        assert self.stage is not None
        return name in self.stage.config.theme.static_templates or "/search/" in name


build = _Build()


def on_startup(*, command: str, dirty: bool) -> None:
    """Remember whether this is `serve`, where a problem must not end the preview."""
    context = click.get_current_context(silent=True)
    # Without the script that reloads, `serve` is a build, and then a server of plain files.
    reloads = context is None or bool(context.params.get("livereload", True))
    build.is_serve = command == "serve" and reloads
    # A dirty build adds to the site that is there; `serve` has a folder of its own.
    build.is_in_place = dirty or command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the register before anything is written; problems end a build here."""
    build.root = Path(config.config_file_path).parent
    # Compiling the templates would take a quarter of a small build.
    build.template_cache = make_cache(build.root / ".cache" / "templates")
    build.templates = make_templates(build.root / "templates", build.template_cache)
    build.base_name = config.site_name
    build.downloads = build.root / config.extra["downloads"]
    build.macros.downloads = read_downloads(build.downloads)
    build.documents = build.root / config.extra["documents"]
    build.document_names = list_documents(build.documents)
    config.plugins["macros"].register_macros(build.macros.all_macros())  # type: ignore[attr-defined]
    _load(config)
    if build.session is not None and build.session.next_root is not None:
        config.site_dir = os.fspath(build.session.next_root)
    if not build.is_in_place:
        _build_aside(config)
    if build.register is None:
        # The preview has nothing to show but the problems.
        config.nav = None
        config.theme.static_templates = set()
    return config


def _load(config: MkDocsConfig) -> None:
    """Load the register; while serving, keep the last good one when it has problems."""
    try:
        register = load_register(build.root / "data", include_drafts=build.is_serve)
    except RegisterError as error:
        text = f"{len(error.problems)} problem(s) in the data:\n{error}"
        if not build.is_serve:
            raise PluginError(text) from None
        log.error("%s\nThe last good register stays in the preview.", text)
        build.problems = error.problems
        return
    assert build.templates is not None
    build.register, build.problems = register, register.warnings
    for warning in register.warnings:
        log.warning("%s", warning.show())
    links = Links(directory_urls=config.use_directory_urls)
    site_url = _site_url(config)
    build.sites = {
        language: LocalizedSite(
            register,
            language,
            build.templates,
            links,
            site_url,
            build.document_names,
            preview=build.is_serve,
        )
        for language in LANGUAGES
    }
    build.pages = {}
    build.files = dict(list_files(build.sites, site_url, build.root / ".cache" / "pictures"))
    vendor = Path(config.docs_dir) / "assets" / "vendor"
    build.files["licences.txt"] = partial(make_licences, register.publication, vendor)
    for site in build.sites.values():
        build.pages |= list_pages(site)
        build.files |= list_redirects(site)
        build.files |= list_entry_scripts(site, site_url)
    if build.is_serve:
        build.desk = {
            urls.source(language, urls.DESK): partial(_make_desk, site, config)
            for language, site in build.sites.items()
        }
        build.pages |= build.desk
    if config.extra.get("offline"):
        # What only a server uses.
        del build.files["data/index.html"]
    else:
        build.files["robots.txt"] = partial(generate_robots, site_url)


def _make_desk(site: LocalizedSite, config: MkDocsConfig) -> str:
    # Of the preview only, like all that follows from it.
    from pages.desk.desk_page import render_desk
    from pages.desk.sources import read_evidence

    evidence = read_evidence(build.root, _edit_root(config))
    return render_desk(site, evidence, frozenset(build.pages.keys() | evidence.written.keys()))


def _build_aside(config: MkDocsConfig) -> None:
    """Let MkDocs write beside the site, which is swapped in when all went well."""
    build.swap = Swap(Path(config.site_dir))
    try:
        config.site_dir = os.fspath(build.swap.begin(log.info))
    except (OSError, SwapError) as error:
        raise PluginError(f"The site cannot be written: {explain(error)}") from None


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Make known what comes from the register, and add the files that are there already."""
    if build.register is None:
        return Files([])
    if not build.is_serve:
        # They need nothing of MkDocs but the folder, which it has emptied by now.
        build.workers.start(
            [partial(_write_files, config.site_dir, each) for each in divide_work(build.files)], 1
        )
    for name in (*build.pages, *build.files):
        files.append(_KnownFile.of(config, name))
    if not config.extra.get("offline"):
        for download in build.macros.downloads:
            name = f"download/{download.name}"
            source = os.fspath(build.downloads / download.name)
            files.append(File.generated(config, name, abs_src_path=source))
    for name in build.document_names:
        source = os.fspath(build.documents / name)
        files.append(File.generated(config, name, abs_src_path=source))
    _prepare_assets(files, config)
    return files


class _KnownFile(File):
    """A page or file that links may lead to, which is all that MkDocs has to know of it.

    It is made from the register: by the workers of a build, or when the preview is asked for it.
    """

    @classmethod
    def of(cls, config: MkDocsConfig, name: str) -> "_KnownFile":
        """Return the file of the `name`, which for a page is that of its source."""
        file = cls.generated(config, name, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        assert isinstance(file, cls)
        if name.endswith(".md"):
            # As MkDocs names it while it takes it for a page.
            file.dest_uri = File.generated(config, name, content="").dest_uri
        return file

    def is_documentation_page(self) -> bool:
        """Keep MkDocs from building it as a page."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Keep MkDocs from copying what is not there."""


def _prepare_assets(files: Files, config: MkDocsConfig) -> None:
    """Replace the style sheets by one, move the scripts, leave out what no page asks for."""
    found = {file.src_uri: file for file in files if file.src_uri.endswith((".css", ".js"))}
    overrides = build.root / "overrides"
    templates = [*overrides.rglob("*.html"), *(build.root / "templates").rglob("*.*")]
    templates += [Path(folder) / "base.html" for folder in config.theme.dirs]
    pages = (file for file in files if file.is_documentation_page() and not file.generated_by)
    build.assets = prepare_assets(
        {name: file.content_string for name, file in found.items() if is_used(name)},
        combined=config.extra_css,
        templates=[path.read_text(encoding="utf-8") for path in templates if path.exists()],
        pages=[file.content_string for file in pages],
        cache=build.root / ".cache" / "css",
    )
    combined = {*config.extra_css, *filter(THEME_STYLES.match, found)}
    for file in list(files):
        if file.src_uri in combined or not is_used(file.src_uri):
            files.remove(file)
    moved = build.assets.moved
    for name, new_name in moved.items():
        found[name].dest_uri = new_name
    name = build.assets.stylesheet_name
    files.append(File.generated(config, name, content=build.assets.stylesheet))
    if not config.extra.get("offline"):
        headers = write_headers_file(build.assets.folders)
        files.append(File.generated(config, "_headers", content=headers))
    config.extra_css = [name]
    config.extra_javascript = [moved.get(str(each), each) for each in config.extra_javascript]


def _edit_link(root: str, name: str) -> str:
    """Return the address to edit the very line of the register where a page's entry begins."""
    assert build.register is not None
    folder, _, entry_id = name.removesuffix(".md").partition("/")[2].rpartition("/")
    line = build.register.lines.get(entry_id) if folder == "initiatives" else None
    return f"{root}#L{line}" if root and line else ""


def _edit_root(config: MkDocsConfig) -> str:
    """Return the address to edit the register; empty if there is none."""
    if not config.repo_url or not config.edit_uri:
        return ""
    return urljoin(
        urljoin(f"{config.repo_url.rstrip('/')}/", config.edit_uri), f"../data/{INITIATIVES}"
    )


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Keep MkDocs' navigation for the pages that are made without MkDocs."""
    build.nav = nav
    return nav


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Let the theme's templates be kept compiled, like ours, and find the assets."""
    env.bytecode_cache = build.template_cache
    env.filters["url"] = _link_asset
    env.loader = _adapt_theme(env)
    policy = OFFLINE_POLICY if config.extra.get("offline") else POLICY
    env.globals["page_policy"] = "" if build.is_serve else write_policy(policy, in_page=True)
    if build.nav is not None and build.register is not None:
        build.stage = _Stage(config=config, files=files, nav=build.nav, env=env)
        if not build.is_serve:
            build.workers.start(_list_tasks(build.stage))
    return env


def _list_tasks(stage: _Stage) -> list[Callable[[], None]]:
    """Return what writes the pages that are made from the register, in pieces."""
    render = Shells(partial(_render_page, stage)).make

    def write(names: Sequence[str]) -> None:
        for name in names:
            target = stage.files.src_uris[name].abs_dest_path
            write_file(_make_known_page(stage, name, render), target)

    return [partial(write, piece) for piece in divide_work(build.pages)]


def _write_files(folder: str, names: Sequence[str]) -> None:
    for name in names:
        write_file(_make_file_bytes(name), os.path.join(folder, name))  # noqa: PTH118 - as MkDocs


def _adapt_theme(env: jinja2.Environment) -> jinja2.BaseLoader:
    """Return a loader of the theme's templates with two changes.

    An attribute that HTML does not allow goes, and the theme's script waits until it is needed: see
    docs/assets/js/interface.js.
    """
    loader = env.loader
    assert loader is not None

    def load(name: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        source, path, is_current = loader.get_source(env, name)
        source = re.sub(r'(type="checkbox"[^>]*) autocomplete="off"', r"\1", source)
        source = re.sub(r'<script src=("[^"]*bundle\.)', r"<script data-theme-script=\1", source)
        return source, path, is_current

    return jinja2.FunctionLoader(load)


@jinja2.pass_context
def _link_asset(context: Any, value: str) -> str:
    """Return the address of a page or file for the page of `context`, also of one that moved."""
    moved = build.assets.moved if build.assets is not None else {}
    return url_filter(context, moved.get(str(value), value))


def on_page_content(content: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give a page the HTML of its macros."""
    return build.macros.fill(content)


def on_pre_page(page: Page, config: MkDocsConfig, files: Files) -> Page:
    """Tell the macros which page of which language comes next."""
    language = build.language_of(page.file.src_uri)
    if language is not None:
        build.macros.begin(build.sites[language], _path(page.file.src_uri))
    return page


def _path(src_uri: str) -> str:
    return src_uri.partition("/")[2].removesuffix(".md")


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Give the theme the page's language, and the frame around the page."""
    language = build.language_of(page.file.src_uri)
    if language is None:
        _set_language(config, "fr")
        alternates = list_alternates("fr/index", config.site_url or "", build.sites["fr"].links)
        context.update(sites=build.sites, alternates=alternates, hosted_url=_hosted_root(config))
        return context
    site = build.sites[language]
    _set_language(config, language)
    title = html.unescape(str(page.title))
    path = _path(page.file.src_uri)
    frame = make_frame(site, path, title, _hosting(config), page.edit_url or "")
    context.update(_frame_context(frame, site))
    return context


def _hosting(config: MkDocsConfig) -> Hosting:
    return Hosting(
        root=_site_url(config),
        site_url=config.site_url or "",
        is_offline=bool(config.extra.get("offline")),
        repo_url=config.repo_url or "",
    )


def _site_url(config: MkDocsConfig) -> str:
    """Return the address of the hosted site."""
    return str(config.extra.get("hosted_url") or config.site_url or DEFAULT_SITE_URL)


def _hosted_root(config: MkDocsConfig) -> str:
    """Return the address of the hosted site in the offline edition, otherwise nothing."""
    return str(config.extra["hosted_url"]) if config.extra.get("offline") else ""


def _frame_context(frame: Frame, site: LocalizedSite) -> dict[str, Any]:
    return {"frame": frame, "site": site, "t": site.words, "sites": build.sites}


def _set_language(config: MkDocsConfig, language: Language) -> None:
    config.theme["language"] = language
    config.site_name = build.sites[language].words("site-name")


def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """Give the error pages their language and the sitemap its alternates."""
    language = build.language_of(template_name)
    site = build.sites[language or "fr"]
    _set_language(config, site.language)
    if template_name.endswith("404.html"):
        # An error page is served at any depth, so that its links start at the site's root.
        context["base_url"] = _site_path(config)
        root = context["base_url"].rstrip("/") + "/"
        frame = frame_error_page(site, root, language is not None)
        context.update(_frame_context(frame, site))
    elif template_name == "sitemap.xml":
        context["entries"] = list_sitemap(
            [
                *(file.src_uri for file in context["pages"] if file.generated_by is None),
                *(name for name in build.pages if name not in build.desk),
            ],
            config.site_url or "",
            site.links,
            site.register.publication.as_of,
        )
    return context


def _site_path(config: MkDocsConfig) -> str:
    return urlsplit(config.site_url or "/").path.rstrip("/") or "/"


# After every other plugin.
@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Write what takes all pages together, wait for the workers, put the site in its place."""
    _write_indexes(config)
    build.workers.join()
    _swap_in(config)


def _write_indexes(config: MkDocsConfig) -> None:
    """Give each language its own search index, and put back what was changed on `config`."""
    config.site_name = build.base_name
    if build.register is None:
        return
    folder = Path(config.site_dir)
    # Its header holds the time of the build, and no host needs it: servers compress by themselves.
    (folder / "sitemap.xml.gz").unlink(missing_ok=True)
    whole = folder / "search" / "search_index.json"
    if not whole.exists():
        return
    offline = bool(config.extra.get("offline"))
    sections = whole.read_text(encoding="utf-8")
    for name, text in make_search_files(sections, build.sites, as_script=offline).items():
        write_file(text.encode("utf-8"), os.fspath(folder / name))
    whole.unlink()
    whole.parent.rmdir()
    if offline:
        # What only a server uses.
        for name in ("404.html", "fr/404.html", "en/404.html", "sitemap.xml"):
            (folder / name).unlink()


def _swap_in(config: MkDocsConfig) -> None:
    """Put the site in its place, unless MkDocs is about to fail for its warnings."""
    # In strict mode it does so only after this, its last event.
    if build.swap is None or any(counter.get_counts() for counter in _find_counters()):
        return
    build.swap.commit()
    config.site_dir = os.fspath(build.swap.target)
    log.info("The site is in %s", config.site_dir)


def _find_counters() -> Iterator[CountHandler]:
    """Yield what counts the warnings of a strict build: at MkDocs' logger, or at one above it.

    ProperDocs makes MkDocs' logger a child of its own, and counts there.
    """
    logger: logging.Logger | None = log
    while logger is not None:
        yield from (each for each in logger.handlers if type(each) is CountHandler)
        logger = logger.parent


def on_build_error(error: Exception) -> None:
    """Leave the last good site; say in a line what the disk refused, or which word is missing."""
    build.workers.stop()
    if build.swap is None:
        return
    build.swap.discard()
    if isinstance(error, MissingWordError):
        raise PluginError(str(error.args[0])) from None
    if isinstance(error, OSError):
        message = f"The site could not be written: {explain(error)}. The last good one is in place."
        raise PluginError(message) from None


def on_serve(
    server: "LiveReloadServer", config: MkDocsConfig, builder: Callable[[], None]
) -> "LiveReloadServer":
    """Watch all that the site is made of, and make pages when they are asked for."""
    from preview.observer import ChangeObserver
    from preview.session import Session

    _move_to_free_port(server)
    # Seconds in which no file may change before a build: an editor's save is several writes.
    server.build_delay = 0.02
    server.unwatch(config.docs_dir)
    server.unwatch(config.config_file_path)
    server.observer = ChangeObserver(build.root)
    # Not the configuration file itself: an editor that replaces it would take the watch away.
    server.watch(os.fspath(build.root), recursive=False)
    folders = [build.root / name for name in ("data", "docs", "overrides", "templates", "hooks")]
    for folder in folders:
        server.watch(os.fspath(folder))
    watched = [*folders, Path(config.config_file_path)]
    build.session = Session(build, server, builder, watched)
    return server


def _move_to_free_port(server: "LiveReloadServer") -> None:
    """Let `server` have the next free port if that wanted is taken."""
    from preview.port import find_free_port

    # Windows would let two previews share a port, so that the old one answers.
    server.allow_reuse_address = sys.platform != "win32"
    host, port = str(server.server_address[0]), int(server.server_address[1])
    free = find_free_port(host, port)
    if free != port:
        server.server_address = (host, free)
        server.url = server.url.replace(f":{port}/", f":{free}/", 1)
        log.warning("Port %s is taken, perhaps by another preview: see %s", port, server.url)


def on_shutdown() -> None:
    """Take away what an unfinished build wrote, and the folder of the preview."""
    build.workers.stop()
    if build.swap is not None:
        build.swap.discard()
    if build.session is not None:
        build.session.close()


def adopt(old: Any) -> None:
    """Go on serving where `old`, this module before its code changed, leaves off."""
    build.is_serve = True
    if (session := old.build.session) is not None:
        from preview.session import Session

        changed = RuntimeError("the code has changed")
        build.root = old.build.root
        build.session = Session(
            build, session.server, session.build_all, session.watched, failure=changed
        )


def fail(error: BaseException) -> None:
    """Show `error` in every page until all has been built well."""
    if build.session is not None:
        build.session.fail(error)


def rebuild() -> None:
    """Bring the preview up to date after a change of files; never raises."""
    assert build.session is not None
    build.session.update()


def _find_source(name: str) -> str | None:
    """Return the source of the page whose file is `name`, if there is such a page."""
    assert build.stage is not None
    stem = name.removesuffix(".html")
    for source in (f"{stem}.md", f"{stem.removesuffix('/index')}.md"):
        if source in build.pages:
            return source
        file = build.stage.files.get_file_from_path(source)
        if file is not None and file.generated_by is None:
            return source
    return None


def _make_file_bytes(name: str) -> bytes:
    content = build.files[name]()
    return content if isinstance(content, bytes) else content.encode("utf-8")


def _make_page(source: str) -> bytes:
    """Return the page with the `source`, made as MkDocs makes it in a build."""
    stage = build.stage
    assert stage is not None
    config, plugins = stage.config, stage.config.plugins
    if source in build.pages:
        return _make_known_page(stage, source, partial(_render_page, stage))
    file = stage.files.src_uris[source]
    page = plugins.on_pre_page(Page(None, file, config), config=config, files=stage.files)
    page.read_source(config)
    page.markdown = plugins.on_page_markdown(
        page.markdown or "", page=page, config=config, files=stage.files
    )
    page.render(config, stage.files)
    page.content = plugins.on_page_content(
        page.content or "", page=page, config=config, files=stage.files
    )
    page.active = True
    context = get_context(stage.nav, stage.files, config, page)
    # Ours only: the search plugin would take the page into its index once more.
    context = on_page_context(dict(context), page, config, stage.nav)  # type: ignore[assignment]
    template = stage.env.get_template(page.meta.get("template", "main.html"))
    output = plugins.on_post_page(template.render(context), page=page, config=config)
    config.site_name = build.base_name
    return output.encode("utf-8", errors="xmlcharrefreplace")


def _make_known_page(stage: _Stage, name: str, render: Render) -> bytes:
    """Return the page made from the register whose source has the `name`, put together by `render`.

    It goes past Markdown, past the search plugin and past the macros: its body is HTML already,
    the search's index has the register's own fields, and register text is never evaluated.
    """
    language = build.language_of(name)
    assert language is not None
    meta, content = split_source(build.pages[name]())
    frame = make_frame(
        build.sites[language],
        _path(name),
        html.unescape(meta["title"]),
        stage.hosting,
        _edit_link(stage.edit_root, name),
    )
    return render(name, frame, meta, content).encode("utf-8", errors="xmlcharrefreplace")


def _render_page(
    stage: _Stage, name: str, frame: Frame, meta: Mapping[str, Any], content: str
) -> str:
    """Return the page whose source has the `name`, by the theme's template."""
    config = stage.config
    language = build.language_of(name)
    assert language is not None
    _set_language(config, language)
    page = Page(None, _KnownFile.of(config, name), config)
    page.title, page.meta, page.content, page.active = meta["title"], dict(meta), content, True
    context: dict[str, Any] = {**get_context(stage.nav, (), config, page)}
    context |= _frame_context(frame, build.sites[language])
    output = stage.env.get_template("main.html").render(context)
    config.site_name = build.base_name
    return output
