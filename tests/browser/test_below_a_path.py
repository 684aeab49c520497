"""A site below a path of another host, in a real Chromium."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from build.security_headers import HEADERS
from servers.static_server import serve
from support.build import build_site

pytestmark = pytest.mark.unix

BOX = "[data-md-component=search-query]"


def test_a_site_below_a_path_works_where_nobody_sets_headers(
    page: Page, documents: Path, tmp_path: Path
) -> None:
    """As on GitHub Pages and GitLab Pages: the policy in the pages is at work."""
    folder = tmp_path / "host" / "wco" / "data"
    site_url = "https://someone.example/wco/data/"
    built = build_site(folder, tmp_path / "none", SITE_URL=site_url, DOCUMENTS=str(documents))
    assert built.returncode == 0, built.stdout + built.stderr
    with serve(tmp_path / "host") as host:
        for name in ("", "fr/", "en/initiatives/cen/", "fr/explore/", "404.html", "fr/404.html"):
            answer = page.goto(f"{host}/wco/data/{name}")
            assert answer is not None
            assert answer.ok
            assert not set(HEADERS) & {header.title() for header in answer.headers}
            policy = page.locator("meta[http-equiv=Content-Security-Policy]")
            expect(policy).to_have_attribute("content", re.compile("default-src 'none'"))
        page.goto(f"{host}/wco/data/404.html")
        page.locator(".not-found a:visible").first.click()
        expect(page).to_have_url(re.compile(r"/wco/data/(fr|en)/"))
        page.locator(BOX).press_sequentially("colibri")
        page.locator(".md-search-result__item a", has_text="olibri").first.click()
        expect(page).to_have_url(re.compile(r"/wco/data/fr/initiatives/"))
        page.locator(".site-header__language").click()
        expect(page).to_have_url(re.compile(r"/wco/data/en/initiatives/"))
        page.wait_for_load_state("networkidle")
    for path in folder.rglob("*.html"):
        text = path.read_text("utf-8")
        assert "wco-data-initiatives.example" not in text, path
