"""The cells of an entry in a CSV file, for the exports and for the explorer."""

from register.model import Initiative, Language
from website import urls
from website.localized_site import LocalizedSite

# What parts the cells of a line: Excel takes the list separator of the language of Windows.
SEPARATORS: dict[Language, str] = {"fr": ";", "en": ","}
COLUMNS = (
    "id",
    "number",
    "name",
    "category",
    "phase",
    "also",
    "status",
    "status_printed",
    "objective",
    "description",
    "lead",
    "partner",
    "support",
    "funder",
    "consulted",
    "user",
    "access",
    "data_holder",
    "sharing",
    "url",
    # At the end, since programs may count columns.
    "working_body",
    "listed",
    "withdrawn_date",
    "withdrawn_note",
)


def list_cells(site: LocalizedSite, entry: Initiative, site_url: str) -> dict[str, str]:
    """Return the cells of an entry by column, in the language of the site."""
    view = site.view(entry)
    phase, *also = view.phases
    cells = {
        "id": entry.id,
        # As ever, that in the newest list that has the entry, even if this is not the latest.
        "number": next((str(place.number) for _, place in site.register.places(entry)), ""),
        "name": view.title,
        "category": view.category,
        "phase": phase.label,
        "also": "; ".join(each.label for each in also),
        "status": view.status,
        "status_printed": entry.status.printed or "",
        "objective": view.objective,
        "description": view.description,
        "access": view.access.label,
        "data_holder": view.data_holder.label,
        "sharing": view.sharing.label,
        "url": urls.hosted(site_url, site.language, view.path),
    }
    withdrawn, is_listed = entry.withdrawn, entry.id not in site.register.departures
    cells |= {
        "listed": site.words("listed-true" if is_listed else "listed-false"),
        "withdrawn_date": (withdrawn and withdrawn.date) or "",
        "withdrawn_note": site.say(withdrawn.note) if withdrawn else "",
    }
    for role in ("lead", "partner", "support", "funder", "consulted", "user", "working-body"):
        names = (actor.long for actor in view.actors(role))
        cells[role.replace("-", "_")] = "; ".join(names)
    return cells
