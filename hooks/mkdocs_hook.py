"""The MkDocs hook: the only file that imports MkDocs. It adapts and never decides.

Its name is not site.py because the standard library has a module of that name.
"""

import html
import logging
import os
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler, write_file

from pages import addresses
from pages.addresses import Links
from pages.downloads import read_downloads
from pages.frame import Frame, frame_error_page, frame_page, list_alternates, list_sitemap
from pages.generate import generate_pages, generate_redirects
from pages.language_site import DEFAULT_SITE_URL, LanguageSite
from pages.macros import Macros
from pages.report import report_link
from pages.search_index import list_documents, split_search_index
from pages.templates import make_cache, make_templates
from publish.generate import generate_files, generate_robots
from publish.page_data import describe_page, picture_url
from register.load import load_register
from register.model import LANGUAGES, Language
from register.problems import RegisterError
from register.register import Register
from swap import Swap, SwapError, explain

log = logging.getLogger("mkdocs.hooks.register")


class _Build:
    """What one build, and in `serve` the builds after it, share."""

    def __init__(self) -> None:
        self.serving = False
        # A preview has a folder of its own, and a dirty build adds to the one that is there.
        self.aside = False
        self.swap: Swap | None = None
        self.register: Register | None = None
        self.sites: dict[Language, LanguageSite] = {}
        self.macros = Macros()
        # HTML of the generated page being built; None while a hand-written one is.
        self.html: str | None = None
        self.downloads = Path()
        self.template_cache: jinja2.BytecodeCache | None = None
        self.base_name = ""

    def language_of(self, src_uri: str) -> Language | None:
        """Return the language of a source file, None for the gateway."""
        first = src_uri.partition("/")[0]
        return next((language for language in LANGUAGES if language == first), None)


build = _Build()


def on_startup(*, command: str, dirty: bool) -> None:
    """Remember whether this is `serve`, where a problem must not end the preview."""
    build.serving = command == "serve"
    build.aside = not build.serving and not dirty


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the register before anything is written; problems end a build here."""
    root = Path(config.config_file_path).parent
    try:
        build.register = load_register(root / "data")
    except RegisterError as error:
        text = f"{len(error.problems)} problem(s) in the data:\n{error}"
        if not build.serving or build.register is None:
            raise PluginError(text) from None
        log.error("%s\nThe last good register stays in the preview.", text)
    links = Links(directory_urls=config.use_directory_urls)
    # Compiling the templates would take a quarter of a small build.
    build.template_cache = make_cache(root / ".cache" / "templates")
    templates = make_templates(root / "overrides" / "register", build.template_cache)
    site_url = _site_url(config)
    build.sites = {
        language: LanguageSite(build.register, language, templates, links, site_url)
        for language in LANGUAGES
    }
    config.plugins["macros"].register_macros(build.macros.all_macros())  # type: ignore[attr-defined]
    build.base_name = config.site_name
    build.downloads = root / config.extra["downloads"]
    build.macros.downloads = read_downloads(build.downloads)
    if build.aside:
        _build_aside(config)
    return config


def _build_aside(config: MkDocsConfig) -> None:
    """Let MkDocs write beside the site, which is swapped in when all went well."""
    build.swap = Swap(Path(config.site_dir))
    try:
        config.site_dir = os.fspath(build.swap.begin(log.info))
    except (OSError, SwapError) as error:
        raise PluginError(f"The site cannot be written: {explain(error)}") from None


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages, each with an edit link to its entry's own line."""
    for site in build.sites.values():
        for name, text in generate_pages(site).items():
            file = File.generated(config, name, content=text, inclusion=InclusionLevel.NOT_IN_NAV)
            file.edit_uri = _edit_uri(site.register, name)
            files.append(file)
        for name, text in generate_redirects(site).items():
            files.append(File.generated(config, name, content=text))
    for name, content in generate_files(build.sites, _site_url(config)):
        files.append(File.generated(config, name, content=content))
    if not config.extra.get("offline"):
        robots = generate_robots(_site_url(config))
        files.append(File.generated(config, "robots.txt", content=robots))
        for download in build.macros.downloads:
            name = f"download/{download.name}"
            source = os.fspath(build.downloads / download.name)
            files.append(File.generated(config, name, abs_src_path=source))
    return files


