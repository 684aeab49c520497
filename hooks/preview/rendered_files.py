"""The files of the preview, each rendered when first requested after a change.

Nothing rendered before a change is used again. So the preview serves the same bytes as a clean
build, without tracking dependencies, and a save costs only the rendering of the requested page.
"""

import threading
from collections.abc import Callable

Renderer = Callable[[], bytes]


class RenderedFiles:
    """Files by name, each rendered by the renderer that `find_renderer` returns for it."""

    def __init__(self, find_renderer: Callable[[str], Renderer | None]) -> None:
        """Begin without any rendered file."""
        # Held while a file is rendered and while the site is changed.
        self.lock = threading.RLock()
        self._find_renderer = find_renderer
        self._rendered: dict[str, bytes] = {}

    def forget(self) -> None:
        """Render every file again when it is next requested."""
        self._rendered.clear()

    def is_known(self, name: str) -> bool:
        """Return whether there is a renderer for the file `name`."""
        with self.lock:
            return name in self._rendered or self._find_renderer(name) is not None

    def get(self, name: str) -> bytes | None:
        """Return the content of the file `name`; None if it is not one that is rendered."""
        with self.lock:
            if name not in self._rendered:
                render = self._find_renderer(name)
                if render is None:
                    return None
                self._rendered[name] = render()
            return self._rendered[name]
