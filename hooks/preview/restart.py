"""Restart the program after a change of its code, with the same arguments."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from register.messages import Message, say, terminal_language


class CodeError(RuntimeError):
    """The changed code cannot be used, for the reason in `message`; the old code stays in use."""

    def __init__(self, message: Message) -> None:
        """Keep the `message`; as text the error is in the language of the terminal."""
        self.message = message
        super().__init__(message.render(terminal_language()))


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
        reason = check.stderr.strip()[-2000:]
        raise CodeError(say("code-unreadable", reason=reason))
    if os.name == "nt":
        # On Windows the new process would leave the console, and Ctrl+C would not reach it.
        raise CodeError(say("code-changed"))
    close()
    # Without `--open`: the page that is already open reloads by itself.
    arguments = [each for each in sys.orig_argv[1:] if each not in ("-o", "--open")]
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(sys.executable, [sys.executable, *arguments])
