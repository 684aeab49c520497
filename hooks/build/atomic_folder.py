"""Write a folder aside and put it in place at the end, so that what readers see is always whole.

A build fills `.site.new` beside `site`. When it is done, `site` is renamed to `.site.old`, the new
folder to `site`, and the old one removed. Whatever ends a build before that (a full disk, an error,
the power) leaves `site` as it was. Between the two renames, for a moment, there is no
`site`: if the machine stops right then, the next build begins by putting `.site.old` back. Where
`site` is a mount point, as in a container, the two folders stand within it, and what is in them is
renamed, file by file.

A lock (`.site.lock`) lets a second build of the same folder wait for the first.
"""

import os
import stat
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock, Timeout

from build.mounted_folder import exchange_content, is_mount, restore_content
from build.patient import is_in_use, remove, rename

# The largest registers take minutes to build.
PATIENCE_SECONDS = 600
# How many folders of builds that were cut off may be open in other programs.
MOST_HELD = 9
# Whoever builds may keep new files to himself (umask 077); a web server has to read these.
READABLE_FOLDER, READABLE_FILE = 0o755, 0o644


class SwapError(Exception):
    """A folder cannot be written; the message says why, in a line."""


class Swap:
    """A folder being written aside: `begin`, fill the folder it gives, `commit` or `discard`."""

    def __init__(self, target: Path) -> None:
        """Prepare to write the folder `target`; nothing is touched yet."""
        self.target = Path(os.path.realpath(target))
        self._is_mount = is_mount(self.target)
        self.new = self._aside("new")
        self.old = self._aside("old")
        self._lock = FileLock(self._aside("lock"))

    def _aside(self, suffix: str) -> Path:
        folder = self.target if self._is_mount else self.target.parent
        return folder / f".{self.target.name}.{suffix}"

    def begin(self, say: Callable[[str], None], patience: float = PATIENCE_SECONDS) -> Path:
        """Return an empty folder to fill.

        Waits up to `patience` seconds for another build of the same folder, and tells `say` so.
        Raises `SwapError`, or `OSError` where the folder around the target cannot be written.
        """
        if self.target.exists() and not self.target.is_dir():
            raise SwapError(f"{self.target} is a file; a folder has to stand there")
        self.target.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            say(f"Another build is writing {self.target}; waiting for it to end.")
            try:
                self._lock.acquire(timeout=patience)
            except Timeout:
                raise SwapError(f"another build has been writing {self.target} for long") from None
        self._heal()
        self._make_new()
        mode = (self.target if self.target.exists() else self.new).stat().st_mode
        # That nobody but its owner reads a site is nobody's choice; that a group does may be.
        self.new.chmod(stat.S_IMODE(mode if mode & 0o077 else mode | READABLE_FOLDER))
        return self.new

    def _make_new(self) -> None:
        """Make the folder to fill; beside the usual one if that cannot be emptied."""
        name = self.new.name
        for number in range(2, MOST_HELD + 2):
            if remove(self.new):
                break
            self.new = self.new.with_name(f"{name}-{number}")
        self.new.mkdir()

    def commit(self) -> None:
        """Put the folder in place. Raises `OSError`; the old folder is in its place then."""
        make_readable(self.new)
        if self._is_mount:
            exchange_content(self.target, self.new, self.old)
        else:
            self._exchange()
        self._lock.release()

    def _exchange(self) -> None:
        if self.target.exists():
            rename(self.target, self.old)
        try:
            rename(self.new, self.target)
        except OSError:
            if self.old.exists():
                rename(self.old, self.target)
            raise
        self._heal()

    def discard(self) -> None:
        """Remove what was written aside. After `commit`, or before `begin`, this does nothing."""
        if self._lock.is_locked:
            remove(self.new)
            self._lock.release()

    def _heal(self) -> None:
        """End a swap that was begun: the old folder goes back if there is no other."""
        if self._is_mount:
            restore_content(self.target, self.new, self.old)
            return
        if not self.old.exists():
            return
        if not self.target.exists():
            rename(self.old, self.target)
            return
        # Like MkDocs itself, leave what is hidden (.git, .nojekyll, .htaccess) where it was.
        for path in self.old.glob(".*"):
            if not (self.target / path.name).exists():
                rename(path, self.target / path.name)
        remove(self.old)


def make_readable(folder: Path) -> None:
    """Let everyone read what is in `folder`; its own mode stays."""
    for path in folder.rglob("*"):
        mode = path.stat().st_mode
        readable = mode | (READABLE_FOLDER if stat.S_ISDIR(mode) else READABLE_FILE)
        if mode != readable:
            path.chmod(readable)


def explain(error: Exception) -> str:
    """Return in a line what went wrong with the disk."""
    if isinstance(error, OSError):
        if is_in_use(error):
            return f"{error.filename} is in use: close the programs and terminals that have it open"
        return ": ".join(str(part) for part in (error.strerror or error, error.filename) if part)
    return str(error)
