"""The links of the findings of the editorial desk: to the page of an entry, and to its line."""

from collections.abc import Mapping

from msgspec import Struct

from register.editing.line_numbers import find_line
from website import urls
from website.localized_site import LocalizedSite


class Place(Struct, frozen=True, kw_only=True):
    """A field of an entry: its line in data/initiatives.yaml, and the links to page and line."""

    id: str
    title: str
    link: str
    line: int
    edit: str


class Places:
    """Finds places for a site; `lines` has those of each entry's fields by the entry's id.

    `edit_root` is the address at which data/initiatives.yaml is edited, or empty.
    """

    def __init__(
        self,
        site: LocalizedSite,
        lines: Mapping[str, Mapping[str, int]],
        edit_root: str,
        page: str = urls.DESK,
    ) -> None:
        """Find places of the entries of `site`, for links from its `page`."""
        self._page = page
        self._site = site
        self._lines = lines
        self._edit_root = edit_root

    def find(self, entry_id: str, field: str = "") -> Place:
        """Return the place of `field` ("status.phase", "milestones.0") in an entry, or of all."""
        begin = self._site.register.lines[entry_id]
        line = find_line(self._lines.get(entry_id, {}), field, begin)
        return Place(
            id=entry_id,
            title=self._site.title(self._site.register.by_id[entry_id]),
            link=self._site.link(self._page, urls.initiative(entry_id)),
            line=line,
            edit=f"{self._edit_root}#L{line}" if self._edit_root else "",
        )
