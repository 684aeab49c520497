"""A server at the end of a line that a test can cut, at once or after some answers."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

from servers.static_server import Handler

# Longer than any file of the site.
SIGN_IN = b"<!doctype html><title>Sign in</title>".ljust(2_000_000)


class Line:
    """The line to the site in `folder`, which a test may exchange; `paths` are those answered."""

    def __init__(self, folder: Path, path: str = "/") -> None:
        """Serve `folder`, which holds the site below `path`, on a port that stays the same."""
        self.folder = folder
        self.path = path
        self.paths: list[str] = []
        # How many more answers pass before the line breaks; without end if None.
        self.answers_left: int | None = None
        # Is called with the path of a request before it is answered.
        self.before: Callable[[str], None] = lambda path: None
        # For which paths the network answers in the site's place: a page to sign in.
        self.signs_in: Callable[[str], bool] = lambda path: False
        self._lock = threading.Lock()
        self._port = 0
        self._server: ThreadingHTTPServer | None = None
        self.restore()

    @property
    def address(self) -> str:
        """The address of the site, with a last slash."""
        return f"http://127.0.0.1:{self._port}{self.path}"

    def cut(self) -> None:
        """Cut the line: nobody listens any more."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
        self._server = None

    def restore(self) -> None:
        """Let the line carry again."""
        self.answers_left = None
        if self._server is None:
            handler = partial(_Answer, line=self, directory="")
            self._server = ThreadingHTTPServer(("127.0.0.1", self._port), handler)
            self._port = self._server.server_address[1]
            threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def passes(self, path: str) -> bool:
        """Note a request, and return whether the line carries its answer."""
        self.before(path)
        with self._lock:
            if self.answers_left == 0:
                return False
            if self.answers_left is not None:
                self.answers_left -= 1
            self.paths.append(path)
            return True


class _Answer(Handler):
    def __init__(self, *args: object, line: Line, directory: str) -> None:
        self.line = line
        super().__init__(*args, directory=str(line.folder))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer, or break the line in the middle of an answer."""
        passes = self.line.passes(self.path)
        if passes and self.line.signs_in(self.path):
            self._send(SIGN_IN, len(SIGN_IN))
        elif passes:
            super().do_GET()
        else:
            self._send(b"half", 100)
            self.close_connection = True

    def _send(self, body: bytes, length: int) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(length))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def hold_line(folder: Path, path: str = "/") -> Iterator[Line]:
    """Yield the line to the site in `folder`; cut it at the end."""
    line = Line(folder, path)
    try:
        yield line
    finally:
        line.cut()
