"""The cells of an entry in a CSV file, for the exports and for the explorer."""

from register.model import Initiative
from website import urls
from website.localized_site import LocalizedSite

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
)


def list_cells(site: LocalizedSite, entry: Initiative, site_url: str) -> dict[str, str]:
    """Return the cells of an entry by column, in the words of the site's language."""
    vocabulary, say = site.register.vocabulary, site.say
    number = site.number(entry)
    cells = {
        "id": entry.id,
        "number": "" if number is None else str(number),
        "name": site.title(entry),
        "category": say(site.category(entry).name),
        "phase": say(vocabulary.phases[entry.status.phase].label),
        "also": "; ".join(say(vocabulary.phases[phase].label) for phase in entry.status.also),
        "status": say(entry.status.text),
        "status_printed": entry.status.printed or "",
        "objective": say(entry.objective),
        "description": say(entry.description),
        "access": say(vocabulary.access_levels[entry.access.level].label),
        "data_holder": say(vocabulary.data_holders[entry.access.data_holder].label),
        "sharing": say(vocabulary.sharing[entry.access.sharing].label),
        "url": urls.hosted(site_url, site.language, f"initiatives/{entry.id}"),
    }
    for role in ("lead", "partner", "support", "funder", "consulted", "user", "working-body"):
        names = (site.body_long(vocabulary.bodies[a.body]) for a in entry.actors if a.role == role)
        cells[role.replace("-", "_")] = "; ".join(names)
    return cells
