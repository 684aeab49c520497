"""The ways into the register, by what a reader wants: for the home page."""

from website import urls
from website.localized_site import LocalizedSite
from website.views import has_content

# By intention: path or path#anchor of each page, and the word that names it. The words of an
# intention are `ways-<intention>` and `ways-<intention>-text`.
WAYS = {
    "find": (
        (urls.EXPLORE, "explore"),
        (urls.FACETS, "browse"),
        (urls.INITIATIVES, "all-initiatives"),
        (urls.GLOSSARY, "glossary"),
    ),
    "stand": (
        (urls.DASHBOARD, "dashboard"),
        (urls.TIMELINE, "timeline"),
        (urls.RELATIONS, "relations"),
    ),
    "compare": ((urls.COMPARE, "ways-side-by-side"),),
    "follow": ((urls.CHANGES, "changes"), (f"{urls.DATA}#feeds", "ways-feeds")),
    "take": (
        (urls.LIST_SUCCINCT, "list-succinct"),
        (urls.LIST_DETAILED, "list-detailed"),
        (f"{urls.DATA}#lists", "ways-documents"),
        (urls.DATA, "ways-files"),
        (urls.DOWNLOAD, "download-link"),
    ),
}
# Where the information comes from.
BEHIND = ((urls.METHOD, "method"), (urls.ANOMALIES, "anomalies"))

Way = dict[str, str]


def list_ways(site: LocalizedSite, path: str, *, is_offline: bool) -> dict[str, list[Way]]:
    """Return the links (link, name) from the page at `path`, by intention."""
    ways: dict[str, list[Way]] = {}
    for key, targets in (WAYS | {"behind": BEHIND}).items():
        ways[key] = []
        for target, word in targets:
            page, hash_mark, anchor = target.partition("#")
            # The offline edition has no page of downloads.
            if has_content(site.register, page) and not (is_offline and page == urls.DOWNLOAD):
                link = f"{site.link(path, page)}{hash_mark}{anchor}"
                ways[key].append({"link": link, "name": site.words(word)})
    return ways
