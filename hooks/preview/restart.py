"""Restart the program after a change of its code, with the same arguments."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

CANNOT_RESTART = (
    "The code in hooks/ has changed. Stop the preview (Ctrl+C) and start it again to use it."
)


class CodeError(RuntimeError):
    """The changed code cannot be used; the old code stays in use."""


def restart(hooks: Path, close: Callable[[], None]) -> None:
    """Call `close`, then replace this process by one with the present code in `hooks`.

    Raises `CodeError` if that code cannot be imported, or if the system cannot replace a process.
    """
    check = subprocess.run(
        [sys.executable, "-B", "-c", "import entry"],
        cwd=hooks,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, "PYTHONUTF8": "1"},
        check=False,
    )
    if check.returncode != 0:
        raise CodeError(f"The code in hooks/ cannot be loaded: {check.stderr.strip()[-2000:]}")
    if os.name == "nt":
        # On Windows the new process would leave the console, and Ctrl+C would not reach it.
        raise CodeError(CANNOT_RESTART)
    close()
    # Without `--open`: the page that is already open reloads by itself.
    arguments = [each for each in sys.orig_argv[1:] if each not in ("-o", "--open")]
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(sys.executable, [sys.executable, *arguments])
