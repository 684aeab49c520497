"""A cache on the disk for results that are slow to compute."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


def keep(path: Path, make: Callable[[], bytes]) -> bytes:
    """Return the content of the file `path`; if there is none, the result of `make`, cached there.

    `path` has to be different for everything that the content depends on. Where nothing can be
    written, the next build computes it again.
    """
    # A file that another user wrote may exist without being readable.
    with suppress(OSError):
        return path.read_bytes()
    content = make()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        # Written whole, then renamed: another build may read it at the same time.
        new = path.with_suffix(f".{os.getpid()}")
        new.write_bytes(content)
        new.replace(path)
    return content
