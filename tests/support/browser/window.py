"""One window for the tests of a worker: its pages know nothing of those before.

A page of a window that is there costs a third less than one of a context of its own, above all
because the process that draws it goes on (`--renderer-process-limit=1`, conftest.py).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Request

SIZE = {"width": 1440, "height": 900}
# Cookies, both stores of a script, caches, workers; "*" is every site, and the disk.
ALL = {"origin": "*", "storageTypes": "all"}


class Window:
    """Gives pages, one after the other, each as of a browser that was never used."""

    def __init__(self, browser: Browser) -> None:
        """Open the window, and in it an empty page that stays: the process lives as long."""
        self._context = browser.new_context(viewport=SIZE)
        self._empty = self._context.new_page()
        self._session = self._context.new_cdp_session(self._empty)
        # The servers that answers in the browser's cache are of.
        self._servers: set[str] = set()
        self._context.on("request", self._note)

    def _note(self, request: Request) -> None:
        if server := urlsplit(request.url).netloc:
            self._servers.add(server)

    @contextmanager
    def open_page(self) -> Iterator[Page]:
        """Yield a new page of `SIZE`; at the end close it, and remove all that sites have stored.

        What belongs to a page ends with it: history, session store, routes, scripts, colours.
        """
        try:
            yield self._context.new_page()
        finally:
            for page in self._context.pages:
                if page != self._empty:
                    page.close()
            self._session.send("Storage.clearDataForOrigin", ALL)
            # Another server may get the address that one of them had.
            if len(self._servers) > 1:
                self._session.send("Network.clearBrowserCache")
                self._servers.clear()

    def close(self) -> None:
        """Close the window."""
        self._context.close()
