"""The rows of a table of entries."""

from collections.abc import Iterable

from register.model import Initiative
from website.entries.entry_view import EntryView
from website.localized_site import LocalizedSite
from website.text.prose import shorten

LINE = 130


def list_rows(site: LocalizedSite, entries: Iterable[Initiative]) -> list[tuple[EntryView, str]]:
    """Return the rows of `entries`: each with its objective cut to about a line of a table."""
    views = map(site.view, entries)
    return [(view, shorten(view.objective, LINE)) for view in views]
