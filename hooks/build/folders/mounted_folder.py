"""Swap the content of a mount point, as in containers: it cannot be renamed, its content can."""

import os
import re
import shutil
from pathlib import Path

from build.folders.retries import remove, rename

MOUNTS = Path("/proc/self/mountinfo")


def is_mount(path: Path, mounts: Path = MOUNTS) -> bool:
    """Return whether `path` is a mount point.

    `mounts` is Linux's list of them: `os.path.ismount` does not notice a bind mount of a folder on
    the same disk.
    """
    if os.path.ismount(path):
        return True
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return False
    # The fifth field, with spaces and the like as "\040"; see proc(5).
    fields = (line.split(" ")[4] for line in lines)
    return os.fspath(path) in {
        re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), field) for field in fields
    }


def exchange_content(target: Path, new: Path, old: Path) -> None:
    """Move the content of `target` to `old`, then that of `new` to `target`, which holds both.

    Hidden files of `target` stay unless `new` has them too. Raises `OSError`, after putting the
    former content back.
    """
    old.mkdir()
    try:
        for path in list(target.iterdir()):
            if not path.name.startswith(".") or (new / path.name).exists():
                rename(path, old / path.name)
        for path in list(new.iterdir()):
            rename(path, target / path.name)
    except OSError:
        _put_back(target, old)
        raise
    new.rmdir()
    remove(old)


def restore_content(target: Path, new: Path, old: Path) -> None:
    """Finish an interrupted exchange: unless it was complete, put the former content back."""
    if not old.exists():
        return
    if new.exists():
        _put_back(target, old)
    remove(old)


def _put_back(target: Path, old: Path) -> None:
    for path in list(old.iterdir()):
        _remove(target / path.name)
        rename(path, target / path.name)
    old.rmdir()


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
