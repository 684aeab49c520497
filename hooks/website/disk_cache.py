"""What takes long to make, kept on the disk from build to build."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


def keep(path: Path, make: Callable[[], bytes]) -> bytes:
    """Return what is at `path`; if nothing is, what `make` makes, which is left there.

    The path has to tell all that the content depends on. Where nothing can be written, the next
    build makes it again.
    """
    # What another user left may be there, and still not for us to read.
    with suppress(OSError):
        return path.read_bytes()
    content = make()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        # Whole or not at all: another build may be looking for it.
        new = path.with_suffix(f".{os.getpid()}")
        new.write_bytes(content)
        new.replace(path)
    return content
