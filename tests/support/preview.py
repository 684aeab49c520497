"""A running preview of a project of its own, as an editor has it."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from build.generator import GENERATOR, make_command
from support.build import ROOT, share_cache

PATIENCE = 120  # seconds: a limit for a preview that has died, not a measure
# What the preview has and a built site has not: the scripts that reload a page and
# keep its state, the link to the desk.
_PREVIEW_ONLY = re.compile(
    rb'<script>\s*var livereload = .*?</script>|<p class="page-end page-end--desk">.*?</p>'
    rb'|<script>\s*\(\(\) => \{\s*const KEY = "preview-state";.*?</script>\n?',
    re.DOTALL,
)


class PreviewRun:
    """A preview of the project in `folder`, at `address`."""

    def __init__(self, folder: Path, address: str, process: subprocess.Popen[bytes]) -> None:
        self.folder = folder
        self.address = address
        self.process = process
        self.register = folder / "data" / "initiatives.yaml"

    @property
    def log(self) -> str:
        """What the preview has said up to now."""
        return (self.folder / "serve.log").read_text(encoding="utf-8")

    def wait_for_address(self) -> str:
        """Return the address at which the preview says that it serves, without a last slash."""
        end = time.monotonic() + PATIENCE
        while not (found := re.search(r"Serving on (\S+)/", self.log)):
            assert self.process.poll() is None, "the preview has ended"
            assert time.monotonic() < end, "the preview does not say where it is"
            time.sleep(0.05)
        return found[1]

    def fetch(self, path: str) -> bytes:
        """Return what is served at `path`, without what only the preview has."""
        with urlopen(f"{self.address}/{path}", timeout=PATIENCE) as response:
            return _PREVIEW_ONLY.sub(b"", response.read())

    def read(self, path: str) -> str:
        """Return the text served at `path`; nothing when there is no such page."""
        try:
            return self.fetch(path).decode()
        except HTTPError as error:
            error.close()
            return ""
        except (URLError, ConnectionError):
            return ""

    def read_style_sheet(self, path: str) -> str:
        """Return the style sheet of the page at `path`."""
        found = re.search(r"assets/css-[^\"]+", self.read(path))
        assert found, path
        return self.read(found[0])

    def wait_for(self, text: str, path: str = "fr/initiatives/cen/", *, gone: bool = False) -> str:
        """Return the page at `path` once `text` stands in it, or no longer does."""
        end, pause = time.monotonic() + PATIENCE, 0.005
        while time.monotonic() < end:
            assert self.process.poll() is None, "the preview has ended"
            page = self.read(path)
            if page and (text in page) != gone:
                return page
            # Each question is work for the preview, too.
            time.sleep(pause)
            pause = min(2 * pause, 0.2)
        raise AssertionError(f"{text!r} {'stayed in' if gone else 'did not reach'} {path}")


def copy_project(folder: Path) -> None:
    """Lay out the project in `folder`, to be edited."""
    # With what Python has compiled: to compile all of it again takes a second.
    for name in ("data", "docs", "hooks", "overrides", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("mkdocs.yml", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    share_cache(folder)


def find_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def run_preview(
    folder: Path,
    *options: str,
    port: int | None = None,
    is_by_hooks: bool = False,
    generator: str = GENERATOR,
    **variables: str,
) -> Iterator[PreviewRun]:
    """Serve the project in `folder` while the context lasts, with `variables` in its environment.

    A `port` that is taken leads to another, which the preview itself has to say. By hooks, the
    command is that of editors, from another folder.
    """
    host = f"127.0.0.1:{port or find_port()}"
    own = {"NO_MKDOCS_2_WARNING": "1", "DOWNLOADS": str(folder / "dist")}
    environment = {**os.environ, **own, **variables}
    start = make_command("serve", generator=generator)
    if is_by_hooks:
        start = [sys.executable, f"{folder.name}/hooks", "serve"]
    log = (folder / "serve.log").open("wb")
    process = subprocess.Popen(
        [*start, *options, "--dev-addr", host],
        cwd=folder.parent if is_by_hooks else folder,
        env=environment,
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    run = PreviewRun(folder, f"http://{host}", process)
    try:
        if port is not None:
            run.address = run.wait_for_address()
        run.wait_for("<html", "fr/")
        yield run
    finally:
        process.terminate()
        process.wait()
        log.close()
