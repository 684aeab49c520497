"""The relations: map and list show each relation that the pages of entries show, once."""

import pytest

from pages.views.relations.page import list_groups
from register.model import LANGUAGES, Language
from website.localized_site import LocalizedSite


@pytest.mark.parametrize("language", LANGUAGES)
def test_groups_hold_the_related_entries_of_every_entry(
    sites: dict[Language, LocalizedSite], language: Language
) -> None:
    site = sites[language]
    register = site.register
    groups = list_groups(site, "relations")
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
