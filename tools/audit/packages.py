"""The packages of npm that the audit runs, by tools/audit/package-lock.json."""

import re
import shutil
import subprocess
from pathlib import Path

TOOLS = Path(__file__).resolve().parent
ROOT = TOOLS.parent.parent
SMALLEST_NODE = 18


class MissingToolError(Exception):
    """A tool cannot be had; the message says which and what to do."""


def install_packages() -> Path:
    """Install what tools/audit/package-lock.json names; return the folder of the packages."""
    # Of npm the whole path: on Windows it is npm.cmd, which its name alone does not start.
    node, npm = shutil.which("node"), shutil.which("npm")
    version = (
        subprocess.run([node, "--version"], capture_output=True, encoding="utf-8", errors="replace")
        if node
        else None
    )
    found = re.match(r"v(\d+)", version.stdout) if version else None
    if found is None or int(found[1]) < SMALLEST_NODE or not npm:
        raise MissingToolError(f"install node {SMALLEST_NODE} or newer, with npm")
    packages = TOOLS / "node_modules"
    stamp = packages / "stamp"
    lock = TOOLS / "package-lock.json"
    if not stamp.exists() or stamp.stat().st_mtime < lock.stat().st_mtime:
        command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        done = subprocess.run(
            command, cwd=TOOLS, capture_output=True, encoding="utf-8", errors="replace", check=False
        )
        if done.returncode:
            last = done.stderr.strip().splitlines()[-1:]
            raise MissingToolError(f"npm cannot install what package-lock.json names: {last}")
        stamp.touch()
    return packages
