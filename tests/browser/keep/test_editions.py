"""From one kept edition to the next: offered, fetched beside it, swapped whole; and the way out."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from assets.script_bundles import REMOVAL_WORKER, join_scripts, name_part
from pages.all_pages import list_redirects
from register.register import Register
from support.browser.keeping import (
    STORED,
    keep,
    make_next_edition,
    wait_for,
    wait_until_kept,
    watch_for_errors,
)
from support.build import ROOT
from support.line import Line
from website.localized_site import LocalizedSite
from website.templates import make_templates
from website.urls import Links

pytestmark = pytest.mark.unix

WORD = "Zenith"
FILES = "caches.open('kept / files').then((cache) => cache.keys()).then((keys) => keys.length)"
FORMER = "fr/initiatives/old-cen/index.html"
# What a script of the page gets when it asks for the search's documents.
DOCUMENTS = "fetch('../search/documents.js').then((answer) => answer.text())"
# Let the stored editions take turns; nothing is cleaned up meanwhile.
SWAP_WITHOUT_END = """
async () => {
  navigator.locks.request("kept / lock", () => new Promise(() => {}));
  const cache = await caches.open("kept / state");
  const requests = await cache.keys();
  const ids = requests.map(({ url }) => url.split("/editions/")[1]).filter(Boolean);
  const { url } = requests.find((request) => request.url.endsWith("/current"));
  const current = await (await cache.match(url)).json();
  async function swap() {
    for (let turn = 0; ; turn += 1) {
      const next = { ...current, id: ids[turn % ids.length] };
      await cache.put(url, new Response(JSON.stringify(next)));
    }
  }
  swap();
  return ids.length;
}
"""


@pytest.fixture(scope="module")
def later(small_site: Path, register: Register, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A later edition of the built site: three files differ, and an entry has a former address."""
    renamed = register.by_id["cen"].model_copy(update={"former_ids": ("old-cen",)})
    alone = replace(register, initiatives=(renamed,))
    site = LocalizedSite(alone, "fr", make_templates(ROOT / "templates"), Links())
    (script,) = small_site.glob("assets/js-*/redirect.js")
    (former,) = list_redirects(site, script.relative_to(small_site).as_posix())
    assert former.path == FORMER
    folder = tmp_path_factory.mktemp("later") / "site"
    return make_next_edition(small_site, folder, WORD, {FORMER: str(former.render())})


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


def look_again(page: Page) -> None:
    """Let an hour pass, after which a page looks for a newer edition."""
    page.evaluate("__md_set('keep-newer', null)")


def test_a_new_edition_is_offered_and_swapped_in_whole(
    context: BrowserContext, line: Line, later: Path
) -> None:
    page, tab = context.new_page(), context.new_page()
    errors = watch_for_errors(page) + watch_for_errors(tab)
    keep(page, line.address)
    files = page.evaluate(FILES)
    tab.goto(f"{line.address}fr/about/")
    line.folder = later
    look_again(tab)
    # The kept edition comes first, though the site has another one.
    page.goto(f"{line.address}fr/glossary/")
    expect(page.locator("h1")).to_have_text("Glossaire")
    bar = page.locator(".keep-bar")
    expect(bar).to_contain_text("informations au 2 mai 2024")
    expect(page.locator("[data-keep-link]")).to_have_text("Nouvelle édition du registre")
    bar.locator("a").click()
    expect(page.locator("[data-keep-newer]")).to_contain_text("2 mai 2024")
    line.paths.clear()
    page.locator("[data-keep-update]").click()
    wait_until_kept(page)
    expect(page.locator("[data-keep-said]")).to_contain_text("La nouvelle édition est en place")
    expect(page.locator("[data-keep-kept]")).to_contain_text("2 mai 2024")
    # Browsers ask for the worker's script whenever they like.
    changed = [path for path in line.paths if not path.startswith(("/keep/", "/sw.js"))]
    assert sorted(changed) == [
        "/fr/about/",
        "/fr/glossary/",
        "/fr/initiatives/old-cen/",
        "/fr/search/documents.js",
    ]
    check_tabs(page, tab, line, files)
    assert not errors, errors


def check_tabs(page: Page, tab: Page, line: Line, files: int) -> None:
    """The tab that is open stays in its edition with all that it loads; the next page is new."""
    assert WORD not in tab.evaluate(DOCUMENTS)
    line.cut()
    # Browsers end a worker when they like; what it knew is not lost with it.
    session = tab.context.new_cdp_session(tab)
    session.send("ServiceWorker.enable")
    session.send("ServiceWorker.stopAllWorkers")
    assert WORD not in tab.evaluate(DOCUMENTS)
    tab.locator("[data-md-component=search-query]").press_sequentially("colibri")
    expect(tab.locator(".md-search-result__item").first).to_contain_text("olibri")
    page.goto(f"{line.address}fr/glossary/")
    expect(page.locator("h1")).to_have_text(f"Glossaire {WORD}")
    assert WORD in page.evaluate(DOCUMENTS)
    assert WORD not in tab.evaluate(DOCUMENTS)
    assert page.evaluate(FILES) == files + 4
    page.goto(f"{line.address}fr/initiatives/old-cen/?h=x#status")
    expect(page).to_have_url(f"{line.address}fr/initiatives/cen/?h=x#status")
    expect(page.locator("#status")).to_be_visible()
    tab.reload()
    expect(tab.locator("h1")).to_contain_text(WORD)
    assert WORD in tab.evaluate(DOCUMENTS)
    # Nothing needs the former edition any more, and the next clean-up frees its space.
    for path in ("fr/method/", "fr/download/", "fr/about/"):
        page.goto(f"{line.address}{path}")
        expect(page.locator("[data-keep-link]")).to_contain_text("2 mai 2024")
    wait_for(page, f"{FILES}.then((count) => count === {files + 1})")


