"""Work shared by several processes, where the system can fork them; otherwise done by this one.

A forked process has all that was loaded before, so that nothing is sent to it: each takes the
number of its next task from a counter that all of them share. Processes that are forked later also
know the tasks of those before, and help with them when their own have run out.
"""

import gc
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

Task = Callable[[], None]

# Windows waits for no more than this many processes at once.
MOST_PROCESSES = 61

# How often a process looks whether the build it works for is still there.
SECONDS_BETWEEN_LOOKS = 0.2


class LostWorkerError(RuntimeError):
    """A process has ended before its work, for instance because the memory ran out."""


@dataclass(frozen=True, kw_only=True)
class _Queue:
    """Tasks in their order; `begun` is the number of those begun, in memory that is shared."""

    tasks: Sequence[Task]
    begun: Any

    def __iter__(self) -> Iterator[Task]:
        """Give each task that no process has begun."""
        while True:
            with self.begun.get_lock():
                number = self.begun.value
                self.begun.value = number + 1
            if number >= len(self.tasks):
                return
            yield self.tasks[number]

    def close(self) -> None:
        """Keep the processes from beginning another task."""
        self.begun.value = len(self.tasks)


class Workers:
    """Tasks under way: `start` some, and more later, then `join` to see all done, or `stop`."""

    def __init__(self, count: int | None = None) -> None:
        """Share the work of `count` processes, by default one for each processor."""
        self.count = count or count_processes()
        self._queues: list[_Queue] = []
        self._processes: list[tuple[Any, Connection]] = []
        # Where nothing can be forked: what `join` has to do.
        self._left: list[Task] = []

    def start(self, tasks: Sequence[Task], count: int | None = None) -> None:
        """Begin with the `tasks`, in their order, by `count` new processes (by default all).

        Each task leaves what it makes on the disk.
        """
        if self.count < 2 or not can_fork():
            self._left += tasks
            return
        # What is there by now stays: a collection would only copy its pages of memory.
        gc.freeze()
        fork = multiprocessing.get_context("fork")
        self._queues.insert(0, _Queue(tasks=tasks, begun=fork.Value("L", 0)))
        for _ in range(count or self.count):
            receiver, sender = fork.Pipe(duplex=False)
            process = fork.Process(target=_work, args=(self._queues, sender, os.getpid()))
            process.start()
            # Held by the process alone from here on, so that its end is the pipe's end.
            sender.close()
            self._processes.append((process, receiver))

    def join(self) -> None:
        """Return when every task is done. Raises what the first one that failed has raised."""
        try:
            for task in self._left:
                task()
            for process, receiver in self._processes:
                fault = _receive(receiver)
                process.join()
                if fault is not None:
                    raise fault
                if process.exitcode != 0:
                    raise LostWorkerError(f"a process of the build ended with {process.exitcode}")
        finally:
            self.stop()

    def stop(self) -> None:
        """End without the tasks that have not begun; after `join` this does nothing."""
        for queue in self._queues:
            queue.close()
        for process, receiver in self._processes:
            process.join()
            receiver.close()
        self._queues, self._processes, self._left = [], [], []


def can_fork() -> bool:
    """Tell whether a process may be forked here.

    macOS could, but its own libraries may end a process that was forked from one that used them.
    """
    return sys.platform != "darwin" and "fork" in multiprocessing.get_all_start_methods()


def count_processes() -> int:
    """Return how many processes may share work here: one for each processor that we may use."""
    if hasattr(os, "sched_getaffinity"):
        return min(len(os.sched_getaffinity(0)), MOST_PROCESSES)
    return min(os.cpu_count() or 1, MOST_PROCESSES)


def _receive(receiver: Connection) -> BaseException | None:
    """Return the fault that a process tells of, when it ends."""
    try:
        fault: BaseException = receiver.recv()
    except EOFError:
        return None
    return fault


def _work(queues: Sequence[_Queue], sender: Connection, parent: int) -> None:
    """Do what is left of the `queues`, the first one first; a fault ends the work of all."""
    _end_with(parent)
    try:
        for queue in queues:
            for task in queue:
                task()
    except Exception as error:
        for queue in queues:
            queue.close()
        error.add_note(traceback.format_exc())
        sender.send(_to_be_sent(error))


def _to_be_sent(error: Exception) -> Exception:
    """Return `error`, or what is closest to it if it cannot be sent from process to process."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError("".join(traceback.format_exception_only(error)))
    return error


def _end_with(parent: int) -> None:
    """Leave interrupts to the build, and end with it, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(SECONDS_BETWEEN_LOOKS)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
