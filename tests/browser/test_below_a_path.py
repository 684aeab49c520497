"""A site below a path of another host, in a real Chromium."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from build.security_headers import HEADERS
from servers.static_server import serve
from support.browser.keeping import keep
from support.build import build_site
from support.line import hold_line

pytestmark = pytest.mark.unix

BOX = "[data-md-component=search-query]"


@pytest.fixture(scope="module")
def host_folder(documents: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a host that has the site below a path."""
    folder = tmp_path_factory.mktemp("host")
    site_url = "https://someone.example/wco/data/"
    site = folder / "wco" / "data"
    built = build_site(site, folder / "none", SITE_URL=site_url, DOCUMENTS=str(documents))
    assert built.returncode == 0, built.stdout + built.stderr
    return folder


def test_a_site_below_a_path_works_where_nobody_sets_headers(page: Page, host_folder: Path) -> None:
    """As on GitHub Pages and GitLab Pages: the policy in the pages is at work."""
    folder = host_folder / "wco" / "data"
    with serve(host_folder) as host:
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


def test_a_site_below_a_path_is_kept_and_leaves_its_neighbours_alone(
    page: Page, host_folder: Path
) -> None:
    (host_folder / "index.html").write_text("<title>Another site</title>")
    with hold_line(host_folder, "/wco/data/") as line:
        host = line.address.removesuffix("wco/data/")
        keep(page, line.address, "en", only="en")
        page.goto(host)
        expect(page).to_have_title("Another site")
        assert page.evaluate("navigator.serviceWorker.controller") is None
        line.cut()
        page.goto(f"{line.address}en/glossary/")
        expect(page.locator("h1")).to_have_text("Glossary")
        page.goto(f"{line.address}en/nowhere/at/all/")
        expect(page.locator("h1")).to_contain_text("not kept")
        page.locator("[data-kept=en]").click()
        expect(page).to_have_url(f"{line.address}en/")
