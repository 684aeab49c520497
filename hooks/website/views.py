"""The views across the register."""

from website import urls

# Path and key of the words of each view: its name, and `key`-card for what it shows.
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
