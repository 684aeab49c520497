"""The explorer in a browser, and what the register says it must show."""

import re
from collections import Counter
from pathlib import Path

from playwright.sync_api import Page, expect

from register.model import Initiative

Values = dict[str, list[str]]


def values_of(entry: Initiative, as_of: str) -> Values:
    """Return the values of an entry in each facet, straight from its fields."""
    bodies = {
        role: [actor.body for actor in entry.actors if actor.role == role]
        for role in ("lead", "funder")
    }
    ahead = [
        milestone
        for milestone in entry.milestones
        if milestone.state == "planned"
        and (milestone.date is None or (milestone.end or milestone.date) >= as_of[:7])
    ]
    return {
        "category": [entry.category],
        "phase": [entry.status.phase, *entry.status.also],
        "access": [entry.access.level],
        "lead": bodies["lead"] or ["not-stated"],
        "funder": bodies["funder"] or ["not-stated"],
        "body": sorted({actor.body for actor in entry.actors}),
        "milestones": ["ahead"] if ahead else [],
    }


def select(facts: dict[str, Values], chosen: Values) -> list[str]:
    found = list(facts)
    for facet, values in chosen.items():
        each = set(values)
        found = [entry for entry in found if not each.isdisjoint(facts[entry][facet])]
    return found


def count(facts: dict[str, Values], chosen: Values, facet: str) -> dict[str, int]:
    rest = {key: values for key, values in chosen.items() if key != facet}
    return Counter(value for entry in select(facts, rest) for value in set(facts[entry][facet]))


def shown(page: Page) -> list[str]:
    return page.locator("table.entries tbody tr").evaluate_all(
        "rows => rows.map((row) => row.dataset.entry)"
    )


def open_explorer(page: Page, site: str, language: str = "fr", state: str = "") -> None:
    # A change of the part after # alone would not load the page again.
    page.goto("about:blank")
    page.goto(f"{site}/{language}/explore/{state}")
    expect(page.locator("[data-explore]")).to_have_attribute("data-view", re.compile("."))


def save_csv(page: Page, folder: Path) -> bytes:
    with page.expect_download() as download:
        page.locator("[data-action=csv]").click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path.read_bytes()
