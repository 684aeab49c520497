"""One entry of the table of every file that is rendered for a site."""

from collections.abc import Callable

from msgspec import Struct

Content = str | bytes


class Artifact(Struct, frozen=True, kw_only=True):
    """A file of the site, and how to render it."""

    # The file's name below the site's root.
    path: str
    render: Callable[[], Content]
    # The id of an entry, or a word: artifacts of a group share what is computed or loaded for them,
    # so that one process writes them all. Empty for any other artifact.
    group: str = ""
    # The path of an HTML page in the sitemap, with language, without suffix ("fr/glossary").
    page: str = ""

    def to_bytes(self) -> bytes:
        """Render the artifact; text is written as UTF-8."""
        content = self.render()
        return content if isinstance(content, bytes) else content.encode("utf-8")
