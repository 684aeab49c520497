"""The views across the register."""

from collections.abc import Iterator

from register.register import Register
from website import urls

# The path of each view and the key of its name; the words of `key`-card describe it.
VIEWS = (
    (urls.EXPLORE, "explore"),
    (urls.FACETS, "browse"),
    (urls.COMPARE, "compare"),
    (urls.TIMELINE, "timeline"),
    (urls.DASHBOARD, "dashboard"),
    (urls.RELATIONS, "relations"),
    (urls.CHANGES, "changes"),
    (urls.LIST_SUCCINCT, "list-succinct"),
    (urls.LIST_DETAILED, "list-detailed"),
)


def list_views(register: Register) -> Iterator[tuple[str, str]]:
    """Yield the path and key of each view that has something to show of `register`."""
    return ((path, key) for path, key in VIEWS if has_content(register, path))


def has_content(register: Register, path: str) -> bool:
    """Return whether the page at `path`, which exists in any case, has something to show."""
    entries = register.initiatives
    if path == urls.TIMELINE:
        return any(entry.milestones for entry in entries)
    if path == urls.RELATIONS:
        return any(entry.relations or entry.families for entry in entries)
    if path == urls.CHANGES:
        return len(register.editions) > 1
    if path == urls.ANOMALIES:
        return bool(register.anomalies.anomalies)
    return True
