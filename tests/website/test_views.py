"""A view that has nothing to show is not offered."""

import re
from dataclasses import replace

import pytest

from pages.all_pages import list_pages
from pages.handwritten.ways_in import list_ways
from register.model import LANGUAGES, Anomalies, Language
from register.register import Register
from support.build import TEMPLATES
from website import urls
from website.localized_site import LocalizedSite
from website.urls import Links
from website.views import VIEWS, has_content, list_views


def test_each_view_of_the_register_has_something_to_show(register: Register) -> None:
    assert tuple(list_views(register)) == VIEWS


def strip(register: Register, count: int | None = None) -> Register:
    """Return the first entries of the register, with nothing that views show besides themselves."""
    return replace(
        register,
        initiatives=tuple(
            entry.model_copy(update={"milestones": (), "relations": (), "families": ()})
            for entry in register.initiatives[:count]
        ),
        editions=register.editions[:1],
        anomalies=Anomalies(groups={}, anomalies=()),
    )


def test_empty_views_are_not_offered_and_say_so_themselves(register: Register) -> None:
    bare = strip(register)
    empty = {urls.TIMELINE, urls.RELATIONS, urls.CHANGES}
    assert {path for path, _ in VIEWS} - {path for path, _ in list_views(bare)} == empty
    assert not has_content(bare, urls.ANOMALIES)
    site = LocalizedSite(bare, "en", TEMPLATES, Links())
    overview = str(list_pages(site)[urls.VIEWS]().body)
    assert "dashboard" in overview
    assert not [path for path in empty if f'{path}/"' in overview]
    ways = list_ways(site, urls.HOME, is_offline=False)
    links = {each["link"] for group in ways.values() for each in group}
    assert not links & {site.link(urls.HOME, path) for path in (*empty, urls.ANOMALIES)}
    pages = list_pages(site)
    for path in (*empty, urls.ANOMALIES):
        assert " 0 " not in pages[path]().description, path
    # Nor are there figures, or tables, of nothing.
    for path in (urls.TIMELINE, urls.RELATIONS, urls.DASHBOARD):
        assert not re.search(r">0(<| milestones| groups)", pages[path]().body.partition("<h2")[0])
    assert "<table" not in pages[urls.TIMELINE]().body


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_single_entry_is_not_said_to_be_several(register: Register, language: Language) -> None:
    pages = list_pages(LocalizedSite(strip(register, 1), language, TEMPLATES, Links()))
    lists = (urls.LIST_SUCCINCT, urls.LIST_DETAILED)
    for path in (urls.INITIATIVES, urls.EXPLORE, urls.DASHBOARD, *lists):
        page = pages[path]()
        assert "1 initiatives" not in page.description + page.body, path


@pytest.mark.parametrize("is_offline", [False, True])
def test_the_home_page_leads_to_every_view_by_intention(
    register: Register, is_offline: bool
) -> None:
    site = LocalizedSite(register, "fr", TEMPLATES, Links())
    ways = list_ways(site, urls.HOME, is_offline=is_offline)
    links = {each["link"] for group in ways.values() for each in group}
    others = (urls.INITIATIVES, urls.GLOSSARY, urls.DATA, urls.METHOD, urls.ANOMALIES)
    expected = (*(path for path, _ in VIEWS), *others)
    assert {site.link(urls.HOME, path) for path in expected} <= links
    # The offline edition has no page of downloads.
    assert (site.link(urls.HOME, urls.DOWNLOAD) in links) != is_offline
