"""The former address of an entry leads to the present one, with query and anchor."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from pages.all_pages import list_pages, list_redirects
from pages.single_file import render_single_file
from register.model import Language
from register.register import Register
from servers.static_server import serve
from support.build import ROOT, TEMPLATES
from website.limits import Limits
from website.localized_site import LocalizedSite
from website.urls import Links


@pytest.fixture(params=["http", "file"])
def former(
    request: pytest.FixtureRequest, register: Register, tmp_path: Path, language: Language
) -> str:
    """The address of a page that was that of another id."""
    renamed = register.by_id["cen"].model_copy(update={"former_ids": ("old-cen",)})
    links = Links(directory_urls=request.param == "http")
    alone = replace(register, initiatives=(renamed,))
    site = LocalizedSite(alone, language, TEMPLATES, links)
    (redirect,) = list_redirects(site)
    script = (ROOT / "docs" / "assets" / "js" / "site" / "redirect.js").read_text("utf-8")
    texts = {
        redirect.path: str(redirect.render()),
        links.file(f"{language}/initiatives/cen"): '<!doctype html><h2 id="status">Status</h2>',
        "assets/js/redirect.js": script,
        "assets/favicon.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    }
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    address = links.url(f"{language}/initiatives/old-cen")
    if request.param == "file":
        return f"{tmp_path.as_uri()}/{address}"
    server = serve(tmp_path)
    request.addfinalizer(lambda: server.__exit__(None, None, None))
    return f"{server.__enter__()}/{address}"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_query_and_anchor_go_along(page: Page, former: str) -> None:
    page.goto(f"{former}?h=customs%20data#status")
    expect(page.locator("#status")).to_be_visible()
    present = former.replace("old-cen", "cen")
    assert page.url == f"{present}?h=customs%20data#status"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_without_javascript_it_leads_to_the_page(browser: Browser, former: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(former)
    expect(page.locator("#status")).to_be_visible()
    assert page.url == former.replace("old-cen", "cen")
    context.close()


def test_on_a_divided_page_an_anchor_of_old_leads_on_to_the_part_that_has_it(
    page: Page, register: Register, tmp_path: Path
) -> None:
    links, limits = Links(directory_urls=False), Limits(terms=20, milestones=10)
    site = LocalizedSite(register, "fr", TEMPLATES, links, limits=limits)
    entry = next(entry for entry in register.initiatives if entry.milestones)
    script = (ROOT / "docs" / "assets" / "js" / "site" / "parts.js").read_text("utf-8")
    for path, render in list_pages(site).items():
        if path.startswith(("glossary", "timeline")):
            made = render()
            run = f"<script>{script}</script>" if made.scripts else ""
            file = tmp_path / links.file(path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"<!doctype html><meta charset=utf-8>{made.body}{run}", "utf-8")
    for whole, anchor in (("glossary", "cug"), ("timeline", f"{entry.id}-milestone-1")):
        page.goto("about:blank")
        page.goto(f"{(tmp_path / whole).as_uri()}.html#{anchor}")
        expect(page).to_have_url(re.compile(f"/{whole}/.*html#{anchor}$"))
        expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_in_the_single_file_a_former_anchor_opens_the_entry(
    page: Page, register: Register, language: Language, tmp_path: Path
) -> None:
    entries = tuple(
        entry.model_copy(update={"former_ids": ("old-cen", "older-cen")})
        if entry.id == "cen"
        else entry
        for entry in register.initiatives
    )
    renamed = replace(register, initiatives=entries)
    parts = {"style": "", "script": "", "search_data": "{}"}
    text = render_single_file(renamed, language, TEMPLATES, parts, "")
    file = tmp_path / "register.html"
    file.write_text(text, encoding="utf-8")
    for former in ("old-cen", "older-cen"):
        page.goto("about:blank")
        page.goto(f"{file.as_uri()}#{former}-top")
        expect(page.locator("#cen-top")).to_be_in_viewport()
