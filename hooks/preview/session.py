"""A run of the preview: updates it after a change, and shows problems until they are fixed."""

import gc
import logging
import os
import posixpath
import shutil
import tempfile
import threading
import urllib.parse
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from preview.banner import add_banner, add_page_state, make_problem_page
from preview.observer import ChangeObserver
from preview.poll import Snapshot
from preview.port import move_to_free_port
from preview.restart import CodeError, restart
from register.messages import keep_words, speak
from register.model import Language
from register.register import Register
from website.import_report import FILE

if TYPE_CHECKING:
    from mkdocs_site.plugin import RegisterPlugin

log = logging.getLogger("mkdocs.hooks.register")

# The folders with the sources of the site.
FOLDERS = ("data", "docs", "overrides", "templates", "hooks")
# The report of an import, which another terminal writes while the preview runs.
REPORTS = FILE.parent
# Seconds in which no file may change before a build: an editor's save is several writes, one right
# after the other.
BUILD_DELAY = 0.01
StartResponse = Callable[..., Any]


class Session:
    """The preview on a server of MkDocs, and what keeps it up to date."""

    def __init__(self, host: "RegisterPlugin", server: Any, build_all: Callable[[], None]) -> None:
        """Show on `server` what `host` renders; `build_all` lets MkDocs build the whole site."""
        self.host = host
        self.server = server
        self.build_all = build_all
        # The error of the last whole build, or of the changed code.
        self.failure: BaseException | None = None
        # Held while a file is rendered and while the site is changed.
        self.lock = threading.RLock()
        # Nothing rendered before a change is used again: so the preview serves the bytes of a clean
        # build, dependencies are not tracked, and a save costs only the page that is requested.
        self._rendered: dict[str, bytes] = {}
        # Where the current build writes: the served folder stays as it is until the build succeeds.
        self.next_root: Path | None = None
        # The folder before the last build, which requests that began earlier may still read.
        self._old_root: Path | None = None
        self.snapshot = Snapshot(self._watch())
        move_to_free_port(server)
        server.builder = self.update
        server.build_delay = BUILD_DELAY
        server.error_handler = self._show_error
        keep_words()
        server.set_app(self.answer)
        # What the first build has made is not searched for garbage after each save: that took 0.4 s
        # of 1.1 with 4,100 entries.
        gc.freeze()

    def _watch(self) -> list[Path]:
        """Let the server observe the sources of the site; return their files and folders."""
        server, config, root = self.server, self.host.config, self.host.root
        server.unwatch(config.docs_dir)
        server.unwatch(config.config_file_path)
        server.observer = ChangeObserver(root)
        # Not the configuration file itself: a program that replaces it would end the watch.
        server.watch(os.fspath(root), recursive=False)
        folders = [root / name for name in (*FOLDERS, REPORTS)]
        with suppress(OSError):
            # A folder that is not there yet cannot be watched.
            (root / REPORTS).mkdir(parents=True, exist_ok=True)
        for folder in folders:
            server.watch(os.fspath(folder))
        return [*folders, Path(config.config_file_path)]

    def update(self) -> None:
        """Bring the preview up to date after a change of files; never raises."""
        host = self.host
        with self.lock:
            changed = self.snapshot.take_changes()
            self._rendered.clear()
            if any(path.suffix == ".py" for path in changed):
                self._use_changed_code()
                return
            quick = {host.root / "data", host.root / REPORTS}
            data_only = all(quick & set(path.parents) for path in changed)
            if data_only and self.failure is None and host.register is not None:
                if changed:
                    self._use_changed_data(host.register)
            else:
                self._build_all()

    def close(self) -> None:
        """Remove the folders of the preview: MkDocs itself removes the first one only."""
        for folder in (self.server.root, self._old_root):
            if folder is not None:
                shutil.rmtree(folder, ignore_errors=True)

    def _use_changed_data(self, before: Register) -> None:
        """Show the data as they are now, in place of those of the register `before`."""
        self.host.load()
        now = self.host.register or before
        if len(now.vocabulary.categories) == len(before.vocabulary.categories):
            self.host.list_artifacts()
        else:
            # The style sheet has the colours of as many as there are.
            self._build_all()

    def _use_changed_code(self) -> None:
        """Restart with the changed code; if it cannot be used, show why in every page."""
        try:
            restart(self.host.root / "hooks", self.close)
        except CodeError as error:
            log.error("%s\n%s.", error, speak("code-kept"))
            self.failure = error

    def _build_all(self) -> None:
        """Let MkDocs build in a folder of its own, and serve that once it is whole."""
        self.next_root = Path(tempfile.mkdtemp(prefix="mkdocs_"))
        try:
            self.build_all()
        except (Exception, SystemExit) as error:
            log.exception("The site cannot be built; the last good one stays in the preview.")
            self.failure = error
            shutil.rmtree(self.next_root, ignore_errors=True)
            return
        self.failure = None
        if self._old_root is not None:
            shutil.rmtree(self._old_root, ignore_errors=True)
        self._old_root, self.server.root = Path(self.server.root), os.fspath(self.next_root)

    def answer(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request with a rendered file, or leave it to MkDocs' own server."""
        # WSGI gives the path unquoted, with its bytes decoded as Latin-1.
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        mount: str = self.server.mount_path
        # MkDocs answers requests outside the site, and those of its reload script.
        if path.startswith(mount) and not path.startswith("/livereload/"):
            self._wait_for_build()
            name = posixpath.normpath("/" + path[len(mount) :]).lstrip("/")
            if path.endswith("/"):
                name = f"{name}/index.html".lstrip("/")
            content = self._get(name)
            if content is not None:
                return self._send(name, content, start_response)
            if not path.endswith("/") and self._get(f"{name}/index.html") is not None:
                start_response("302 Found", [("Location", urllib.parse.quote(path) + "/")])
                return []
        answer: Iterable[bytes] = self.server.serve_request(environ, start_response)
        return answer

    def _wait_for_build(self) -> None:
        """Wait until the changes saved before the request are built, as MkDocs does."""
        server = self.server
        with server._epoch_cond:
            server._epoch_cond.wait_for(lambda: server._visible_epoch == server._wanted_epoch)

    def _send(self, name: str, content: bytes, start_response: StartResponse) -> list[bytes]:
        if name.endswith(".html"):
            content = self._add_reload(content)
        headers = [
            ("Content-Type", self.server._guess_type(name)),
            ("Content-Length", str(len(content))),
        ]
        start_response("200 OK", headers)
        return [content]

    def _add_reload(self, page: bytes) -> bytes:
        """Return `page` with the scripts that reload it after a change and keep its state."""
        if not self.server._watched_paths:
            return page
        page = add_page_state(page, self.host.templates)
        with_script: bytes = self.server._inject_js_into_html(page, self.server._visible_epoch)
        return with_script

    def _get(self, name: str) -> bytes | None:
        """Return the content of the file `name`; None if it is not one that is rendered."""
        with self.lock:
            if name not in self._rendered:
                content = self._render(name)
                if content is None:
                    return None
                self._rendered[name] = content
            return self._rendered[name]

    def _render(self, name: str) -> bytes | None:
        """Render the file `name`, a page with the problems at its top."""
        is_page, templates, problems = name.endswith(".html"), self.host.templates, self._problems
        language: Language = "en" if name.startswith("en/") else "fr"
        if self.host.register is None:
            return make_problem_page(problems, templates, language) if is_page else None
        render = self.host.find_renderer(name)
        if render is None or not is_page:
            return None if render is None else render()
        try:
            page = render()
        except Exception as error:
            log.exception("A page cannot be rendered.")
            return make_problem_page((*problems, error), templates, language)
        return add_banner(page, problems, templates)

    @property
    def _problems(self) -> tuple[object, ...]:
        problems = self.host.problems
        return problems if self.failure is None else (*problems, self.failure)

    def _show_error(self, code: int) -> bytes | None:
        """Return the error page of the status `code`; it reloads after the next change."""
        page = self._get(f"{code}.html")
        return None if page is None else self._add_reload(page)
