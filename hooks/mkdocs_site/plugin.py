"""The plugin: adapts the events of MkDocs to the other rooms. It decides nothing."""

import gc
import logging
import os
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from build.artifacts import Surroundings, list_artifacts
from build.folders.atomic_folder import AtomicFolder, AtomicFolderError, explain
from build.former_assets import write_list
from build.kept_lists import describe_file, write_lists
from build.parallel import ParallelWriter, divide_work
from build.texts import write_texts
from mkdocs_site.handwritten_pages import (
    language_of,
    list_written,
    path_of,
    render_by_mkdocs,
    take_page,
    take_sections,
)
from mkdocs_site.logs import has_warnings, log_findings, log_warnings
from mkdocs_site.settings import fill_repository, find_hosting, reloads
from mkdocs_site.site_files import add_artifacts, add_downloads
from mkdocs_site.theme import set_theme_aside, take_theme
from pages.handwritten.downloads import list_documents, read_downloads
from pages.handwritten.macros import Macros
from register.checking.problems import RegisterError, show_problems
from register.load import load_register
from register.messages import speak, terminal_language
from register.model import LANGUAGES, Language
from register.register import Register
from search.index_files import make_search_files
from website.artifact import Artifact
from website.frame.whole_page import render_whole_page
from website.localized_site import LocalizedSite
from website.templates import make_cache, make_templates
from website.text.interface_words import MissingWordError
from website.urls import Links

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

    from preview.session import Session

log = logging.getLogger("mkdocs.hooks.register")


