"""Which program builds and serves the site: MkDocs, or a fork that reads mkdocs.yml as MkDocs does.

The environment variable GENERATOR names its Python module, for instance `properdocs`.
"""

import os
import sys

GENERATOR = os.environ.get("GENERATOR") or "mkdocs"


def make_command(*arguments: str, generator: str = GENERATOR) -> list[str]:
    """Return the command line that runs the `generator` with `arguments`, for instance `build`."""
    return [sys.executable, "-m", generator, *arguments]
