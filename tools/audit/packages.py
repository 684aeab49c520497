"""The packages of npm that the audit runs, by tools/audit/package-lock.json."""

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

TOOLS = Path(__file__).resolve().parent
ROOT = TOOLS.parent.parent
SMALLEST_NODE = 18


class MissingToolError(Exception):
    """A tool cannot be had; the message says which and what to do."""


def run_tool(
    command: Sequence[str], folder: Path = ROOT, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run `command` in `folder`; return its status and all that it said."""
    return subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def install_packages() -> Path:
    """Install what tools/audit/package-lock.json names; return the folder of the packages."""
    # Of npm the whole path: on Windows it is npm.cmd, which its name alone does not start.
    node, npm = shutil.which("node"), shutil.which("npm")
    found = re.match(r"v(\d+)", run_tool([node, "--version"]).stdout) if node else None
    if found is None or int(found[1]) < SMALLEST_NODE or not npm:
        raise MissingToolError(f"install node {SMALLEST_NODE} or newer, with npm")
    packages = TOOLS / "node_modules"
    stamp = packages / "stamp"
    lock = TOOLS / "package-lock.json"
    if not stamp.exists() or stamp.stat().st_mtime < lock.stat().st_mtime:
        command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        done = run_tool(command, TOOLS)
        if done.returncode:
            last = done.stderr.strip().splitlines()[-1:]
            raise MissingToolError(f"npm cannot install what package-lock.json names: {last}")
        stamp.touch()
    return packages