def test_pages_that_open_while_editions_are_swapped_are_of_one(
    context: BrowserContext, line: Line, later: Path
) -> None:
    """Another tab swaps them without end: what a page shows and loads is never of two."""
    page, tab = context.new_page(), context.new_page()
    keep(page, line.address, only="fr")
    tab.goto(f"{line.address}fr/about/")
    line.folder = later
    page.locator("[data-keep-look]").click()
    page.locator("[data-keep-update]").click()
    expect(page.locator("[data-keep-said]")).to_contain_text("La nouvelle édition est en place")
    assert page.evaluate(SWAP_WITHOUT_END) == 2
    seen: list[bool] = []
    while len(seen) < 12 or len(set(seen)) < 2:
        tab.goto(f"{line.address}fr/{('about', 'glossary')[len(seen) % 2]}/")
        seen.append(WORD in tab.locator("h1").inner_text())
        assert (WORD in tab.evaluate(DOCUMENTS)) is seen[-1]


def test_until_the_new_edition_is_whole_the_kept_one_stays(
    context: BrowserContext, line: Line, later: Path
) -> None:
    page = context.new_page()
    keep(page, line.address, "en", only="fr")
    line.folder = later
    page.locator("[data-keep-look]").click()
    expect(page.locator("[data-keep-newer]")).to_contain_text("2 May 2024")
    # The line breaks at the last of its files.
    line.before = lambda path: setattr(line, "answers_left", 0 if "documents.js" in path else None)
    page.locator("[data-keep-update]").click()
    expect(page.locator("[data-keep-continue]")).to_be_visible()
    expect(page.locator("[data-keep-kept]")).to_contain_text("19 March 2024")
    line.before = lambda path: None
    line.cut()
    page.goto(f"{line.address}fr/about/")
    expect(page.locator("h1")).to_have_text("À propos")
    line.restore()
    page.goto(f"{line.address}en/download/")
    wait_until_kept(page)
    expect(page.locator("[data-keep-kept]")).to_contain_text("2 May 2024")
    page.goto(f"{line.address}fr/about/")
    expect(page.locator("h1")).to_contain_text(WORD)


def test_the_offer_of_a_new_edition_can_wait(
    context: BrowserContext, line: Line, later: Path
) -> None:
    page = context.new_page()
    keep(page, line.address, "en")
    line.folder = later
    look_again(page)
    page.goto(f"{line.address}en/")
    page.locator(".keep-bar button").click()
    expect(page.locator(".keep-bar")).to_have_count(0)
    page.goto(f"{line.address}en/about/")
    expect(page.locator("[data-keep-link]")).to_have_text("New edition of the register")
    expect(page.locator(".keep-bar")).to_have_count(0)


def test_the_latest_edition_is_said_to_be_so(context: BrowserContext, line: Line) -> None:
    page = context.new_page()
    keep(page, line.address, "en", only="en")
    page.locator("[data-keep-look]").click()
    expect(page.locator("[data-keep-said]")).to_have_text("The kept edition is the latest.")
    line.cut()
    page.locator("[data-keep-look]").click()
    expect(page.locator("[data-keep-said]")).to_contain_text("does not answer")


def test_what_is_kept_can_be_changed(context: BrowserContext, line: Line) -> None:
    page = context.new_page()
    keep(page, line.address, "en")
    before = page.evaluate(FILES)
    page.locator("[data-keep-change]").click()
    page.locator("[data-keep-offer] input[name=fr]").uncheck()
    page.locator("[data-keep-begin]").click()
    expect(page.locator("[data-keep-kept]")).not_to_contain_text("French")
    expect(page.locator("[data-keep-kept]")).to_contain_text("pages in English")
    page.goto(f"{line.address}en/about/")
    page.goto(f"{line.address}en/download/")
    wait_for(page, f"{FILES}.then((count) => count < {before})")


def test_the_kill_switch_removes_everything(
    context: BrowserContext, line: Line, small_site: Path, tmp_path: Path
) -> None:
    """As where KEEP=off was built, or only its sw.js put in the place of the other."""
    page = context.new_page()
    errors = watch_for_errors(page)
    keep(page, line.address, only="fr")
    page.goto(f"{line.address}fr/about/")
    assert page.evaluate(STORED) == [2, 1]
    parts = [(ROOT / "docs" / name_part(part)).read_text("utf-8") for part in REMOVAL_WORKER]
    off = tmp_path / "off"
    off.mkdir()
    for each in small_site.iterdir():
        if each.name != "sw.js":
            (off / each.name).symlink_to(each)
    (off / "sw.js").write_text(join_scripts(parts), "utf-8")
    line.folder = off
    # Browsers look for another worker when a page opens.
    page.goto(f"{line.address}fr/method/")
    page.evaluate("navigator.serviceWorker.getRegistration().then((each) => each?.update())")
    # The page is loaded again, from the network.
    wait_for(page, "navigator.serviceWorker.controller === null")
    page.wait_for_load_state()
    assert page.evaluate(STORED) == [0, 0]
    line.paths.clear()
    page.goto(f"{line.address}fr/about/")
    assert "/fr/about/" in line.paths
    assert not errors, errors
