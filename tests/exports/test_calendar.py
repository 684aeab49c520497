"""The calendar of milestones: read by a program for calendars."""

from dataclasses import replace
from pathlib import Path

import pytest
from icalendar import Calendar

from exports.feeds.calendar import to_calendar
from register.model import Bilingual, Language, Milestone
from register.register import Register
from support.build import TEMPLATES
from website.localized_site import LocalizedSite
from website.urls import Links

ENTRY = "cen"
MILESTONES = (
    Milestone(date="2024-03", state="done", text=Bilingual(fr="Essai", en="Trial")),
    Milestone(date="2024-05", state="planned", text=Bilingual(fr="Atelier", en="Workshop")),
    Milestone(date="2024-05", state="planned", text=Bilingual(fr="Atelier", en="Workshop")),
)


def list_uids(
    register: Register,
    *milestones: Milestone,
    language: Language = "en",
    site_url: str = "https://a.example/",
) -> list[str]:
    """Return the ids of the events of a register with one entry, which has these milestones."""
    entry = register.by_id[ENTRY].model_copy(update={"milestones": milestones})
    changed = replace(register, initiatives=(entry,))
    site = LocalizedSite(changed, language, TEMPLATES, Links())
    calendar = Calendar.from_ical(to_calendar(site, site_url))
    return [str(event["uid"]) for event in calendar.walk("VEVENT")]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_calendar_has_every_dated_milestone_and_keeps_no_one_busy(
    built_site: Path, register: Register, language: str
) -> None:
    calendar = Calendar.from_ical((built_site / language / "milestones.ics").read_bytes())
    events = list(calendar.walk("VEVENT"))
    dated = [m for entry in register.initiatives for m in entry.milestones if m.date]
    assert len(events) == len(dated)
    assert len({str(event["uid"]) for event in events}) == len(events)
    for event, milestone in zip(events, dated, strict=True):
        assert event.decoded("dtstart").isoformat().startswith(milestone.date)
        assert event.decoded("dtend") > event.decoded("dtstart")
        assert milestone.text[language] in str(event["summary"])
        assert event["transp"] == "TRANSPARENT"
        assert event["x-microsoft-cdo-busystatus"] == "FREE"


def test_an_event_keeps_its_id_when_others_come_and_its_date_moves(register: Register) -> None:
    first, workshop, again = MILESTONES
    before = list_uids(register, workshop)
    moved = workshop.model_copy(update={"date": "2025-01", "state": "done"})
    assert list_uids(register, first, moved)[1:] == before
    assert list_uids(register, workshop, again, first)[:1] == before


def test_no_two_events_share_an_id(register: Register) -> None:
    ids = list_uids(register, *MILESTONES) + list_uids(register, *MILESTONES, language="fr")
    assert len(set(ids)) == len(ids) == 6


def test_the_host_is_in_no_id(register: Register) -> None:
    here, there = (
        list_uids(register, *MILESTONES, site_url=site_url)
        for site_url in ("https://a.example/", "https://b.example/below/")
    )
    assert here == there
