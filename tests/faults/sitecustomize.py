"""With this folder on PYTHONPATH, the disk fails at the write that FAULT names: "ENOSPC:40".

Python imports a module of this name when it starts. Only what is written into a folder that is
being built aside is counted: files opened for writing, and for EROFS folders made.
"""

import errno
import os
import sys
from typing import Any

NAME, _, COUNT = os.environ.get("FAULT", "").partition(":")
left = int(COUNT or 0)


def fail_in_time(event: str, arguments: tuple[Any, ...]) -> None:
    global left
    writes = (
        event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax")
    ) or (event == "os.mkdir" and NAME == "EROFS")
    if not writes or f"{os.sep}.site.new" not in str(arguments[0]):
        return
    left -= 1
    if left < 0:
        code = getattr(errno, NAME)
        raise OSError(code, os.strerror(code), str(arguments[0]))


if NAME:
    sys.addaudithook(fail_in_time)
