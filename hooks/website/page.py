"""A page as values: what describes it, and its body."""

import json
from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """A page of one language; templates/page.html is what stands around it."""

    # Where it is, without language or suffix: "initiatives/cen".
    path: str
    # Plain text.
    title: str
    description: str
    # Its template's name for it, for style sheets: "initiative".
    kind: str
    body: Markup
    # Assets of this page alone, by their names in docs/.
    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()

    def to_markdown(self) -> str:
        """Return the page as a Markdown source: the way out to another generator."""
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
