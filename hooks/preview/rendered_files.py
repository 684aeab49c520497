"""What the preview has rendered since the last change: each file when it is first requested.

Nothing rendered before a change is used again. So the preview holds the same bytes as a clean
build, whatever depends on what, and a save costs the rendering of the page that is looked at.
"""

import threading
from collections.abc import Callable

Renderer = Callable[[], bytes]


class RenderedFiles:
    """Files by name, rendered by what `find_renderer` gives for a name."""

    def __init__(self, find_renderer: Callable[[str], Renderer | None]) -> None:
        """Render nothing yet."""
        # Held while a file is rendered and while the site is changed.
        self.lock = threading.RLock()
        self._find_renderer = find_renderer
        self._rendered: dict[str, bytes] = {}

    def forget(self) -> None:
        """Render every file again when it is next requested."""
        self._rendered.clear()

    def is_known(self, name: str) -> bool:
        """Return whether the file `name` is rendered, rather than on the disk or nowhere."""
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
