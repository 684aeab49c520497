"""With this folder on PYTHONPATH, the system reports changes badly: WATCH says how.

"deaf": it reports none, as below /mnt/c in WSL. "limit": it has no watches left. Python imports a
module of this name when it starts.
"""

import errno
import os
import time
from typing import Any

from watchdog.observers.inotify import InotifyEmitter


def hear_nothing(*_: Any) -> None:
    time.sleep(1)


def refuse(*_: Any) -> None:
    raise OSError(errno.EMFILE, "inotify instance limit reached")


match os.environ.get("WATCH"):
    case "deaf":
        InotifyEmitter.queue_events = hear_nothing
    case "limit":
        InotifyEmitter.on_thread_start = refuse
