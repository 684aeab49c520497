"""The preview of editors: what a page needs is made when the page is asked for.

Nothing that was made from the register before a change is used: so that the preview holds the same
bytes as a clean build, whatever depends on what, and a save costs the making of the page looked at.
"""

import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from build.patient import rename

Maker = Callable[[], bytes]
StartResponse = Callable[..., Any]
Application = Callable[[dict[str, Any], StartResponse], Iterable[bytes]]
# How often a request begins anew when changes overtake it.
PATIENCE = 5


class Preview:
    """Files of the preview below `root`, each made by what `find_maker` gives for its name."""

    def __init__(
        self, root: Path, mount_path: str, find_maker: Callable[[str], Maker | None]
    ) -> None:
        """Make files below `root`, which is served at `mount_path`; names are relative to it."""
        self.root = root
        self.mount_path = mount_path
        self.lock = threading.RLock()
        self.find_maker = find_maker
        # Goes up with every change.
        self.version = 0
        self._made: set[str] = set()
        # Made before the last change: still there for who asked before it.
        self._stale: set[str] = set()

    def forget(self) -> None:
        """Make all anew from now on, each file when it is next asked for."""
        self._stale |= self._made
        self._made.clear()
        self.version += 1

    def serve_from(self, root: Path) -> None:
        """Make files below `root` from now on."""
        self.root = root
        self._made.clear()
        self._stale.clear()
        self.version += 1

    def prepare(self, url_path: str) -> None:
        """Make the file that the address `url_path` names, if it is ours."""
        # As WSGI gives it: unquoted, and its bytes read as Latin-1.
        path = url_path.encode("latin-1").decode("utf-8", "ignore")
        if not (path + "/").startswith(self.mount_path):
            return
        name = path[len(self.mount_path) :]
        if name.endswith("/") or not name:
            name += "index.html"
        if ".." in Path(name).parts:
            return
        self.make(name)
        if "." not in name.rpartition("/")[2]:
            # Without its last slash: the server leads on to the folder, if there is a page in it.
            self.make(f"{name}/index.html")

    def answer(
        self, environ: dict[str, Any], start_response: StartResponse, server: Application
    ) -> Iterable[bytes]:
        """Answer a request by `server`, once what it asks for is made."""
        answers: list[tuple[Any, ...]] = []
        body: Iterable[bytes] = ()
        for _ in range(PATIENCE):
            version = self.version
            self.prepare(environ["PATH_INFO"])
            answers.clear()
            body = server(environ, lambda *answer: answers.append(answer))
            # A change in between may have moved the files: then they have to be made once more.
            if self.version == version or not answers[-1][0].startswith("404"):
                break
        start_response(*answers[-1])
        return body

    def make(self, name: str) -> None:
        """Make the file `name`, unless it is there since the last change."""
        with self.lock:
            if name in self._made:
                return
            maker = self.find_maker(name)
            if maker is None:
                if name in self._stale:
                    self._stale.discard(name)
                    (self.root / name).unlink(missing_ok=True)
                return
            content = maker()
            # Only now: making it may have moved the root.
            target = self.root / name
            target.parent.mkdir(parents=True, exist_ok=True)
            # Whole or not at all: another thread may be reading it.
            part = target.with_name(target.name + ".part")
            part.write_bytes(content)
            rename(part, target)
            self._made.add(name)
