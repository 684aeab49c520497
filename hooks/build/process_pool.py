"""Let several processes, which may not share memory, call a function."""

import multiprocessing
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

from build.processes import count_processes

_Result = TypeVar("_Result")


def map_in_processes(
    function: Callable[..., _Result],
    *arguments: Iterable[Any],
    prepare: Callable[[], None] | None = None,
) -> list[_Result]:
    """Return what `function` returns for the `arguments`, as `map` does, from several processes.

    Each process calls `prepare` first. All arguments have to be picklable.
    """
    count = count_processes()
    if count < 2 or not _can_share():
        if prepare is not None:
            prepare()
        return list(map(function, *arguments))
    with ProcessPoolExecutor(count, initializer=prepare) as pool:
        return list(pool.map(function, *arguments))


def _can_share() -> bool:
    """Return whether processes can share a lock: some machines offer no shared memory."""
    try:
        multiprocessing.Lock()
    except (OSError, ImportError):
        return False
    return True
