"""From a save to new content served, beside other tools on the same pages, in one run.

Ours is `mkdocs serve` on a register of `count` entries, one of which is edited. The others serve
the same pages as ready-made Markdown, one of which is edited: plain MkDocs + Material and, where
the package index has them, Hugo and Zensical, each in an environment of its own.

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
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from bench import make_ours, make_plain

# Seconds: a limit for a server that never answers, not a measure.
PATIENCE = 600
HUGO_CONFIG = (
    'baseURL = "http://localhost/"\ntitle = "Plain"\ndisableKinds = ["taxonomy", "term"]\n'
)
HUGO_PAGE = "<!doctype html><title>{{ .Title }}</title><body>{{ .Content }}</body>"
ENTRY = "fr/initiatives/cen/"


@contextmanager
def serve(command: list[str], folder: Path, address: str) -> Iterator[None]:
    """Run a preview server in `folder` until its page of the entry is there."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_for("<", address)
        yield
    finally:
        process.terminate()
        process.wait()


def wait_for(text: str, address: str) -> None:
    """Return once `text` stands in the page at `address`."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urlopen(address, timeout=PATIENCE) as response:
                if text in response.read().decode():
                    return
        except (URLError, ConnectionError):
            pass
        time.sleep(0.002)
    raise SystemExit(f"{address} never showed {text}")


def measure(command: Callable[[int], list[str]], folder: Path, edited: Path, runs: int) -> float:
    """Return the median seconds from a save of the file `edited` to its page served anew."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}/{ENTRY}"
    text = edited.read_text(encoding="utf-8")
    start = text.index("- id: cen\n") if "- id: cen\n" in text else 0
    place = text.index("CEN", text.index("description:", start) + len("description:"))
    seconds = []
    with serve(command(port), folder, address):
        for run in range(runs):
            marker = f"Zz{run}zz"
            begin = time.perf_counter()
            edited.write_text(f"{text[:place]}{marker} {text[place:]}", encoding="utf-8")
            wait_for(marker, address)
            seconds.append(time.perf_counter() - begin)
            time.sleep(0.3)
    return statistics.median(seconds)


def install(package: str, folder: Path) -> Path | None:
    """Return the command of `package`, installed in an environment in `folder`, if it can be."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    done = subprocess.run(
        [str(folder / "bin" / "pip"), "install", "--quiet", package],
        capture_output=True,
        check=False,
    )
    command = folder / "bin" / package
    return command if done.returncode == 0 and command.exists() else None


def make_hugo(folder: Path, plain: Path) -> None:
    """Lay out the pages of the project `plain` for Hugo."""
    shutil.copytree(plain / "docs", folder / "content")
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name in ("single", "list"):
        (layouts / f"{name}.html").write_text(HUGO_PAGE, encoding="utf-8")
    (folder / "hugo.toml").write_text(HUGO_CONFIG, encoding="utf-8")


def main() -> None:
    """Measure every size and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="41,4100")
    parser.add_argument("--runs", type=int, default=20)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        tools = {each: install(each, Path(name, f"venv-{each}")) for each in ("hugo", "zensical")}
        for size in map(int, arguments.sizes.split(",")):
            folder = Path(name, str(size))
            ours, plain, hugo = (folder / each for each in ("ours", "plain", "hugo"))
            for each in (ours, plain, hugo):
                each.mkdir(parents=True)
            make_ours(ours, size)
            make_plain(plain, ours)
            make_hugo(hugo, plain)
            # The slow ones are sure after fewer runs.
            few = min(arguments.runs, 3 if size > 1000 else arguments.runs)
            mkdocs = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr"]
            page = Path("fr", "initiatives", "cen.md")

            def tell(tool: str, seconds: float | None, size: int = size) -> None:
                said = "not to be had" if seconds is None else f"{seconds * 1000:9.0f} ms"
                print(f"{size:8} {tool:>9} {said}", flush=True)

            def serve_mkdocs(port: int, mkdocs: list[str] = mkdocs) -> list[str]:
                return [*mkdocs, f"127.0.0.1:{port}"]

            register = ours / "data" / "initiatives.yaml"
            tell("ours", measure(serve_mkdocs, ours, register, arguments.runs))
            tell("plain", measure(serve_mkdocs, plain, plain / "docs" / page, few))
            if tools["hugo"] is None:
                tell("hugo", None)
            else:
                start = [str(tools["hugo"]), "server", "--bind", "127.0.0.1", "--port"]
                seconds = measure(
                    lambda port, start=start: [*start, str(port)],  # type: ignore[misc]
                    hugo,
                    hugo / "content" / page,
                    arguments.runs,
                )
                tell("hugo", seconds)
            if tools["zensical"] is None:
                tell("zensical", None)
            else:
                start = [str(tools["zensical"]), "serve", "--dev-addr"]
                seconds = measure(
                    lambda port, start=start: [*start, f"127.0.0.1:{port}"],  # type: ignore[misc]
                    plain,
                    plain / "docs" / page,
                    few,
                )
                tell("zensical", seconds)


if __name__ == "__main__":
    main()
