"""A run of the preview: brings it up to date after a change, and shows what is wrong till then."""

import logging
import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Protocol

import jinja2

from preview.banner import add_banner, make_problem_page
from preview.preview import Maker, Preview
from preview.snapshot import Snapshot
from register.register import Register

log = logging.getLogger("mkdocs.hooks.register")


class Host(Protocol):
    """What makes the site: the hook, which knows MkDocs."""

    root: Path
    templates: jinja2.Environment | None
    # The last good register, and what is wrong with the data since.
    register: Register | None
    problems: tuple[object, ...]
    # What MkDocs gathered for its last build; nothing as long as there was no register.
    stage: Any

    def load(self) -> None:
        """Read the data anew."""

    def find_maker(self, name: str) -> Maker | None:
        """Return what makes the file `name` below the site's root, if that can be made alone."""

    def takes_all_pages(self, name: str) -> bool:
        """Tell whether the file `name` is made of all pages together, by a whole build."""


class Session:
    """The preview that a server of MkDocs shows, and what keeps it up to date."""

    def __init__(
        self,
        host: Host,
        server: Any,
        build_all: Callable[[], None],
        watched: Sequence[Path],
        failure: BaseException | None = None,
    ) -> None:
        """Show on `server` what `host` makes; `build_all` lets MkDocs build the whole site.

        `watched` are the files and folders that it is made of. Begin with a `failure` if what is
        there already is not what `host` would make.
        """
        self.host = host
        self.server = server
        self.build_all = build_all
        self.watched = watched
        self.failure = failure
        self.preview = Preview(Path(server.root), server.mount_path, self._find_maker)
        self.snapshot = Snapshot(watched)
        # Where the build under way writes: the folder served stays whole until it has ended well.
        self.next_root: Path | None = None
        # The register of the last whole build.
        self._staged = host.register
        server.error_handler = self._show_error
        server.set_app(partial(self.preview.answer, server=server.serve_request))

    def fail(self, error: BaseException) -> None:
        """Show `error` in every page until all has been built well."""
        self.failure = error
        self.preview.forget()

    def update(self) -> None:
        """Bring the preview up to date after a change of files; never raises."""
        host = self.host
        with self.preview.lock:
            changed = self.snapshot.take_changes()
            self.preview.forget()
            data_only = all(host.root / "data" in path.parents for path in changed)
            if data_only and self.failure is None and host.register and host.stage:
                if changed:
                    host.load()
            else:
                self._build_all()

    def close(self) -> None:
        """Take away the folder of the preview: MkDocs knows of the first such folder only."""
        shutil.rmtree(self.preview.root, ignore_errors=True)

    def _build_all(self) -> None:
        """Let MkDocs build in a folder of its own, and serve that once it is whole."""
        old_root, old_stage = self.preview.root, self.host.stage
        self.next_root = Path(tempfile.mkdtemp(prefix="mkdocs_"))
        try:
            self.build_all()
        except (Exception, SystemExit) as error:
            log.exception("The site cannot be built; the last good one stays in the preview.")
            self.fail(error)
            self.host.stage = old_stage
            shutil.rmtree(self.next_root, ignore_errors=True)
            return
        self.failure = None
        self._staged = self.host.register
        self.preview.serve_from(self.next_root)
        self.server.root = os.fspath(self.next_root)
        shutil.rmtree(old_root, ignore_errors=True)

    def _find_maker(self, name: str) -> Maker | None:
        """Return what makes the file `name` of the preview, if it comes from the register."""
        is_page = name.endswith(".html")
        if self.host.register is None or self.host.stage is None:
            if not is_page:
                return None
            return lambda: make_problem_page(self._list_problems(), self._templates)
        if self.host.takes_all_pages(name):
            maker: Maker | None = partial(self._take_from_whole_build, name)
        else:
            maker = self.host.find_maker(name)
        return partial(self._make_with_banner, maker) if is_page and maker else maker

    def _make_with_banner(self, make: Maker) -> bytes:
        try:
            page = make()
        except Exception as error:
            log.exception("A page cannot be made.")
            return make_problem_page((*self._list_problems(), error), self._templates)
        return add_banner(page, self._list_problems(), self._templates)

    def _list_problems(self) -> tuple[object, ...]:
        problems = self.host.problems
        return problems if self.failure is None else (*problems, self.failure)

    @property
    def _templates(self) -> jinja2.Environment:
        assert self.host.templates is not None
        return self.host.templates

    def _take_from_whole_build(self, name: str) -> bytes:
        if self._staged is not self.host.register:
            self._build_all()
        path = self.preview.root / name
        return path.read_bytes() if path.is_file() else b""

    def _show_error(self, code: int) -> bytes | None:
        """Return the page that says that something is not there; it reloads when it may be.

        It is that of the last whole build: it says little of the register.
        """
        path = self.preview.root / f"{code}.html"
        if not path.is_file():
            return None
        page = add_banner(path.read_bytes(), self._list_problems(), self._templates)
        # As MkDocs does with the pages that are there.
        with_script: bytes = self.server._inject_js_into_html(page, self.server._visible_epoch)
        return with_script
