"""The links of the findings of the editorial desk: to the page of an entry, and to its line."""

from collections.abc import Callable, Mapping

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


def make_finder(
    site: LocalizedSite,
    lines: Mapping[str, Mapping[str, int]],
    edit_root: str,
    page: str = urls.DESK,
) -> Callable[..., Place]:
    """Return a function that finds places in the entries of `site`, linked from its `page`.

    It takes the id of an entry and a field ("status.phase", "milestones.0"; empty for all of the
    entry). `lines` has those of each entry's fields by the entry's id; `edit_root` is the address
    at which data/initiatives.yaml is edited, or empty.
    """

    def find(entry_id: str, field: str = "") -> Place:
        line = find_line(lines.get(entry_id, {}), field, site.register.lines[entry_id])
        return Place(
            id=entry_id,
            title=site.title(site.register.by_id[entry_id]),
            link=site.link(page, urls.initiative(entry_id)),
            line=line,
            edit=f"{edit_root}#L{line}" if edit_root else "",
        )

    return find
