"""A page as values: its metadata and its body."""

import json

from markupsafe import Markup
from msgspec import Struct


class Whole(Struct, frozen=True, kw_only=True):
    """The page that another is a part of."""

    path: str
    title: str


class Page(Struct, frozen=True, kw_only=True):
    """A page of one language; templates/page.html surrounds it."""

    # Without language or suffix: "initiatives/cen".
    path: str
    # Plain text, both.
    title: str
    description: str
    # A name for style sheets, set by the template: "initiative".
    kind: str
    body: Markup
    # Assets of this page alone, by their names in docs/.
    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    # The page that this one is a part of, for breadcrumbs.
    whole: Whole | None = None

    def to_markdown(self) -> str:
        """Return the page as a Markdown source, for a move to another generator."""
        fields = {
            "title": self.title,
            "description": self.description,
            "kind": self.kind,
            **({"styles": self.styles} if self.styles else {}),
            **({"scripts": self.scripts} if self.scripts else {}),
        }
        # JSON is YAML.
        front = "".join(
            f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in fields.items()
        )
        return f"---\n{front}---\n\n{self.body}"
