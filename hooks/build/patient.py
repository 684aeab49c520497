"""Renaming and removing where a program may have a file open: Windows refuses both meanwhile.

Virus scanners, and programs that copy files to a server, look at a file for a moment after each
write; a browser, an editor or a terminal may stay in a folder for long.
"""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

# How long a program that only looks at a file may need.
SECONDS, PAUSE = 5.0, 0.1
# Windows' numbers for: access is denied, used by another process, the folder is not empty (what
# was removed from it is still open).
_IN_USE = frozenset({5, 32, 145})


def is_in_use(error: OSError) -> bool:
    """Tell whether the system refuses because a program has the file or folder open."""
    return getattr(error, "winerror", None) in _IN_USE


def rename(source: Path, target: Path) -> None:
    """Rename `source` to `target`, in the place of a file that is there.

    Where it is in use, tries for some seconds. Raises `OSError`.
    """
    _try(lambda: source.replace(target))


def remove(folder: Path) -> bool:
    """Remove `folder` with all that is in it; tell whether it is gone.

    Where it is in use, tries for some seconds.
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
