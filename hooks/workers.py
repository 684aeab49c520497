"""Work shared by several processes, where the system can fork them; otherwise done by this one.

A forked process has all that was loaded before, so that nothing is sent to it but a number.
"""

import gc
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor

Task = Callable[[], None]

# Of the processes forked from this one: they find their tasks here.
_tasks: Sequence[Task] = ()
# How often a process looks whether the build it works for is still there.
SECONDS_BETWEEN_LOOKS = 0.2


class Workers:
    """Tasks under way: `start` them, then `join` to see them done, or `stop`."""

    def __init__(self, count: int | None = None) -> None:
        """Share the work of `count` processes, by default one for each processor."""
        self._count = count or _count_processors()
        self._pool: ProcessPoolExecutor | None = None
        self._futures: list[Future[None]] = []

    def start(self, tasks: Sequence[Task]) -> None:
        """Begin with the `tasks`, in their order; each leaves what it makes on the disk."""
        global _tasks
        _tasks = tasks
        if self._count < 2 or "fork" not in multiprocessing.get_all_start_methods():
            return
        # What is there by now stays: a collection would only copy its pages of memory.
        gc.freeze()
        self._pool = ProcessPoolExecutor(
            self._count,
            mp_context=multiprocessing.get_context("fork"),
            initializer=_begin,
            initargs=(os.getpid(),),
        )
        self._futures = [self._pool.submit(_run, number) for number in range(len(tasks))]

    def join(self) -> None:
        """Return when every task is done. Raises what the first one that failed has raised."""
        if self._pool is None:
            for task in _tasks:
                task()
        try:
            for future in self._futures:
                future.result()
        finally:
            self.stop()

    def stop(self) -> None:
        """End without the tasks that have not begun; after `join` this does nothing."""
        global _tasks
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
        self._pool, self._futures, _tasks = None, [], ()


def _count_processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _run(number: int) -> None:
    _tasks[number]()


def _begin(parent: int) -> None:
    """Leave interrupts to the build, and end with it, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(SECONDS_BETWEEN_LOOKS)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
