"""The relations: the map and its list hold every tie that the pages of entries tell, once."""

import pytest

from pages.views.relations.page import list_groups
from register.model import LANGUAGES, Language
from website.localized_site import LocalizedSite


@pytest.mark.parametrize("language", LANGUAGES)
def test_groups_hold_the_ties_of_every_entry(
    sites: dict[Language, LocalizedSite], language: Language
) -> None:
    site = sites[language]
    register = site.register
    groups = list_groups(site, "relations")
    told: dict[str, set[str]] = {}
    for group in groups:
        for kin in group.kin:
            links = {tile.link for tile in kin.members}
            for link in links:
                told.setdefault(link, set()).update(links - {link})
        for arrow in group.arrows:
            told.setdefault(arrow.source.link, set()).add(arrow.target.link)
            told.setdefault(arrow.target.link, set()).add(arrow.source.link)
    stated = {
        site.link("relations", f"initiatives/{entry.id}"): {
            site.link("relations", f"initiatives/{tie.entry.id}")
            for tie in register.related_entries(entry)
        }
        for entry in register.initiatives
    }
    assert told == {link: others for link, others in stated.items() if others}
    assert len({tile.link for group in groups for tile in group.tiles}) == len(told)
