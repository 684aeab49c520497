"""With this folder on PYTHONPATH, the clock of Python is CLOCK_DAYS days ahead.

Python imports a module of this name when it starts.
"""

import datetime
import os
import time
from typing import Any

AHEAD = int(os.environ.get("CLOCK_DAYS", "0")) * 86400
_now, _gmtime, _localtime = time.time, time.gmtime, time.localtime


def _time() -> float:
    return _now() + AHEAD


def _broken_down_utc(seconds: float | None = None) -> time.struct_time:
    return _gmtime(_time() if seconds is None else seconds)


def _broken_down(seconds: float | None = None) -> time.struct_time:
    return _localtime(_time() if seconds is None else seconds)


class _DateTime(datetime.datetime):
    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> "_DateTime":
        return cls.fromtimestamp(_time(), tz)

    @classmethod
    def today(cls) -> "_DateTime":
        return cls.now()


if AHEAD:
    changed: dict[str, Any] = {
        "time": _time,
        "gmtime": _broken_down_utc,
        "localtime": _broken_down,
    }
    for name, function in changed.items():
        setattr(time, name, function)
    datetime.datetime = _DateTime  # type: ignore[misc]