def _edit_uri(register: Register, name: str) -> str | None:
    folder, _, entry_id = name.removesuffix(".md").partition("/")[2].rpartition("/")
    line = register.lines.get(entry_id) if folder == "initiatives" else None
    return f"../data/initiatives.yaml#L{line}" if line else None


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Let the theme's templates be kept compiled, like ours."""
    env.bytecode_cache = build.template_cache
    return env


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Take a generated page past Markdown and the search plugin, which would only read it again.

    Its body is HTML already, and the search index has the register's own fields.
    """
    build.html = None
    if page.file.generated_by is not None:
        build.html = markdown
        page.meta["search"] = {"exclude": True}
        return ""
    return markdown


def on_page_content(content: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give a generated page its body, a hand-written one the HTML of its macros."""
    return build.macros.fill(content) if build.html is None else build.html


def on_pre_page(page: Page, config: MkDocsConfig, files: Files) -> Page:
    """Tell the macros which page of which language comes next."""
    language = build.language_of(page.file.src_uri)
    if language is not None:
        build.macros.begin(build.sites[language], _path(page))
    return page


def _path(page: Page) -> str:
    return page.file.src_uri.partition("/")[2].removesuffix(".md")


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
    frame = frame_page(
        site,
        _path(page),
        site_url=config.site_url or "",
        edit_link=page.edit_url or "",
        hosted_root=_hosted_root(config),
    )
    root = _site_url(config)
    title = html.unescape(str(page.title))
    frame = replace(
        frame,
        page_data=describe_page(site, _path(page), title, frame.trail, root),
        picture=picture_url(site, _path(page), root),
        url=addresses.hosted(root, language, _path(page)) if config.site_url else "",
        report_link=report_link(site, _path(page), config.repo_url or ""),
    )
    context.update(_frame_context(frame, site))
    return context


def _site_url(config: MkDocsConfig) -> str:
    """Return the address of the hosted site."""
    return str(config.extra.get("hosted_url") or config.site_url or DEFAULT_SITE_URL)


def _hosted_root(config: MkDocsConfig) -> str:
    """Return the address of the hosted site in the offline edition, otherwise nothing."""
    return str(config.extra["hosted_url"]) if config.extra.get("offline") else ""


def _frame_context(frame: Frame, site: LanguageSite) -> dict[str, Any]:
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
            [file.src_uri for file in context["pages"]],
            config.site_url or "",
            site.links,
            site.register.publication.as_of,
        )
    return context


def _site_path(config: MkDocsConfig) -> str:
    return urlsplit(config.site_url or "/").path.rstrip("/") or "/"


def _write_indexes(config: MkDocsConfig) -> None:
    """Give each language its own search index, and put back what was changed on `config`."""
    config.site_name = build.base_name
    folder = Path(config.site_dir)
    # Its header holds the time of the build, and no host needs it: servers compress by themselves.
    (folder / "sitemap.xml.gz").unlink(missing_ok=True)
    whole = folder / "search" / "search_index.json"
    if not whole.exists():
        return
    documents = {language: list_documents(site) for language, site in build.sites.items()}
    offline = bool(config.extra.get("offline"))
    indexes = split_search_index(whole.read_text(encoding="utf-8"), documents, as_script=offline)
    for name, text in indexes.items():
        write_file(text.encode("utf-8"), os.fspath(folder / name))
    whole.unlink()
    whole.parent.rmdir()
    if offline:
        # What only a server uses.
        for name in ("404.html", "fr/404.html", "en/404.html", "sitemap.xml", "data/index.html"):
            (folder / name).unlink()


@event_priority(-100)
def _swap_in(config: MkDocsConfig) -> None:
    """Put the site in its place, after every other plugin."""
    # In strict mode MkDocs fails for its warnings only after this, its last event.
    counters = [each for each in logging.getLogger("mkdocs").handlers if type(each) is CountHandler]
    if build.swap is None or any(counter.get_counts() for counter in counters):
        return
    build.swap.commit()
    config.site_dir = os.fspath(build.swap.target)
    log.info("The site is in %s", config.site_dir)


on_post_build = CombinedEvent(_write_indexes, _swap_in)


def on_build_error(error: Exception) -> None:
    """Leave the last good site, and say in a line what the disk refused."""
    on_shutdown()
    if isinstance(error, OSError):
        message = f"The site could not be written: {explain(error)}. The last good one is in place."
        raise PluginError(message) from None


def on_shutdown() -> None:
    """Remove what an unfinished build wrote."""
    if build.swap is not None:
        build.swap.discard()


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Watch the data and the templates too."""
    root = Path(config.config_file_path).parent
    for name in ("data", "overrides"):
        server.watch(os.fspath(root / name))
    return server
