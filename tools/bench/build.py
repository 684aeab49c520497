"""Measure the build beside other tools, in one run: `make bench`.

All build the same pages: ours from the register, with everything on; plain MkDocs + Material from
ready-made Markdown of the generated pages, kept out of the nav, with the theme and its search as
they come; Hugo from the same Markdown with the barest of templates, and Pagefind on what it wrote.
"bare" is MkDocs + Material with one page: what is above it in ours is our own doing.

For each size the builds alternate; wall and processor time are medians, memory is the peak of the
largest process.

Usage: python tools/bench.py [--sizes 41,410,4100] [--runs 5]
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from contenders import install, make_bare, make_hugo, make_ours, make_plain

MEBIBYTE = 1024
# A size from which one run tells enough.
LARGE = 1000


@dataclass(kw_only=True)
class Contender:
    """A build, by the `commands` that follow each other, and what its runs took.

    `wall` and `processor` are seconds, `memory` is in MiB, one figure for each run.
    """

    name: str
    folder: Path
    commands: list[list[str]]
    wall: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)

    @property
    def seconds(self) -> float:
        """Median wall time."""
        return statistics.median(self.wall)

    def run(self) -> None:
        """Build once and note the figures."""
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        wall, processor, memory = 0.0, 0.0, 0.0
        for command in self.commands:
            start = time.perf_counter()
            process = subprocess.Popen(
                command,
                cwd=self.folder,
                env=environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            _, status, usage = os.wait4(process.pid, 0)
            if status != 0:
                raise SystemExit(f"{self.name}: {' '.join(command)} failed in {self.folder}")
            wall += time.perf_counter() - start
            processor += usage.ru_utime + usage.ru_stime
            memory = max(memory, usage.ru_maxrss / MEBIBYTE)
        self.wall.append(wall)
        self.processor.append(processor)
        self.memory.append(memory)


def list_contenders(folder: Path, count: int, tools: Path) -> tuple[list[Contender], int]:
    """Lay out the projects of `count` entries in `folder`; return them and the number of pages."""
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", "site"]
    make_ours(folder / "ours", count)
    pages = make_plain(folder / "plain", folder / "ours")
    make_bare(folder / "bare")
    found = [
        Contender(name=name, folder=folder / name, commands=[mkdocs])
        for name in ("ours", "plain", "bare")
    ]
    hugo, pagefind = tools / "bin" / "hugo", tools / "bin" / "python"
    if hugo.exists():
        make_hugo(folder / "hugo", folder / "plain")
        commands = [
            [str(hugo), "--quiet"],
            [str(pagefind), "-m", "pagefind", "--quiet", "--site", "public"],
        ]
        found.append(Contender(name="hugo+pf", folder=folder / "hugo", commands=commands))
    else:
        print("Hugo and Pagefind are not to be had from the package index")
    return found, pages


def tell(contenders: list[Contender], pages: int, before: dict[str, float]) -> None:
    """Print the figures of a size; `before` has the seconds of the size before, and gets these."""
    ours = contenders[0].seconds
    for each in contenders:
        growth = f"{each.seconds / before[each.name]:7.2f}" if each.name in before else " " * 7
        print(
            f"{each.name:>9} {each.seconds:8.2f} {statistics.median(each.processor):8.2f}"
            f" {pages / each.seconds:8.0f} {statistics.median(each.memory):6.0f}"
            f" {ours / each.seconds:10.2f} {growth}",
            flush=True,
        )
        before[each.name] = each.seconds


def main() -> None:
    """Measure every size and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="41,410,4100")
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    before: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as name:
        tools = Path(name, "tools")
        install(tools, "hugo", "pagefind[bin]")
        for size in map(int, arguments.sizes.split(",")):
            contenders, pages = list_contenders(Path(name, str(size)), size, tools)
            # The first build of each is not counted: it fills the caches.
            for run in range(-1, arguments.runs if size < LARGE else 1):
                for each in contenders:
                    if run >= 0 or size < LARGE:
                        each.run()
            print(f"{size} entries, {pages} pages")
            print("    build   wall s    cpu s  pages/s    MiB  ours/this  growth")
            tell(contenders, pages, before)


if __name__ == "__main__":
    main()
