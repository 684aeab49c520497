"""What a site is made of: one entry of the table of everything that is rendered."""

from collections.abc import Callable
from dataclasses import dataclass

Content = str | bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class Artifact:
    """A file of the site, and how to render it."""

    # Its name below the site's root.
    path: str
    render: Callable[[], Content]
    # Artifacts of one group draw on the same: the id of an entry. Empty for one that stands alone.
    group: str = ""
    # Of an HTML page that readers find: its path with language, without suffix ("fr/glossary").
    page: str = ""

    def to_bytes(self) -> bytes:
        """Render the artifact; text is written as UTF-8."""
        content = self.render()
        return content if isinstance(content, bytes) else content.encode("utf-8")
