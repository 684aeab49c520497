"""Which program builds and serves the site: MkDocs, or a fork that reads mkdocs.yml as MkDocs does.

The environment variable GENERATOR names its Python module, for instance `properdocs`.
"""

import os
import sys

GENERATOR = os.environ.get("GENERATOR") or "mkdocs"


def make_command(*arguments: str, generator: str = GENERATOR) -> list[str]:
    """Return the command line that runs the `generator` with `arguments`, for instance `build`."""
    return [sys.executable, "-m", generator, *arguments]


def make_environment(**variables: str) -> dict[str, str]:
    """Return the environment of a child process: ours, UTF-8 for its output, and `variables`."""
    # For a pipe, Windows would use a code page that lacks some of our characters.
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", **variables}
