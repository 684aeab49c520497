"""Measure the build beside other tools, in one run: `make bench`.

All build the same pages again, over what they built before: ours from the register, with everything
on; Hugo with Pagefind, and plain MkDocs + Material, from ready-made Markdown. "one-page" is
MkDocs + Material with one page: what is above it in ours is our own doing.
"""

import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.commands import RUNS_HEADER, Run, run_all, show_runs
from bench.figures import alternate, compare, summarize
from bench.layout import lay_out_aside
from bench.options import describe_method, read_options
from bench.tools import HUGO, PYTHON, describe_tools
from build.generator import make_command

OURS, HUGO_PAGEFIND, PLAIN, ONE_PAGE = NAMES = ("ours", "hugo+pagefind", "mkdocs", "one-page")
HEADER = f"{RUNS_HEADER} {'pages/s':>8} {'ours / this, by round':>22} {'growth':>6}"


@dataclass(frozen=True, kw_only=True)
class Contender:
    """A tool: the `commands` that build its project in `folder`, and the folder they write."""

    name: str
    commands: tuple[list[str], ...]
    folder: Path
    written: Path

    def build(self, pages: Sequence[str]) -> Run:
        """Build once; return what it took. Ends the program unless all `pages` are written."""
        run = run_all(self.name, self.commands, self.folder)
        if self.name != ONE_PAGE:
            missing = [page for page in pages if not (self.written / page / "index.html").exists()]
            if missing:
                raise SystemExit(f"{self.name} lacks {len(missing)} pages, first {missing[0]}")
        if self.name == HUGO_PAGEFIND:
            _check_index(self.written / "pagefind" / "pagefind-entry.json", pages)
        return run


def _check_index(entry: Path, pages: Sequence[str]) -> None:
    """End the program unless Pagefind has indexed the pages of each language."""
    languages = json.loads(entry.read_text(encoding="utf-8"))["languages"]
    indexed = {language: each["page_count"] for language, each in languages.items()}
    for language in {page.split("/")[0] for page in pages}:
        expected = sum(page.split("/")[0] == language for page in pages)
        if indexed.get(language, 0) < expected:
            raise SystemExit(f"Pagefind has indexed {indexed}, not {expected} pages in {language}")


def list_contenders(folder: Path) -> list[Contender]:
    """Return the tools whose projects are in `folder`."""

    def make(name: str, place: str, written: str, *commands: list[str]) -> Contender:
        project = folder / place
        return Contender(name=name, commands=commands, folder=project, written=project / written)

    options = ["build", "--quiet", "--site-dir", "site"]
    mkdocs = [sys.executable, "-m", "mkdocs", *options]
    hugo = [HUGO, "--quiet"]
    pagefind = [PYTHON, "-m", "pagefind", "--quiet", "--site", "public"]
    return [
        make(OURS, "ours", "site", make_command(*options)),
        make(HUGO_PAGEFIND, "hugo", "public", hugo, pagefind),
        make(PLAIN, "plain", "site", mkdocs),
        make(ONE_PAGE, "bare", "site", mkdocs),
    ]


def show(figures: Mapping[str, Sequence[Run]], pages: int, before: Mapping[str, float]) -> str:
    """Return a table of `figures` by tool; `before` has the median seconds of the size before."""
    lines = [HEADER]
    for name, runs in figures.items():
        wall = summarize([run.wall for run in runs])
        built = 1 if name == ONE_PAGE else pages
        ratio = ""
        if OURS in figures and name != OURS:
            ours = [run.wall for run in figures[OURS]]
            ratio = compare(ours, [run.wall for run in runs]).show(2)
        growth = f"{wall.median / before[name]:.2f}" if name in before else ""
        rest = f"{built / wall.median:8.0f} {ratio:>22} {growth:>6}"
        lines.append(f"{show_runs(name, runs)} {rest}")
    return "\n".join(lines)


def main() -> None:
    """Measure every size and print the tables."""
    assert __doc__
    options = read_options(__doc__, sizes="41,410,4100", runs=3, contenders=NAMES)
    print(f"BUILD, with {describe_tools()}")
    print(describe_method(options.runs))
    before: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as name:
        for size in options.sizes:
            folder = Path(name, str(size))
            pages = lay_out_aside(folder, size)
            chosen = [each for each in list_contenders(folder) if each.name in options.contenders]
            measures = {each.name: partial(each.build, pages) for each in chosen}
            figures = alternate(measures, options.runs)
            print(f"\n{size} entries, {len(pages)} pages\n{show(figures, len(pages), before)}")
            sys.stdout.flush()
            before = {
                name: summarize([run.wall for run in runs]).median for name, runs in figures.items()
            }


if __name__ == "__main__":
    main()
