"""Write artifacts to the disk, by several processes where the system can fork them.

A forked process inherits everything that was loaded before, so that only the number of a piece of
work has to be sent to it.
"""

import gc
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

from website.artifact import Artifact

Piece = Sequence[Artifact]
# What is to be known of each file that is written, from its name and its bytes.
Note = Callable[[str, bytes], Any]
_Result = TypeVar("_Result")

# Enough that the cost of handing a piece out does not matter, few enough that all processes end at
# about the same time.
GROUPS_PER_PIECE = 25
# Windows cannot wait for more processes than this at once.
MOST_PROCESSES = 61
# How often a process checks whether the build it works for is still running.
SECONDS_BETWEEN_CHECKS = 0.2


class LostWorkerError(RuntimeError):
    """A process ended before its work was done, for instance because memory ran out."""


def divide_work(artifacts: Iterable[Artifact]) -> list[Piece]:
    """Return the artifacts in pieces, in the order to begin them.

    An artifact without a group is a piece of its own, and these come first, because the largest are
    among them. Those of one group stay together: they share cached data.
    """
    alone: list[Piece] = []
    groups: dict[str, list[Artifact]] = {}
    for artifact in artifacts:
        if artifact.group:
            groups.setdefault(artifact.group, []).append(artifact)
        else:
            alone.append([artifact])
    of_groups = list(groups.values())
    starts = range(0, len(of_groups), GROUPS_PER_PIECE)
    pieces = (of_groups[start : start + GROUPS_PER_PIECE] for start in starts)
    return alone + [list(chain.from_iterable(piece)) for piece in pieces]


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
        self._pool: ProcessPoolExecutor | None = None
        self._futures: list[Future[list[Any]]] = []
        # Without processes: the pieces that `join` has to write.
        self._left: list[Piece] = []

    def start(self, pieces: Sequence[Piece]) -> None:
        """Begin to write the `pieces`, in their order."""
        if self.processes < 2 or not can_fork():
            self._left += pieces
            return
        # Nothing loaded so far is garbage; collecting it would only copy shared memory pages.
        gc.freeze()
        self._pool = ProcessPoolExecutor(
            self.processes,
            mp_context=multiprocessing.get_context("fork"),
            initializer=_begin_process,
            initargs=(self.folder, pieces, self.note, os.getpid()),
        )
        self._futures = [self._pool.submit(_write_numbered, n) for n in range(len(pieces))]

    def join(self) -> list[Any]:
        """Wait until everything is written; return the notes.

        Raises the error of the first piece that failed.
        """
        try:
            notes = [write_piece(self.folder, piece, self.note) for piece in self._left]
            notes += [future.result() for future in self._futures]
            return list(chain.from_iterable(notes))
        except BrokenProcessPool as error:
            raise LostWorkerError(
                "a process of the build ended before its work was done"
            ) from error
        finally:
            self.stop()

    def stop(self) -> None:
        """Drop the pieces that have not begun, and end the pool; after `join` does nothing."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
        self._pool, self._futures, self._left = None, [], []


def write_piece(folder: Path, piece: Piece, note: Note | None = None) -> list[Any]:
    """Render the artifacts of `piece` and write them below `folder`; return a note of each."""
    notes = []
    for artifact in piece:
        path, content = folder / artifact.path, artifact.to_bytes()
        try:
            path.write_bytes(content)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        if note is not None:
            notes.append(note(artifact.path, content))
    return notes


def can_fork() -> bool:
    """Return whether a process can safely be forked here.

    macOS can fork, but its system libraries may crash in a forked process.
    """
    return sys.platform != "darwin" and "fork" in multiprocessing.get_all_start_methods()


def count_processes() -> int:
    """Return how many processes may share work here: one for each processor that we may use."""
    if not _can_share():
        return 1
    if hasattr(os, "sched_getaffinity"):
        return min(len(os.sched_getaffinity(0)), MOST_PROCESSES)
    return min(os.cpu_count() or 1, MOST_PROCESSES)


def _can_share() -> bool:
    """Return whether processes can share a lock: some machines offer no shared memory."""
    try:
        multiprocessing.Lock()
    except (OSError, ImportError):
        return False
    return True


def map_in_processes(
    function: Callable[..., _Result],
    *arguments: Iterable[Any],
    prepare: Callable[[], None] | None = None,
) -> list[_Result]:
    """Return what `function` returns for the `arguments`, as `map` does, from several processes.

    Each process calls `prepare` first. All arguments have to be picklable.
    """
    count = count_processes()
    if count < 2:
        if prepare is not None:
            prepare()
        return list(map(function, *arguments))
    with ProcessPoolExecutor(count, initializer=prepare) as pool:
        return list(pool.map(function, *arguments))


# Set in each process of the pool when it begins, never in the build's own process.
_work: tuple[Path, Sequence[Piece], Note | None] = (Path(), (), None)


def _begin_process(folder: Path, pieces: Sequence[Piece], note: Note | None, parent: int) -> None:
    """Store the work, ignore interrupts (the build handles them), and exit when the build does."""
    global _work
    _work = (folder, pieces, note)
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(SECONDS_BETWEEN_CHECKS)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _write_numbered(number: int) -> list[Any]:
    folder, pieces, note = _work
    return write_piece(folder, pieces[number], note)
