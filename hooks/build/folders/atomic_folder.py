"""Write a folder to the side and swap it in at the end, so that readers always see a whole one.

A build fills `.site.new` beside `site`. When it is done, `site` is renamed to `.site.old`, the new
folder to `site`, and the old one removed. Whatever ends a build before that (a full disk, an error,
the power) leaves `site` as it was. Between the two renames, for a moment, there is no
`site`: if the machine stops right then, the next build begins by putting `.site.old` back. A mount
point, as in a container, cannot be renamed: there the two folders are inside `site`, and their
content is renamed file by file.

A site is kept as `.site.spare` when the next one takes its place, for the build after that to write
over (`build.folders.spare_folder`).

A lock (`.site.lock`) lets a second build of the same folder wait for the first.
"""

import os
import stat
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from build.folders.mounted_folder import exchange_content, is_mount, restore_content
from build.folders.retries import is_in_use, remove, rename
from build.folders.spare_folder import keep_only
from register.messages import speak

# The largest registers take minutes to build.
PATIENCE_SECONDS = 600
# How many folders of interrupted builds may be open in other programs.
MOST_HELD = 9
READABLE = 0o755


class AtomicFolderError(Exception):
    """A folder cannot be written; the message says why, in a line."""


class AtomicFolder:
    """A folder written to the side: `begin`, fill the folder it returns, `commit` or `discard`."""

    def __init__(self, target: Path) -> None:
        """Prepare to write the folder `target`; nothing is touched yet."""
        self.target = Path(os.path.realpath(target))
        self._is_mount = is_mount(self.target)
        self.new = self._aside("new")
        self.old = self._aside("old")
        # The site before the last one.
        self._spare = self._aside("spare")
        self._keeps_spare = False
        self._lock = FileLock(self._aside("lock"))
        # What ends with `commit` or `discard`.
        self._held = ExitStack()

    def _aside(self, suffix: str) -> Path:
        folder = self.target if self._is_mount else self.target.parent
        return folder / f".{self.target.name}.{suffix}"

    def begin(self, tell: Callable[[str], None], patience: float = PATIENCE_SECONDS) -> Path:
        """Return an empty folder to fill.

        Waits up to `patience` seconds for another build of the same folder, and reports that by
        `tell`.
        Raises `AtomicFolderError`, or `OSError` where the folder around the target cannot be
        written.
        """
        if self.target.exists() and not self.target.is_dir():
            raise AtomicFolderError(speak("folder-is-file", path=str(self.target)))
        self.target.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            tell(f"{speak('folder-waits', path=str(self.target))}.")
            try:
                self._lock.acquire(timeout=patience)
            except Timeout:
                raise AtomicFolderError(speak("folder-taken", path=str(self.target))) from None
        self._held.callback(self._lock.release)
        self._held.enter_context(readable_files())
        self._recover()
        self._make_new()
        mode = (self.target if self.target.exists() else self.new).stat().st_mode
        # A mode that only the owner can read comes from the umask; one for a group is a choice.
        self.new.chmod(stat.S_IMODE(mode if mode & 0o077 else mode | READABLE))
        return self.new

    def _make_new(self) -> None:
        """Create the folder to fill; under another name if the usual one cannot be removed."""
        name = self.new.name
        for number in range(2, MOST_HELD + 2):
            if remove(self.new):
                break
            self.new = self.new.with_name(f"{name}-{number}")
        self.new.mkdir()

    def reuse(self, names: Collection[str]) -> None:
        """Begin with the files of the site before the last one, those with one of `names`.

        For the folder that `begin` returned, while it is empty. All `names`, relative to it, have
        to be written: else an old file would stay.
        """
        if self._is_mount:
            return
        self._keeps_spare = True
        if not self._spare.exists():
            return
        mode = stat.S_IMODE(self.new.stat().st_mode)
        try:
            keep_only(self._spare, names)
            self.new.rmdir()
            rename(self._spare, self.new)
        except OSError:
            # The folder stays empty, as `begin` left it.
            remove(self._spare)
            self.new.mkdir(exist_ok=True)
        self.new.chmod(mode)

    def commit(self) -> None:
        """Put the folder in place. Raises `OSError`, with the old folder still in place."""
        if self._is_mount:
            exchange_content(self.target, self.new, self.old)
        else:
            self._exchange()
        self._held.close()

    def _exchange(self) -> None:
        if self.target.exists():
            rename(self.target, self.old)
        try:
            rename(self.new, self.target)
        except OSError:
            if self.old.exists():
                rename(self.old, self.target)
            raise
        self._recover()

    def discard(self) -> None:
        """Remove the folder that was filled. After `commit`, or before `begin`, does nothing."""
        if self._lock.is_locked:
            remove(self.new)
            self._held.close()

    def _recover(self) -> None:
        """Finish an interrupted swap: the old folder goes back if the target is missing."""
        if self._is_mount:
            restore_content(self.target, self.new, self.old)
            return
        if not self.old.exists():
            return
        if not self.target.exists():
            rename(self.old, self.target)
            return
        # Keep hidden files (.git, .nojekyll, .htaccess) of the old folder, as MkDocs does.
        for path in self.old.glob(".*"):
            if not (self.target / path.name).exists():
                rename(path, self.target / path.name)
        if self._keeps_spare and not self._spare.exists():
            rename(self.old, self._spare)
        else:
            remove(self.old)


@contextmanager
def readable_files() -> Iterator[None]:
    """Let everyone read the files and folders that are created meanwhile, as a web server has to.

    The umask of the person who builds may be 077.
    """
    former = os.umask(0)
    os.umask(former & ~READABLE)
    try:
        yield
    finally:
        os.umask(former)


def explain(error: Exception) -> str:
    """Return in one line why `error`, of the disk or of this module, was raised."""
    if isinstance(error, OSError):
        if is_in_use(error):
            return speak("folder-in-use", path=str(error.filename))
        return ": ".join(str(part) for part in (error.strerror or error, error.filename) if part)
    return str(error)
