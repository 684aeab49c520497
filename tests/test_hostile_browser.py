"""The hostile register in a real Chromium: nothing runs, nothing asks another host for anything."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from static_server import serve
from support.hostile import GROUP, load_payloads

# What payloads call. It is there before any script of the page.
CANARY = "window.hostile = () => { window.hostileRan = true; console.error('HOSTILE TEXT RAN'); };"
# All that no page of ours has but hostile text would make.
FOREIGN = (
    "iframe:not([hidden]), iframe[src], iframe[srcdoc], object, embed, base, marquee, video, audio,"
    " math, plaintext, xmp, xss, style,"
    " [onerror], [onload], [onclick], [onfocus], [onmouseover], [ontoggle], [onbegin],"
    " [href^='javascript:' i], [href^='data:' i], [src^='data:' i], [action], svg script, svg image"
)
QUERIES = {False: ("script", "onerror"), True: ("javascript", "cycler")}
Visit = Callable[[str], Page]


@pytest.fixture(scope="module")
def hostile_address(hostile_site: Path) -> Iterator[str]:
    with serve(hostile_site) as address:
        yield address


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Open a page and look for foreign elements in it; complaints fail the test at its end."""
    context = browser.new_context()
    context.add_init_script(CANARY)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda m: m.type == "error" and complaints.append(f"{m.location}: {m.text}"))
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    page.on("dialog", lambda dialog: complaints.append(f"{page.url}: {dialog.message}"))
    page.on("popup", lambda popup: complaints.append(f"{page.url}: {popup.url}"))
    page.on(
        "request",
        lambda request: (
            request.url.startswith(("http://127.0.0.1:", "file://"))
            or complaints.append(f"{page.url}: asks for {request.url}")
        ),
    )

    def open_page(address: str) -> Page:
        page.goto(address, wait_until="domcontentloaded")
        foreign = page.locator(f"body :is({FOREIGN})").count()
        if foreign and "/dist/" not in address:
            complaints.append(f"{address}: {page.locator(f'body :is({FOREIGN})').first}")
        if page.evaluate("window.hostileRan === true || location.href === 'about:blank'"):
            complaints.append(f"{address}: hostile text ran")
        return page

    yield open_page
    page.wait_for_timeout(200)
    context.close()
    assert not complaints, "\n".join(complaints[:10])


def addresses(site: Path, root: str, language: str, part: int = 0, parts: int = 1) -> list[str]:
    """Return the addresses of a part of the pages of a language, without those that lead on."""
    files = (site / language).rglob("*.html")
    found = [path.relative_to(site).as_posix() for path in files if "former-" not in str(path)]
    return [f"{root}/{name}" for name in sorted(found)[part::parts]]


@pytest.mark.parametrize(("language", "part"), [("fr", 0), ("en", 1)])
def test_no_page_runs_hostile_text(
    visit: Visit, hostile_site: Path, hostile_address: str, language: str, part: int
) -> None:
    """Every list and view, which between them hold every payload, and a part of all other pages.

    The pages of entries and of facets are alike: what is on them, the next test parses.
    """
    pages = addresses(hostile_site, hostile_address, language)
    alike = [page for page in pages if page.count("/") > 5]
    assert len(alike) > len(load_payloads())
    for address in [page for page in pages if page not in alike] + alike[part * 10 :: 20]:
        visit(address)


def test_every_page_of_an_entry_is_parsed_as_written(
    visit: Visit, hostile_site: Path, hostile_address: str
) -> None:
    page = visit(f"{hostile_address}/fr/about/")
    pages = addresses(hostile_site, hostile_address, "fr", 0, 2)
    pages += addresses(hostile_site, hostile_address, "en", 1, 2)
    found = page.evaluate(
        """async ([addresses, foreign]) => {
          const found = [];
          for (const address of addresses) {
            const text = await (await fetch(address)).text();
            const parsed = new DOMParser().parseFromString(text, "text/html");
            if (parsed.body.querySelector(foreign)) found.push(address);
          }
          return found;
        }""",
        [pages, FOREIGN],
    )
    assert len(pages) > len(load_payloads())
    assert not found


def test_no_page_of_the_offline_edition_runs_hostile_text(visit: Visit, hostile_site: Path) -> None:
    folder = hostile_site.parent / "offline"
    root = folder.as_uri()
    visit(f"{root}/index.html")
    for address in addresses(folder, root, "fr", 0, 32) + addresses(folder, root, "en", 1, 64):
        visit(address)


def test_the_single_file_runs_no_hostile_text(visit: Visit, hostile_site: Path) -> None:
    # The English one differs from it in our words only.
    (file,) = (hostile_site.parent / "dist").glob("*-fr.html")
    page = visit(file.as_uri())
    foreign = FOREIGN.replace(" style,", "")
    assert page.locator(f"body :is({foreign})").count() == 0
    page.locator("#filter").fill("onerror")
    assert page.locator(".single__entry:not([hidden])").count() > GROUP


def test_a_former_address_leads_on(visit: Visit, hostile_address: str) -> None:
    page = visit(f"{hostile_address}/fr/initiatives/h12/")
    page.goto(f"{hostile_address}/fr/initiatives/former-h12/", wait_until="commit")
    page.wait_for_url("**/fr/initiatives/h12/")


@pytest.mark.parametrize("offline", [False, True], ids=["http", "file"])
def test_search_results_are_text(
    visit: Visit, hostile_site: Path, hostile_address: str, offline: bool
) -> None:
    root = (hostile_site.parent / "offline").as_uri() if offline else hostile_address
    for query in QUERIES[offline]:
        page = visit(f"{root}/fr/glossary{'.html' if offline else '/'}")
        page.locator("[data-md-component=search-query]").press_sequentially(query)
        results = page.locator(".md-search-result__item")
        results.first.wait_for()
        results.locator("a:visible").first.hover()
        foreign = f".md-search-result__item :is({FOREIGN}, img, script, form, input)"
        assert page.locator(foreign).count() == 0
        link = results.locator("a").first
        link.click()
        page.wait_for_load_state()
        assert not page.evaluate("window.hostileRan === true")


def test_addresses_cannot_bring_hostile_text(visit: Visit, hostile_address: str) -> None:
    """What stands after ? and # reaches the search box and the marks in the text."""
    for payload in load_payloads()[GROUP::40]:
        text = quote(payload)
        page = visit(f"{hostile_address}/en/initiatives/h12/?h={text}&q={text}#{text}")
        page.wait_for_timeout(60)
        assert page.locator(f"body :is({FOREIGN}, img)").count() == 0, payload
