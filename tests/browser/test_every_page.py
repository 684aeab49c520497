"""Every page of both editions in a real Chromium: each is visited once, for all questions."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from register.model import LANGUAGES
from servers.nginx_server import serve_with_nginx
from support.browser.axe import SCHEMES
from support.browser.pages import KINDS, list_different_pages
from support.browser.visits import Visit, visit_pages
from support.browser.widths import measure_widths


@pytest.fixture(scope="module", params=["http-fr", "http-en", "file"])
def visits(
    request: pytest.FixtureRequest, browser: Browser, built_site: Path, unpacked: Path
) -> dict[str, Visit]:
    """The visits to the pages of a language, or to those of the offline edition, by their names.

    Texts, styles and scripts of the two editions are the same, so that the offline one, with its
    links between files, is visited by turns: one page in French, the next in English.
    """
    edition, _, language = request.param.partition("-")
    if edition == "file":
        both = (list_different_pages(unpacked / each) for each in LANGUAGES)
        files = [pair[at % 2] for at, pair in enumerate(zip(*both, strict=True))]
        files.insert(0, unpacked / "index.html")
        addresses = {path.relative_to(unpacked).as_posix(): path.as_uri() for path in files}
        return visit_pages(browser, addresses, {}, offline=True)
    files = [built_site / "index.html", *list_different_pages(built_site / language)]
    names = [path.relative_to(built_site).as_posix().removesuffix("index.html") for path in files]
    kinds = ["", *(f"{language}/{path}" for path in KINDS.values())]
    # What is light in one language is dark in the other.
    first = LANGUAGES.index(language)
    schemes = {name: SCHEMES[(first + at) % 2] for at, name in enumerate(kinds)}
    with serve_with_nginx(built_site) as address:
        addresses = {name: f"{address}/{name}" for name in (*names, *kinds)}
        return visit_pages(browser, addresses, schemes, offline=False)


def test_no_page_complains_or_asks_another_host_for_anything(visits: dict[str, Visit]) -> None:
    complaints = [each for visit in visits.values() for each in visit.complaints]
    assert len(visits) > 70
    assert not complaints, "\n".join(complaints[:10])


def test_no_page_scrolls_sideways_at_320_pixels(visits: dict[str, Visit]) -> None:
    assert {name: visit.width for name, visit in visits.items() if visit.width > 320} == {}


@pytest.mark.parametrize("visits", ["http-fr", "http-en"], indirect=True)
def test_axe_finds_nothing(visits: dict[str, Visit]) -> None:
    asked = {name: visit.axe for name, visit in visits.items() if visit.axe is not None}
    assert len(asked) == len(KINDS) + 1
    complaints = [f"{name}: {each}" for name, found in asked.items() for each in found]
    assert not complaints, "\n".join(complaints)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_nothing_scrolls_sideways_without_scripts(
    browser: Browser, site_address: str, built_site: Path, language: str
) -> None:
    page = browser.new_page()
    page.goto(f"{site_address}/robots.txt")
    addresses = [
        f"/{file.relative_to(built_site).as_posix().removesuffix('index.html')}"
        for file in list_different_pages(built_site / language)
    ]
    for address, found in measure_widths(page, addresses, [320], with_scripts=False).items():
        assert not found.ran_scripts, address
        assert not found.too_wide, address
    page.context.close()
