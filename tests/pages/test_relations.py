"""The relations: map and list show each relation that the pages of entries show, once."""

import pytest

from pages.all_pages import list_pages
from pages.views.relations.map import lay_out_map
from pages.views.relations.page import describe_groups, list_groups
from pages.views.relations.shapes import NARROW, WIDE, Scale
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


@pytest.mark.parametrize("scale", [WIDE, NARROW])
def test_with_many_categories_the_map_is_no_wider_and_says_each_in_words(
    sites: dict[Language, LocalizedSite], scale: Scale
) -> None:
    site = sites["en"]
    groups = describe_groups(site, "relations", list_groups(site.register))
    names = [f"Category {number}" for number in range(1, 13)]
    few = lay_out_map(groups, site.category_names, scale, "en")
    many = lay_out_map(groups, names, scale, "en")
    assert few.heads
    assert not many.heads
    assert many.width == scale.most * scale.column
    nodes = [node for cluster in many.clusters for node in cluster.nodes]
    assert len(nodes) == sum(len(group.tiles) for group in groups)
    written = {" ".join(node.category_lines) for node in nodes}
    assert written == (set(site.category_names) if scale.named else {""})
    for cluster in many.clusters:
        assert cluster.x + cluster.width <= many.width
        foot = cluster.y + cluster.height
        assert max(node.y for node in cluster.nodes) + scale.tile / 2 <= foot
        order = [node.tile.id for node in cluster.nodes]
        for family in cluster.group.families:
            places = sorted(order.index(member.id) for member in family.members)
            assert places == list(range(places[0], places[0] + len(places)))
        for other in many.clusters:
            assert (
                other is cluster
                or other.x >= cluster.x + cluster.width
                or cluster.x >= other.x + other.width
                or other.y >= cluster.y + cluster.height
                or cluster.y >= other.y + other.height
            )


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
