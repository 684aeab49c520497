"""Processes that are forked from the build, and how many there may be."""

import os
import pickle
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

# The numbers, of two bytes each, have to fit into a pipe that nobody reads yet. The smallest of
# pipes holds 4096 bytes.
MOST_NUMBERS = 2048
_BYTES = 2
# Windows cannot wait for more processes than this at once.
MOST_PROCESSES = 61
# How often a process checks whether the build it works for is still running.
SECONDS_BETWEEN_CHECKS = 0.2


class LostWorkerError(RuntimeError):
    """A process ended before its work was done, for instance because memory ran out."""


def can_fork() -> bool:
    """Return whether a process can safely be forked here.

    macOS can fork, but its system libraries may crash in a forked process.
    """
    return sys.platform != "darwin" and hasattr(os, "fork")


def count_processes() -> int:
    """Return how many processes may share work here: one for each processor that we may use."""
    if hasattr(os, "sched_getaffinity"):
        return min(len(os.sched_getaffinity(0)), MOST_PROCESSES)
    return min(os.cpu_count() or 1, MOST_PROCESSES)


class Numbers:
    """The numbers below `count`: each goes to the process that takes it first."""

    def __init__(self, count: int) -> None:
        """Offer so many numbers, at most `MOST_NUMBERS`."""
        self._reading, writing = os.pipe()
        os.write(writing, b"".join(n.to_bytes(_BYTES, "big") for n in range(count)))
        # Without a writer, those who read see an end.
        os.close(writing)

    def __iter__(self) -> Iterator[int]:
        """Take numbers until none is left."""
        while taken := os.read(self._reading, _BYTES):
            yield int.from_bytes(taken, "big")

    def drop(self) -> None:
        """Take all that is left."""
        for _ in self:
            pass

    def __del__(self) -> None:
        """Close the pipe."""
        os.close(self._reading)


class Worker:
    """A forked process, and the pipe on which it sends what it returns or raises."""

    def __init__(self, process: int, reading: int) -> None:
        """Know the `process` by its number, and the end of its pipe to read from."""
        self._process, self._report = process, os.fdopen(reading, "rb")
        self._is_running = True

    @classmethod
    def start(cls, work: Callable[[], list[Any]]) -> "Worker":
        """Fork a process that does `work`."""
        parent = os.getpid()
        reading, writing = os.pipe()
        process = os.fork()
        if process:
            os.close(writing)
            return cls(process, reading)
        os.close(reading)
        _work(work, writing, parent)

    def join(self) -> list[Any]:
        """Wait for the end; return what `work` returned, or raise what it raised."""
        content = self._report.read()
        self.end()
        if not content:
            raise LostWorkerError("a process of the build ended before its work was done")
        result = pickle.loads(content)
        if isinstance(result, BaseException):
            raise result
        notes: list[Any] = result
        return notes

    def end(self) -> None:
        """Wait for the end, and forget what was not read."""
        self._report.close()
        if self._is_running:
            os.waitpid(self._process, 0)
            self._is_running = False


def _work(work: Callable[[], list[Any]], writing: int, parent: int) -> NoReturn:
    """Do `work` in a process that was forked from `parent`, and send its outcome."""
    code = 1
    try:
        # The build handles interrupts; what ends the build in another way ends this process.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        threading.Thread(target=_watch, args=(parent,), daemon=True).start()
        with os.fdopen(writing, "wb") as report:
            report.write(_pack(work))
        code = 0
    finally:
        # Without what Python, and those who use it, do at the end of a program.
        os._exit(code)


def _pack(work: Callable[[], list[Any]]) -> bytes:
    """Return the outcome of `work` as bytes: what it returns, or the error that it raises."""
    try:
        return pickle.dumps(work())
    except BaseException as error:
        try:
            content = pickle.dumps(error)
            pickle.loads(content)
        except Exception:
            # Only its words can be sent.
            content = pickle.dumps(RuntimeError(repr(error)))
        return content


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(SECONDS_BETWEEN_CHECKS)
    os._exit(1)
