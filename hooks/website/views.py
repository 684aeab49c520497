"""The views across the register."""

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
