"""Whatever date the check accepts, every page and file is rendered."""

import json
from collections.abc import Mapping

import pytest

from exports.all_files import list_files
from offline.pdfs import find_epoch
from pages.all_pages import generate_pages
from pages.entries.citation import cite
from register.data_files import INITIATIVES, PUBLICATION
from register.load import build_register
from register.model import LANGUAGES, Language
from support.build import TEMPLATES
from support.registers.golden import sources
from website.localized_site import LocalizedSite
from website.urls import Links

SITE_URL = "https://a.example/"
DATE, END = 'date: "2024-05-01"', ', end: "2024-05-03"'


def make_sites(as_of: str, milestone: str) -> Mapping[Language, LocalizedSite]:
    """Return the sites of the golden register as of a date, with a milestone dated so."""
    texts = sources()
    for name, old, new in (
        (PUBLICATION, 'as_of: "2024-03-19"', f'as_of: "{as_of}"'),
        (INITIATIVES, DATE + END, milestone),
    ):
        assert old in texts[name]
        texts[name] = texts[name].replace(old, new)
    register = build_register(texts)
    return {
        language: LocalizedSite(register, language, TEMPLATES, Links(), SITE_URL)
        for language in LANGUAGES
    }


@pytest.mark.parametrize("as_of", ["2025", "2025-06", "2025-06-30", "1900", "2199-12-31"])
@pytest.mark.parametrize("milestone", ['date: "2024"', 'date: "2199-12", end: "2199-12-31"'])
def test_every_page_and_file_is_rendered(as_of: str, milestone: str) -> None:
    sites = make_sites(as_of, milestone)
    for site in sites.values():
        assert generate_pages(site)
    files = [file for file in list_files(sites, SITE_URL) if not file.path.endswith(".png")]
    assert all(file.to_bytes() for file in files)
    find_epoch(as_of)


@pytest.mark.parametrize(
    ("as_of", "month", "parts"),
    [
        ("2025", "", [2025]),
        ("2025-06", "  month = {6},\n", [2025, 6]),
        ("2025-06-30", "  month = {6},\n", [2025, 6, 30]),
    ],
)
def test_an_entry_is_cited_with_the_date_as_far_as_it_is_known(
    as_of: str, month: str, parts: list[int]
) -> None:
    site = make_sites(as_of, DATE)["en"]
    cited = cite(site, site.register.initiatives[0])
    assert f"  year = {{2025}},\n{month}  url" in cited["bibtex"]
    assert json.loads(cited["csl"])[0]["issued"]["date-parts"] == [parts]
    assert site.date(as_of) in cited["text"]
