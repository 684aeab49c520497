"""Measure the build beside plain MkDocs + Material, in one run: `make bench`.

Both build the same pages: ours from the register, plain from ready-made Markdown of the generated
pages, kept out of the nav, with the theme and its search as they come. For each size the builds
alternate; wall time is the median, memory the peak of the whole process.

Usage: python tools/bench.py [--sizes 41,410,4100] [--runs 3]
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from pages.addresses import Links  # noqa: E402 - the hooks folder is not a package
from pages.generate import generate_pages  # noqa: E402
from pages.language_site import LanguageSite  # noqa: E402
from pages.templates import make_templates  # noqa: E402
from register.load import load_register  # noqa: E402
from register.model import LANGUAGES  # noqa: E402
from synthetic import synthesize  # noqa: E402

PLAIN_CONFIG = """\
site_name: Plain
site_url: https://plain.example/
theme: {name: material, font: false}
nav: [index.md]
plugins: [search]
markdown_extensions: [attr_list, tables]
validation: {nav: {omitted_files: ignore}, links: {unrecognized_links: ignore}}
"""
MEBIBYTE = 1024


@dataclass(kw_only=True)
class Series:
    """The runs of one build: wall seconds and peak memory in MiB of each."""

    wall: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)

    @property
    def seconds(self) -> float:
        """Median wall time."""
        return statistics.median(self.wall)

    @property
    def peak(self) -> float:
        """Median peak memory in MiB."""
        return statistics.median(self.memory)


def make_ours(folder: Path, count: int) -> None:
    """Lay out our project in `folder` with `count` synthetic entries."""
    for name in ("docs", "hooks", "overrides"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    synthesize(ROOT / "data", folder / "data", count)


def make_plain(folder: Path, ours: Path) -> int:
    """Write the generated pages of the project `ours` as Markdown; return how many there are."""
    register = load_register(ours / "data")
    templates = make_templates(ROOT / "overrides" / "register")
    pages = 0
    for language in LANGUAGES:
        site = LanguageSite(register, language, templates, Links())
        for name, text in generate_pages(site).items():
            path = folder / "docs" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            pages += 1
    (folder / "docs" / "index.md").write_text("# Plain\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(PLAIN_CONFIG, encoding="utf-8")
    return pages


def run_build(folder: Path, series: Series) -> None:
    """Build the project in `folder` once and add the figures to `series`."""
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--quiet",
        "--site-dir",
        str(folder / "site"),
    ]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    _, status, usage = os.wait4(process.pid, 0)
    series.wall.append(time.perf_counter() - start)
    series.memory.append(usage.ru_maxrss / MEBIBYTE)
    if status != 0:
        message = process.stderr.read().decode() if process.stderr else ""
        raise SystemExit(f"the build of {folder} failed:\n{message}")
    if process.stderr:
        process.stderr.close()


def measure(count: int, runs: int) -> tuple[Series, Series, int]:
    """Return the figures of our build and of the plain one for `count` entries, and the pages."""
    ours, plain = Series(), Series()
    with tempfile.TemporaryDirectory() as name:
        ours_folder, plain_folder = Path(name, "ours"), Path(name, "plain")
        ours_folder.mkdir()
        plain_folder.mkdir()
        make_ours(ours_folder, count)
        pages = make_plain(plain_folder, ours_folder)
        for _ in range(runs):
            run_build(ours_folder, ours)
            run_build(plain_folder, plain)
    return ours, plain, pages


def main() -> None:
    """Measure every size and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="41,410,4100")
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    sizes = [int(size) for size in arguments.sizes.split(",")]
    head = (
        f"{'entries':>8} {'build':>6} {'wall s':>8} {'pages/s':>8} {'MiB':>6}  ours/plain   growth"
    )
    print(head)
    before: dict[str, float] = {}
    for size in sizes:
        ours, plain, pages = measure(size, arguments.runs if size < 1000 else 1)
        for name, series in (("ours", ours), ("plain", plain)):
            ratio = f"{ours.seconds / plain.seconds:10.2f}" if name == "ours" else " " * 10
            growth = f"{series.seconds / before[name]:8.2f}" if name in before else " " * 8
            print(
                f"{size:8} {name:>6} {series.seconds:8.2f} {pages / series.seconds:8.0f}"
                f" {series.peak:6.0f}  {ratio} {growth}",
                flush=True,
            )
            before[name] = series.seconds


if __name__ == "__main__":
    main()