class RegisterPlugin:
    """The state of a build, and in `serve` of the builds after it; its events are MkDocs'."""

    def __init__(self) -> None:
        """Start without a register."""
        self.is_serve = False
        # Whether the site is written in place, not to the side.
        self.is_in_place = False
        self.root = Path()
        self.register: Register | None = None
        self.sites: dict[Language, LocalizedSite] = {}
        self.artifacts: dict[str, Artifact] = {}
        self.macros = Macros()
        # The lists as PDF: their names below the site's root.
        self.documents: tuple[str, ...] = ()
        # In a build but not in a preview, which has a folder of its own.
        self.output: AtomicFolder | None = None
        self.writer: ParallelWriter | None = None
        # Of the preview only.
        self.problems: tuple[object, ...] = ()
        self.session: Session | None = None
        self.sections = '{"docs": []}'

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether this is `serve`, where a problem must not end the preview."""
        # Without the script that reloads, `serve` builds once and serves plain files.
        self.is_serve = command == "serve" and reloads()
        # A dirty build updates the existing site; `serve` has a folder of its own.
        self.is_in_place = dirty or command == "serve"
        if command == "build":
            gc.disable()  # What it makes stays to its end: the search takes 5 % of its time.

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the register before anything is written; problems end a build here."""
        self.config = config
        self.root = Path(config.config_file_path).parent
        self.macros.downloads = read_downloads(self.root / config.extra["downloads"])
        self.macros.is_offline = bool(config.extra.get("offline"))
        self.documents = list_documents(self.root / config.extra["documents"])
        config.plugins["macros"].register_macros(self.macros.all_macros())  # type: ignore[attr-defined]
        self.compiled = make_cache(self.root / ".cache" / "templates")
        self.templates = make_templates(self.root / "templates", self.compiled)
        self.load()
        if self.session is not None and self.session.next_root is not None:
            config.site_dir = os.fspath(self.session.next_root)
        if not self.is_in_place:
            self._write_aside(config)
        self.theme_folder = set_theme_aside(config)
        return config

    @property
    def keeps(self) -> bool:
        """Whether readers can keep the site on a device: no preview, and no offline edition."""
        is_whole = not self.is_in_place and not self.config.extra.get("offline")
        return is_whole and bool(self.config.extra["keep"])

    def load(self) -> None:
        """Load the register; while serving, keep the last good one when it has problems."""
        try:
            register = load_register(self.root / "data", include_drafts=self.is_serve)
        except RegisterError as error:
            text = f"data:\n{show_problems(error.problems, terminal_language())}"
            if not self.is_serve:
                raise PluginError(text) from None
            log.error("%s\n%s.", text, speak("register-kept"))
            self.problems = error.problems
            return
        self.register, self.problems = register, register.warnings if self.is_serve else ()
        log_findings(register, log, is_preview=self.is_serve)
        fill_repository(self.config, register.publication)
        self.hosting = find_hosting(self.config)
        self.sites = {
            language: LocalizedSite(
                register,
                language,
                self.templates,
                Links(directory_urls=self.config.use_directory_urls),
                self.hosting.root,
                self.documents,
                preview=self.is_serve,
                keeps=self.keeps,
            )
            for language in LANGUAGES
        }

    def _write_aside(self, config: MkDocsConfig) -> None:
        """Let MkDocs write beside the site, which is swapped in when all went well."""
        self.output = AtomicFolder(Path(config.site_dir))
        try:
            config.site_dir = os.fspath(self.output.begin(log.info))
        except (OSError, AtomicFolderError) as error:
            raise PluginError(speak("site-not-written", reason=explain(error))) from None

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Begin to write the artifacts, and make them known to MkDocs."""
        if self.register is None:
            # The preview can show nothing but the problems.
            return Files([])
        self.files = files
        self.theme = take_theme(
            config,
            files,
            self.theme_folder,
            self.root / "templates",
            self.root / ".cache" / "css",
            self.compiled,
            categories=len(self.register.vocabulary.categories),
            is_preview=self.is_serve,
            keeps=self.keeps,
        )
        self.list_artifacts()
        if self.output is not None:
            self.output.reuse(self.artifacts)
        if not self.is_serve:
            # Hashed while they are written, files need not be read back.
            note = describe_file if self.keeps else None
            self.writer = ParallelWriter(Path(config.site_dir), note=note)
            pieces = divide_work(self.artifacts.values(), last=self.register.by_id)
            self.writer.start(pieces, aside=self.register.find_warnings)
        add_artifacts(files, self.artifacts.values(), config)
        downloads = () if self.hosting.is_offline else self.macros.downloads
        add_downloads(files, self.root, self.documents, downloads, config)
        return files

    def list_artifacts(self) -> None:
        """List the artifacts of the register as it is now."""
        around = Surroundings(
            hosting=self.hosting,
            theme=self.theme,
            vendor=Path(self.config.docs_dir, "assets", "vendor"),
            pictures=self.root / ".cache" / "pictures",
            written=tuple(file.src_uri.removesuffix(".md") for file in list_written(self.files)),
        )
        self.artifacts = list_artifacts(self.sites, around)
        if self.is_serve:
            from preview.editor_pages import add_editor_pages

            add_editor_pages(self.artifacts, self.sites.values(), self.root, around)

    def on_pre_page(self, page: MkDocsPage, config: MkDocsConfig, files: Files) -> MkDocsPage:
        """Set the page for the macros."""
        language = language_of(page.file.src_uri)
        if language is not None:
            self.macros.begin(self.sites[language], path_of(page.file.src_uri))
        return page

    def on_page_content(
        self, content: str, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Put the HTML of its macros into a page."""
        return self.macros.fill(content)

    def on_page_context(
        self, context: dict[str, Any], page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> dict[str, Any]:
        """Give overrides/main.html the whole page."""
        context["whole_page"] = self._surround(page).decode()
        return context

    def _surround(self, page: MkDocsPage) -> bytes:
        language = language_of(page.file.src_uri)
        if language is None:
            raise PluginError(f"docs/{page.file.src_uri} is neither in docs/fr nor in docs/en")
        return render_whole_page(
            self.sites[language], take_page(page), self.theme, self.hosting, page.edit_url or ""
        )

    # After every other plugin.
    @event_priority(-100)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write what needs all pages, wait for the other artifacts, put the site in its place."""
        if self.register is not None:
            self.sections = take_sections(Path(config.site_dir)) or self.sections
            write_texts(Path(config.site_dir), self._list_search_files())
        written = self.writer.join() if self.writer is not None else []
        log_warnings(self.writer.answer if self.writer is not None else (), log)
        if self.output is not None and not self.hosting.is_offline:
            write_list(Path(config.site_dir))
        if self.keeps:
            as_of = self.sites["fr"].register.publication.as_of
            dates = {each: site.date(as_of) for each, site in self.sites.items()}
            write_lists(Path(config.site_dir), dates, written)
        self._swap_in(config)

    def _list_search_files(self) -> Mapping[str, str]:
        return make_search_files(self.sections, self.sites, as_script=self.hosting.is_offline)

    def _swap_in(self, config: MkDocsConfig) -> None:
        """Put the site in its place, unless MkDocs is about to fail for its warnings."""
        # In strict mode it does so only after this, its last event.
        if self.output is None or has_warnings(log):
            return
        self.output.commit()
        config.site_dir = os.fspath(self.output.target)
        log.info("%s.", speak("site-is-in", path=config.site_dir))

    def on_build_error(self, error: Exception) -> None:
        """Leave the last good site; report in a line what failed on the disk, or a missing word."""
        if self.writer is not None:
            self.writer.stop()
        if self.output is None:
            return
        self.output.discard()
        if isinstance(error, MissingWordError):
            raise PluginError(str(error.args[0])) from None
        if isinstance(error, OSError):
            raise PluginError(speak("site-kept", reason=explain(error))) from None

    def on_serve(
        self, server: "LiveReloadServer", config: MkDocsConfig, builder: Callable[[], None]
    ) -> "LiveReloadServer":
        """Watch all that the site is made of, and render pages when they are requested."""
        from preview.session import Session

        self.session = Session(self, server, builder)
        return server

    def on_shutdown(self) -> None:
        """Remove what an unfinished build wrote, and the folder of the preview."""
        gc.freeze()  # Now the process ends: searching all that it made took 15 % of a build.
        gc.enable()
        if self.writer is not None:
            self.writer.stop()
        if self.output is not None:
            self.output.discard()
        if self.session is not None:
            self.session.close()

    def find_renderer(self, name: str) -> Callable[[], bytes] | None:
        """Return the renderer of the file `name` of the preview; None for one on the disk."""
        if name in self.artifacts:
            return self.artifacts[name].to_bytes
        if "/search/" in name:
            text = self._list_search_files().get(name)
            return None if text is None else text.encode
        for file in list_written(self.files):
            if file.dest_uri == name:
                return partial(self._render_written, file)
        return None

    def _render_written(self, file: File) -> bytes:
        return self._surround(render_by_mkdocs(file, self.config, self.files))
