"""From a save to new content served, beside other tools on the same pages: `make bench`.

Ours is the preview of a register, of which an entry is edited. The others serve the same pages as
ready-made Markdown, one of which is edited; they read no register, check nothing and make no other
page of it. The body of a page is HTML, as ours is, which is slow to read for the Markdown of plain
MkDocs and of Zensical.

The servers of a size run at the same time, and all but the one that is measured are halted.
"""

import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.figures import alternate, compare, summarize
from bench.layout import lay_out_aside
from bench.options import describe_method, read_options
from bench.server import Server
from bench.tools import HUGO, ZENSICAL, describe_tools
from build.generator import make_command

ENTRY = "fr/initiatives/cen"
OURS, HUGO_SERVER, PLAIN, ZENSICAL_SERVER = NAMES = ("ours", "hugo", "mkdocs", "zensical")


@dataclass(frozen=True, kw_only=True)
class Edit:
    """A file that is edited: its text, and the place in it where something is written."""

    path: Path
    text: str
    place: int

    @classmethod
    def of(cls, path: Path) -> "Edit":
        """Return the edit of the description of the entry, in the register or in its page."""
        text = path.read_text(encoding="utf-8")
        entry = max(text.find("- id: cen\n"), 0)
        description = text.index("description:", entry) + len("description:")
        return cls(path=path, text=text, place=text.index("CEN", description))

    def save(self, words: str) -> None:
        """Save the file with `words` in it, and nothing of the edit before."""
        text = f"{self.text[: self.place]}{words} {self.text[self.place :]}"
        self.path.write_text(text, encoding="utf-8")


@dataclass(kw_only=True)
class Contender:
    """A running tool, and the edit of its project."""

    server: Server
    edit: Edit
    saves: int = 0

    def measure(self) -> float:
        """Save once; return the seconds until the page is served with what was saved."""
        self.saves += 1
        words = f"Zz{self.saves}zz"
        with self.server.awake():
            return self.server.time_until(ENTRY, words, partial(self.edit.save, words))


def start(stack: ExitStack, folder: Path, name: str) -> Contender:
    """Start the tool `name`, whose project is in `folder`, until the `stack` is closed."""
    page = f"{ENTRY}.md"
    mkdocs = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", "{address}"]
    command, place, edited = {
        OURS: (make_command(*mkdocs[3:]), "ours", "data/initiatives.yaml"),
        HUGO_SERVER: (
            [HUGO, "server", "--bind", "127.0.0.1", "--port", "{port}"],
            "hugo",
            f"content/{page}",
        ),
        PLAIN: (mkdocs, "plain", f"docs/{page}"),
        ZENSICAL_SERVER: (
            [ZENSICAL, "serve", "--dev-addr", "{address}"],
            "zensical",
            f"docs/{page}",
        ),
    }[name]
    server = stack.enter_context(Server.start(name, command, folder / place, ENTRY))
    return Contender(server=server, edit=Edit.of(folder / place / edited))


def show(figures: Mapping[str, Sequence[float]]) -> str:
    """Return a table of `figures` by tool, in seconds."""
    lines = [f"{'':13} {'ms':>22} {'ours / this, by round':>24}"]
    for name, seconds in figures.items():
        spread = summarize([each * 1000 for each in seconds])
        other = OURS in figures and name != OURS
        ratio = compare(figures[OURS], seconds).show(3) if other else ""
        lines.append(f"{name:13} {spread.show(0):>22} {ratio:>24}")
    return "\n".join(lines)


def main() -> None:
    """Measure every size and print the tables."""
    assert __doc__
    options = read_options(__doc__, sizes="41,4100", runs=5, contenders=NAMES)
    print(f"\nPREVIEW: from a save to the page served; {describe_tools()}")
    print(describe_method(options.runs))
    with tempfile.TemporaryDirectory() as name:
        for size in options.sizes:
            folder = Path(name, str(size))
            pages = lay_out_aside(folder, size)
            with ExitStack() as stack:
                contenders = {each: start(stack, folder, each) for each in options.contenders}
                measures = {each: contenders[each].measure for each in contenders}
                figures = alternate(measures, options.runs)
            print(f"\n{size} entries, {len(pages)} pages\n{show(figures)}", flush=True)


if __name__ == "__main__":
    main()
