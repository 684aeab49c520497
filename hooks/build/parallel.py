"""Write artifacts to the disk, by several processes where the system can fork them.

A forked process inherits everything that was loaded before, so that only the number of a piece of
work has to be handed to it.

Measured for 410 entries on two processors: 3.8 s; 3.7 with processes of our own, in whose work the
build itself joined, which is not worth a hundred lines.
"""

import multiprocessing
import os
from collections.abc import Callable, Container, Iterable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Any

from build.process_pool import can_fork, can_share, count_processes, end_children, end_with
from website.artifact import Artifact

Piece = Sequence[Artifact]
# What is to be known of each file that is written, from its name and its bytes.
Note = Callable[[str, bytes], Any]
# To hand out a piece, and to take its notes back, takes 0.2 ms: in 2,048 pieces, 410 entries take
# 7 % longer; in pieces of a single group, 41 take 5 % longer.
MOST_PIECES = 256
LEAST_GROUPS = 8


def divide_work(
    artifacts: Iterable[Artifact], last: Container[str] = (), least: int = LEAST_GROUPS
) -> list[Piece]:
    """Return the artifacts in pieces of at least so many groups, in the order to begin them.

    Those of one group are in one piece: they share what is loaded or computed for them. An artifact
    without a group is a group of its own. The groups of `last`, many and small, come last, so that
    all processes end at about the same time.
    """
    groups: dict[str, list[Artifact]] = {}
    for artifact in artifacts:
        groups.setdefault(artifact.group or f"/{artifact.path}", []).append(artifact)
    pieces = [groups[name] for name in sorted(groups, key=last.__contains__)]
    step = max(-(-len(pieces) // MOST_PIECES), least)
    return [
        list(chain.from_iterable(pieces[start : start + step]))
        for start in range(0, len(pieces), step)
    ]


class ParallelWriter:
    """Writes pieces of work below a folder: `start`, then `join` to see all written, or `stop`."""

    def __init__(
        self, folder: Path, processes: int | None = None, note: Note | None = None
    ) -> None:
        """Write below `folder` by so many processes, by default one for each processor.

        `join` returns what `note` returns for each file.
        """
        self.folder = folder
        self.note = note
        self.processes = processes or count_processes()
        # Without a pool the build writes everything itself.
        self._pieces: Sequence[Piece] = ()
        self._pool: ProcessPoolExecutor | None = None
        self._futures: list[Future[list[Any]]] = []
        self._aside: Callable[[], Any] = tuple
        self._aside_future: Future[Any] | None = None
        # What `aside` has returned, once `join` has.
        self.answer: Any = ()

    def start(self, pieces: Sequence[Piece], aside: Callable[[], Any] = tuple) -> None:
        """Begin to write the `pieces`, in their order, and to call `aside`, in another process."""
        self._pieces = pieces
        self._aside = aside
        if self.processes < 2 or not can_fork() or not can_share():
            return
        self._pool = ProcessPoolExecutor(
            self.processes,
            multiprocessing.get_context("fork"),
            initializer=_Worker.begin,
            initargs=(os.getpid(), self.folder, pieces, self.note, aside),
        )
        try:
            self._aside_future = self._pool.submit(_Worker.call_aside)
            self._futures = [self._pool.submit(_Worker.write, n) for n in range(len(pieces))]
        except OSError:
            # No process can be started.
            end_children()
            self._pool = self._aside_future = None

    def join(self) -> list[Any]:
        """Wait until everything is written; return the notes.

        Raises the error of the first piece that failed.
        """
        try:
            later = self._aside_future
            self.answer = self._aside() if later is None else later.result()
            if self._pool is not None:
                return [note for each in self._futures for note in each.result()]
            return [
                note
                for piece in self._pieces
                for note in write_piece(self.folder, piece, self.note)
            ]
        finally:
            self.stop()

    def stop(self) -> None:
        """Drop the pieces that have not begun, and end the processes; after `join` does nothing."""
        self._pieces = ()
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool, self._futures, self._aside_future = None, [], None


class _Worker:
    """What a process has inherited: pickling it would take longer than to fork."""

    _work: tuple[Path, Sequence[Piece], Note | None, Callable[[], Any]]

    @classmethod
    def begin(cls, parent: int, *work: Any) -> None:
        end_with(parent)
        cls._work = work

    @classmethod
    def write(cls, number: int) -> list[Any]:
        folder, pieces, note, _ = cls._work
        return write_piece(folder, pieces[number], note)

    @classmethod
    def call_aside(cls) -> Any:
        return cls._work[-1]()


def write_piece(folder: Path, piece: Piece, note: Note | None = None) -> list[Any]:
    """Render the artifacts of `piece` and write them below `folder`; return a note of each."""
    notes = []
    for artifact in piece:
        content = artifact.to_bytes()
        _write_file(folder / artifact.path, content)
        if note is not None:
            notes.append(note(artifact.path, content))
    return notes


def _write_file(path: Path, content: bytes) -> None:
    """Write `content` to the file at `path`, unless it is there from an earlier build.

    To read a file takes a tenth of the time that it takes to write it. One with another content is
    removed, not written over: in a copy made of hard links it may have a second name elsewhere.
    """
    with suppress(FileNotFoundError):
        if path.read_bytes() == content:
            return
        path.unlink()
    try:
        path.write_bytes(content)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
