"""A preview server in a group of processes of its own, which can be halted and woken."""

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from typing import IO
from urllib.request import urlopen

from bench.commands import clean_environment
from servers.nginx_server import free_port

# Seconds. A limit for a server that never answers, not a measure: the slowest build of all pages.
PATIENCE = 1800
# Before and after a save, so that nothing of another is left to do.
REST = 0.5


@dataclass(frozen=True, kw_only=True)
class Server:
    """A running server: its address and its output. `Server.start` makes one."""

    name: str
    process: subprocess.Popen[bytes]
    address: str
    output: IO[bytes]

    @classmethod
    @contextmanager
    def start(
        cls, name: str, command: Sequence[str], folder: Path, page: str
    ) -> Iterator["Server"]:
        """Run `command` in `folder` until its `page` is served, and halt it.

        `{address}` and `{port}` in the command are filled in.
        """
        port = free_port()
        address = f"127.0.0.1:{port}"
        with tempfile.TemporaryFile() as output:
            process = subprocess.Popen(
                [each.format(address=address, port=port) for each in command],
                cwd=folder,
                # A server that is killed leaves its files behind.
                env={**clean_environment(), "TMPDIR": str(folder.parent)},
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
            server = cls(name=name, process=process, address=address, output=output)
            try:
                server.time_until(page, "<")
                server.signal(signal.SIGSTOP)
                yield server
            finally:
                server.signal(signal.SIGKILL)
                process.wait()

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the server and to every process that it has started."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, number)

    @contextmanager
    def awake(self) -> Iterator[None]:
        """Let the server run while the context lasts."""
        self.signal(signal.SIGCONT)
        time.sleep(REST)
        yield
        time.sleep(REST)
        self.signal(signal.SIGSTOP)

    def read(self, page: str) -> str:
        """Return the text of a page. Raises `OSError` or `HTTPException`."""
        with urlopen(f"http://{self.address}/{page}/", timeout=PATIENCE) as response:
            text: bytes = response.read()
        return text.decode(errors="replace")

    def time_until(self, page: str, words: str, act: Callable[[], None] = lambda: None) -> float:
        """Return the seconds from `act` until the `page` is served with `words` in it.

        Ends the program with the server's output if it ends, or does not serve them in time.
        """
        begin = time.perf_counter()
        act()
        while time.perf_counter() - begin < PATIENCE and self.process.poll() is None:
            # Not yet there, or being written: Hugo serves files while it writes them.
            with suppress(OSError, HTTPException):
                if words in self.read(page):
                    return time.perf_counter() - begin
            time.sleep(0.002)
        self.output.seek(0)
        said = self.output.read().decode(errors="replace")
        raise SystemExit(f"{self.name} did not serve {words!r} in {page}:\n{said}")
