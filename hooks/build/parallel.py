"""Write artifacts to the disk, by several processes where the system can fork them.

A forked process inherits everything that was loaded before, so that only the number of a piece of
work has to be handed to it. The build's own process works, too, as soon as it waits for the others.
"""

import gc
from collections.abc import Callable, Container, Iterable, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Any

from build.processes import MOST_NUMBERS, Numbers, Worker, can_fork, count_processes
from website.artifact import Artifact

Piece = Sequence[Artifact]
# What is to be known of each file that is written, from its name and its bytes.
Note = Callable[[str, bytes], Any]


def divide_work(artifacts: Iterable[Artifact], last: Container[str] = ()) -> list[Piece]:
    """Return the artifacts in pieces, in the order to begin them.

    Those of one group are a piece: they share what is loaded or computed for them. An artifact
    without a group is a piece of its own. The groups of `last`, many and small, come last, so that
    all processes end at about the same time.
    """
    groups: dict[str, list[Artifact]] = {}
    for artifact in artifacts:
        groups.setdefault(artifact.group or f"/{artifact.path}", []).append(artifact)
    pieces = [groups[name] for name in sorted(groups, key=last.__contains__)]
    step = -(-len(pieces) // MOST_NUMBERS) or 1
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
        self._pieces: Sequence[Piece] = ()
        self._queue = Numbers(0)
        self._workers: list[Worker] = []

    def start(self, pieces: Sequence[Piece]) -> None:
        """Begin to write the `pieces`, in their order."""
        self._pieces, self._queue = pieces, Numbers(len(pieces))
        if self.processes < 2 or not can_fork():
            return
        # Nothing loaded so far is garbage; collecting it would only copy shared memory pages.
        gc.freeze()
        # Where no process can be started, the build writes everything itself.
        with suppress(OSError):
            for _ in range(self.processes - 1):
                self._workers.append(Worker.start(self._write))

    def _write(self) -> list[Any]:
        """Write pieces until none is left; return the notes. On an error no process begins one."""
        try:
            return [
                each
                for number in self._queue
                for each in write_piece(self.folder, self._pieces[number], self.note)
            ]
        except BaseException:
            self._queue.drop()
            raise

    def join(self) -> list[Any]:
        """Write with the other processes until everything is written; return the notes.

        Raises the error of the first piece that failed.
        """
        try:
            notes = self._write()
            for worker in self._workers:
                notes += worker.join()
            return notes
        finally:
            self.stop()

    def stop(self) -> None:
        """Drop the pieces that have not begun, and end the processes; after `join` does nothing."""
        self._queue.drop()
        for worker in self._workers:
            worker.end()
        self._workers.clear()
        # A preview builds again and again: what is garbage by then must not stay.
        gc.unfreeze()


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

    To read a file takes a tenth of the time that it takes to write it.
    """
    with suppress(FileNotFoundError):
        if path.read_bytes() == content:
            return
    try:
        path.write_bytes(content)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
