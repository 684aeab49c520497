"""Which files have changed, and polling for changes that the system does not report.

No system reports what is written from the other side of a shared folder: by Windows below WSL's
/mnt/c, by the host of Docker Desktop, by another machine on a network drive.
"""

import logging
import os
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from register.messages import Message, say, speak

# Seconds between two polls; and how long after a change the system's report may arrive.
SECONDS, GRACE = 1.0, 1.0
log = logging.getLogger("mkdocs.hooks.register")
_State = dict[str, tuple[int, int]]


class Snapshot:
    """The files below some folders, and single files, with the time and size of each."""

    def __init__(self, roots: Iterable[Path]) -> None:
        """Read the state of the files below `roots`."""
        self._roots = tuple(roots)
        self._state = self._look()

    def take_changes(self) -> set[Path]:
        """Return the files written, added or taken away since the last call."""
        before, self._state = self._state, self._look()
        changed = {
            name
            for name in before.keys() | self._state.keys()
            if before.get(name) != self._state.get(name)
        }
        return {Path(name) for name in changed}

    def _look(self) -> _State:
        state: _State = {}
        for root in self._roots:
            for name in _list_files(os.fspath(root)):
                # A file may be removed since it was listed.
                with suppress(OSError):
                    found = os.stat(name)  # noqa: PTH116 - many files, often
                    state[name] = (found.st_mtime_ns, found.st_size)
        return state


def _list_files(root: str) -> Iterator[str]:
    if os.path.isfile(root):  # noqa: PTH113 - as above
        yield root
        return
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if name != "__pycache__"]
        for name in names:
            yield f"{folder}{os.sep}{name}"


class Poll(threading.Thread):
    """A thread that calls `report` after a change below `roots` that was not noted."""

    def __init__(self, roots: Iterable[Path], report: Callable[[], None]) -> None:
        """Prepare to poll; `start` begins."""
        super().__init__(daemon=True)
        self._snapshot = Snapshot(roots)
        self._report = report
        self._noted = 0
        self._has_said = False
        self._ended = threading.Event()

    def note(self) -> None:
        """Note that the system has reported a change."""
        self._noted += 1

    def say(self, why: Message) -> None:
        """Log, the first time, that changes are found by polling, and `why`."""
        if not self._has_said:
            log.info("%s.", speak("polls", why=why))
        self._has_said = True

    def end(self) -> None:
        """Stop polling."""
        self._ended.set()

    def run(self) -> None:
        """Poll until `end`."""
        before = self._noted
        while not self._ended.wait(SECONDS):
            if self._snapshot.take_changes():
                if self._noted == before and not self._has_said:
                    self._ended.wait(GRACE)
                if self._noted == before:
                    self.say(say("poll-missed"))
                    self._report()
            before = self._noted
