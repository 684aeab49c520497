"""Have the projects laid out that the benchmarks measure."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# What a build of ours neither reads nor may find.
LEFT_OUT = frozenset({"site", "dist", "build", "tests", "node_modules"})


def lay_out_aside(folder: Path, count: int) -> list[str]:
    """Lay out the projects in another process; return the addresses of the pages all of them have.

    An address is that of a folder, without slashes at its ends: `fr/initiatives/cen`.
    """
    folder.mkdir(parents=True)
    command = [sys.executable, "-m", "bench.projects", os.fspath(folder), str(count)]
    if (status := subprocess.run(command, check=False).returncode) != 0:
        raise SystemExit(status)
    docs = folder / "plain" / "docs"
    names = (path.relative_to(docs).with_suffix("") for path in docs.rglob("*.md"))
    return sorted(
        (name.parent if name.name == "index" else name).as_posix()
        for name in names
        if name != Path("index")
    )


def copy_project(folder: Path) -> None:
    """Copy our project into `folder`, without what was built and what is hidden."""
    folder.mkdir(parents=True)
    for path in ROOT.iterdir():
        if path.name.startswith(".") or path.name in LEFT_OUT:
            continue
        if path.is_dir():
            ignore = shutil.ignore_patterns("__pycache__", "node_modules")
            shutil.copytree(path, folder / path.name, ignore=ignore)
        else:
            shutil.copy2(path, folder)
