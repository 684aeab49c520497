"""The other tools, in an environment of their own that `make bench` fills from the hashed lock."""

import subprocess
from pathlib import Path

from bench.layout import ROOT

_FOLDER = ROOT / "build" / "contenders" / "bin"
HUGO, PYTHON, ZENSICAL = (str(_FOLDER / name) for name in ("hugo", "python", "zensical"))
_VERSIONS = (
    "from importlib.metadata import version;"
    "print(', '.join(f'{name} {version(name)}' for name in ('hugo', 'pagefind', 'zensical')))"
)


def describe_tools() -> str:
    """Return the names and versions of the other tools. Ends the program if one is missing."""
    if missing := [path for path in (HUGO, PYTHON, ZENSICAL) if not Path(path).exists()]:
        raise SystemExit(f"{missing[0]} is missing: `make bench` installs it")
    command = [PYTHON, "-c", _VERSIONS]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
