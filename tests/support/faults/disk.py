"""A disk that fails at the write that is named: "ENOSPC:40".

Only what is written into a folder that is being built aside is counted: files opened for writing,
and for EROFS folders made. The processes of a build count together.
"""

import errno
import mmap
import os
import sys
from typing import Any

_WIDTH = 8


def add_fault(fault: str) -> None:
    """Let the disk of this process, and of those forked from it, fail at that write."""
    name, _, count = fault.partition(":")
    code = getattr(errno, name)
    # Shared with the processes that are forked from this one. Two that count at the very same
    # moment count as one, which only delays the fault by a write.
    counted = mmap.mmap(-1, _WIDTH)

    def fail_in_time(event: str, arguments: tuple[Any, ...]) -> None:
        writes = (
            event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax")
        ) or (event == "os.mkdir" and name == "EROFS")
        if not writes or f"{os.sep}.site.new" not in str(arguments[0]):
            return
        before = int.from_bytes(counted[:], "big")
        counted[:] = (before + 1).to_bytes(_WIDTH, "big")
        if before >= int(count):
            raise OSError(code, os.strerror(code), str(arguments[0]))

    sys.addaudithook(fail_in_time)
