"""The kept register in a real Firefox: with the line cut, through an update, and removed."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.browser.firefox import Firefox, run_firefox
from support.browser.keeping import ANSWERS, STORED, list_pages, make_next_edition
from support.line import Line

pytestmark = pytest.mark.unix

WORD = "Zenith"
RESULT = ".md-search-result__item"
# Whether a script of the page gets the documents of the next edition.
DOCUMENTS = "fetch('../search/documents.js').then((found) => found.text())" + (
    f".then((text) => text.includes('{WORD}'))"
)


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with run_firefox(tmp_path_factory.mktemp("firefox")) as browser:
        yield browser


def shows(part: str) -> str:
    """Return the condition that a part of the panel shows."""
    return f"document.querySelector('[data-keep-{part}]')?.checkVisibility()"


def title(text: str) -> str:
    return f"document.querySelector('h1')?.textContent.includes({json.dumps(text)})"


def test_from_the_first_tap_to_the_removal(
    firefox: Firefox, line: Line, small_site: Path, tmp_path: Path
) -> None:
    """In one go, as each step needs the one before."""
    take_first_edition(firefox, line, line.address)
    line.cut()
    read_without_a_network(firefox, line.address, small_site)
    line.folder = make_next_edition(small_site, tmp_path / "later", WORD)
    line.restore()
    firefox.open(f"{line.address}fr/about/")
    before = firefox.open_tab()
    take_next_edition(firefox, line.address)
    line.cut()
    check_both_tabs(firefox, line.address, before)
    line.restore()
    remove(firefox, line.address)
    own = [each for each in firefox.complaints if "keep" in each or "Policy" in each]
    assert not own, own


def take_first_edition(firefox: Firefox, line: Line, address: str) -> None:
    firefox.open(f"{address}fr/download/")
    firefox.click("[data-keep-change]")
    firefox.wait(shows("begin"))
    # A line that breaks in the middle.
    line.answers_left = 50
    firefox.click("[data-keep-begin]")
    firefox.wait(shows("continue"))
    assert firefox.ask(STORED) == [1, 0]
    line.restore()
    firefox.click("[data-keep-continue]")
    firefox.wait(f"{shows('kept')} && !{shows('progress')}")


def read_without_a_network(firefox: Firefox, address: str, small_site: Path) -> None:
    firefox.open(f"{address}en/about/")
    sizes = {f"{address}{name}": size for name, size in list_pages(small_site).items()}
    assert firefox.ask(f"({ANSWERS})({json.dumps(sizes)})") == []
    firefox.type("/", "geoportal")
    firefox.wait(f"document.querySelector('{RESULT}')?.textContent.includes('Geoportal')")
    firefox.open(f"{address}fr/explore/#phase=active")
    firefox.wait("document.querySelectorAll('table.entries tbody tr').length < 41")
    firefox.click(".site-header__language")
    firefox.arrive("location.pathname.endsWith('/en/explore/')")
    firefox.open(f"{address}fr/compare/#add=cen")
    firefox.wait("document.querySelector('[data-compare] th')")
    firefox.open(f"{address}fr/timeline/")
    firefox.wait("document.querySelector('svg.timeline__svg, .track__lanes')?.checkVisibility()")
    firefox.open(f"{address}en/glossary/")
    firefox.wait("document.querySelectorAll('main tr[id]').length > 20")
    firefox.open(f"{address}en/nowhere/")
    firefox.wait(title("not kept"))
    firefox.click("[data-kept=fr]")
    firefox.arrive("location.pathname.endsWith('/fr/')")


def take_next_edition(firefox: Firefox, address: str) -> None:
    firefox.open(f"{address}fr/download/")
    firefox.wait(shows("look"))
    firefox.click("[data-keep-look]")
    firefox.wait(shows("newer"))
    firefox.open(f"{address}fr/glossary/")
    assert not firefox.ask(title(WORD))
    firefox.open(f"{address}fr/download/")
    firefox.wait(shows("newer"))
    firefox.click("[data-keep-update]")
    firefox.wait("document.querySelector('[data-keep-kept]').textContent.includes('2 mai 2024')")


def check_both_tabs(firefox: Firefox, address: str, before: str) -> None:
    """A page that opens is of the next edition; the tab that was open `before` stays in its own."""
    firefox.open(f"{address}fr/glossary/")
    firefox.wait(title(WORD))
    assert firefox.ask(DOCUMENTS)
    panel = firefox.turn_to(before)
    assert not firefox.ask(DOCUMENTS)
    firefox.type("/", "colibri")
    firefox.wait(f"/colibri/i.test(document.querySelector('{RESULT}')?.textContent)")
    firefox.open(f"{address}fr/about/")
    firefox.wait(title(WORD))
    firefox.turn_to(panel)


def remove(firefox: Firefox, address: str) -> None:
    firefox.open(f"{address}fr/download/")
    firefox.wait(shows("remove"))
    firefox.click("[data-keep-remove]")
    firefox.wait(shows("remove-now"))
    firefox.click("[data-keep-remove-now]")
    firefox.wait("document.querySelector('[data-keep-said]').textContent.includes('retiré')")
    assert firefox.ask(STORED) == [0, 0]
