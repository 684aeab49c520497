"""Rename and remove with retries: Windows refuses both while a program has a file open.

Virus scanners, and programs that copy files to a server, open a file for a moment after each
write; a browser, an editor or a terminal may keep a folder open for long.
"""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

# How long to retry, and the pause between two attempts, in seconds.
SECONDS, PAUSE = 5.0, 0.1
# Windows' error numbers: access denied, used by another process, folder not empty (a file removed
# from it is still open).
_IN_USE = frozenset({5, 32, 145})


def is_in_use(error: OSError) -> bool:
    """Return whether the cause of `error` is that a program has the file or folder open."""
    return getattr(error, "winerror", None) in _IN_USE


def rename(source: Path, target: Path) -> None:
    """Rename `source` to `target`, replacing a file that is there.

    Retries for some seconds while it is in use. Raises `OSError`.
    """
    _try(lambda: source.replace(target))


def remove(folder: Path) -> bool:
    """Remove `folder` with all that is in it; return whether it is gone.

    Retries for some seconds while it is in use.
    """
    try:
        _try(lambda: shutil.rmtree(folder))
    except OSError:
        return not folder.exists()
    return True


def _try(action: Callable[[], object]) -> None:
    end = time.monotonic() + SECONDS
    while True:
        try:
            action()
        except OSError as error:
            if not is_in_use(error) or time.monotonic() > end:
                raise
        else:
            return
        time.sleep(PAUSE)
