"""With this folder on PYTHONPATH, the disk fails at the write that FAULT names: "ENOSPC:40".

Python imports a module of this name when it starts. Only what is written into a folder that is
being built aside is counted: files opened for writing, and for EROFS folders made. The processes of
a build count together.
"""

import errno
import mmap
import os
import sys
from typing import Any

NAME, _, COUNT = os.environ.get("FAULT", "").partition(":")
# Shared with the processes that are forked from this one. Two that count at the very same moment
# count as one, which only delays the fault by a write.
_WIDTH = 8
counted = mmap.mmap(-1, _WIDTH)


def fail_in_time(event: str, arguments: tuple[Any, ...]) -> None:
    writes = (
        event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax")
    ) or (event == "os.mkdir" and NAME == "EROFS")
    if not writes or f"{os.sep}.site.new" not in str(arguments[0]):
        return
    before = int.from_bytes(counted[:], "big")
    counted[:] = (before + 1).to_bytes(_WIDTH, "big")
    if before >= int(COUNT):
        code = getattr(errno, NAME)
        raise OSError(code, os.strerror(code), str(arguments[0]))


if NAME:
    sys.addaudithook(fail_in_time)
