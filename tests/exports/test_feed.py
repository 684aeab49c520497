"""The feed of changes: read by a program for feeds."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import feedparser
import pytest

from exports.feeds.feed import list_feed_items, to_atom
from register.model import Language
from register.register import Register
from support.build import SITE_URL, TEMPLATES
from website.localized_site import LocalizedSite
from website.urls import Links


def make_site(register: Register, language: Language = "en", **edition: Any) -> LocalizedSite:
    """Return a site whose newest list is changed by `edition`."""
    newest, *others = register.editions
    editions = (newest.model_copy(update=edition), *others)
    return LocalizedSite(replace(register, editions=editions), language, TEMPLATES, Links())


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_feed_is_valid_and_its_ids_are_unique(
    built_site: Path, register: Register, language: str
) -> None:
    feed = feedparser.parse((built_site / language / "changes.xml").read_bytes())
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.feed.language == language
    ids = [item.id for item in feed.entries]
    assert len(ids) == len(set(ids)) == len(register.editions) * (1 + len(register.initiatives))
    for item in feed.entries:
        assert item.published_parsed
        assert item.updated_parsed >= item.published_parsed
        assert item.link.startswith(f"{SITE_URL}{language}/")


def test_ids_hold_no_host_and_differ_by_language(sites: Mapping[Language, LocalizedSite]) -> None:
    def ids(language: Language, site_url: str) -> list[str]:
        feed = feedparser.parse(to_atom(sites[language], site_url))
        return [feed.feed.id, *(item.id for item in feed.entries)]

    assert ids("fr", "https://a.example/") == ids("fr", "https://b.example/below/")
    assert not set(ids("fr", "https://a.example/")) & set(ids("en", "https://a.example/"))


def test_a_list_entered_late_is_news_on_that_day(register: Register) -> None:
    site = make_site(register, entered="2031-05-02")
    newest = list_feed_items(site, SITE_URL)[0]
    assert (newest.published, newest.updated) == ("2031-05-02T00:00:00Z",) * 2


def test_a_corrected_list_is_updated_and_stays_the_same_item(register: Register) -> None:
    before = list_feed_items(make_site(register), SITE_URL)[0]
    after = list_feed_items(make_site(register, corrected="2032-07"), SITE_URL)[0]
    assert (after.id, after.published) == (before.id, before.published)
    assert after.updated == "2032-07-01T00:00:00Z"
