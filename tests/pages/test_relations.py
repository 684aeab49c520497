"""The relations: map and list show each relation that the pages of entries show, once."""

import pytest

from pages.all_pages import list_pages
from pages.views.relations.page import describe_groups, list_groups
from register.load import build_register
from register.model import LANGUAGES, Language
from support.build import TEMPLATES
from support.registers.golden import sources
from website.localized_site import LocalizedSite
from website.urls import Links


@pytest.mark.parametrize("language", LANGUAGES)
def test_groups_hold_the_related_entries_of_every_entry(
    sites: dict[Language, LocalizedSite], language: Language
) -> None:
    site = sites[language]
    register = site.register
    groups = describe_groups(site, "relations", list_groups(register))
    shown: dict[str, set[str]] = {}
    for group in groups:
        for family in group.families:
            links = {tile.link for tile in family.members}
            for link in links:
                shown.setdefault(link, set()).update(links - {link})
        for relation in group.relations:
            shown.setdefault(relation.source.link, set()).add(relation.target.link)
            shown.setdefault(relation.target.link, set()).add(relation.source.link)
    stated = {
        site.link("relations", f"initiatives/{entry.id}"): {
            site.link("relations", f"initiatives/{related.entry.id}")
            for related in register.related_entries(entry)
        }
        for entry in register.initiatives
    }
    assert shown == {link: others for link, others in stated.items() if others}
    assert len({tile.link for group in groups for tile in group.tiles}) == len(shown)


def introduction(language: Language, entries: str) -> str:
    """Return what the page says it holds, in the golden register with `entries` for entries."""
    register = build_register(sources() | {"initiatives.yaml": entries})
    site = LocalizedSite(register, language, TEMPLATES, Links())
    return list_pages(site)["relations"]().description


@pytest.mark.parametrize(
    ("language", "one", "none"),
    [
        ("fr", "2 initiatives ne sont pas isolées : elles forment un groupe,", "Aucune "),
        ("en", "2 initiatives do not stand alone: they form one group,", "No initiative "),
    ],
)
def test_one_group_and_none_are_said_in_words(language: Language, one: str, none: str) -> None:
    entries = sources()["initiatives.yaml"]
    assert introduction(language, entries).replace("\u202f", " ").startswith(one)
    apart = "".join(
        line
        for line in entries.splitlines(keepends=True)
        if not line.startswith(("  families:", "  relations:", "    - {to:"))
    )
    assert introduction(language, apart).startswith(none)
