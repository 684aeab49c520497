"""Poll for changes that the system does not report.

No system reports what is written from the other side of a shared folder: by Windows below WSL's
/mnt/c, by the host of Docker Desktop, by another machine on a network drive.
"""

import logging
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from preview.snapshot import Snapshot
from register.messages import Message, say, speak

# Seconds between two polls; and how long after a change the system's report may arrive.
SECONDS, GRACE = 1.0, 1.0
log = logging.getLogger("mkdocs.hooks.register")


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
            if self._snapshot.take_changes() and not self._was_noted(before):
                self.say(say("poll-missed"))
                self._report()
            before = self._noted

    def _was_noted(self, before: int) -> bool:
        if self._noted == before and not self._has_said:
            self._ended.wait(GRACE)
        return self._noted != before
