"""Let several processes, which may not share memory, call a function."""

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from typing import Any, TypeVar

_Result = TypeVar("_Result")
# Windows cannot wait for more processes than this at once.
MOST_PROCESSES = 61
# How often a process checks whether the one that it works for is still running.
SECONDS_BETWEEN_CHECKS = 0.2


def count_processes() -> int:
    """Return how many processes may share work here: one for each processor that we may use."""
    if hasattr(os, "sched_getaffinity"):
        return min(len(os.sched_getaffinity(0)), MOST_PROCESSES)
    return min(os.cpu_count() or 1, MOST_PROCESSES)


def can_fork() -> bool:
    """Return whether a process can safely be forked here.

    macOS can fork, but its system libraries may crash in a forked process.
    """
    return sys.platform != "darwin" and hasattr(os, "fork")


def map_in_processes(
    function: Callable[..., _Result],
    *arguments: Iterable[Any],
    prepare: Callable[[], None] | None = None,
) -> list[_Result]:
    """Return what `function` returns for the `arguments`, as `map` does, from several processes.

    Each process calls `prepare` first. All arguments have to be picklable.
    """
    count = count_processes()
    if count < 2 or not can_share():
        if prepare is not None:
            prepare()
        return list(map(function, *arguments))
    with ProcessPoolExecutor(count, initializer=prepare) as pool:
        return list(pool.map(function, *arguments))


def can_share() -> bool:
    """Return whether processes can share a lock: some machines offer no shared memory."""
    try:
        multiprocessing.Lock()
    except (OSError, ImportError):
        return False
    return True


def end_with(parent: int) -> None:
    """End this process as soon as `parent` has ended, and by nothing that a keyboard sends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_watch, args=(parent,), daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(SECONDS_BETWEEN_CHECKS)
    os._exit(1)


def end_children() -> None:
    """End the processes of a pool that could not be started whole."""
    for child in multiprocessing.active_children():
        with suppress(OSError):
            child.terminate()
