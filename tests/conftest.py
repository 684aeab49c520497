"""Fixtures: the register, one real build for all workers, a server, a real browser."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree, rmtree
from zipfile import ZipFile

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, Page, expect, sync_playwright
from xdist.remote import Producer

from build.unchanged import hash_files
from install.browser import FLAGS as BROWSER_FLAGS
from install.browser import find_browser
from offline.edition import make_offline
from offline.pdfs import INDEX, make_pdfs
from register.load import load_register
from register.model import LANGUAGES, Language
from register.register import Register
from servers.static_server import serve
from support.browser.explorer import Values, values_of
from support.browser.places import PLACES, Place
from support.browser.window import Window
from support.build import CACHE, REPOSITORY, ROOT, SITE_URL, TEMPLATES, build_site
from support.registers.hostile import build_hostile
from support.registers.hostile_browser import hostile_address, visit
from support.sharing_out import SharingOut, sort_tests
from website.localized_site import LocalizedSite
from website.urls import Links

__all__ = ["hostile_address", "visit"]  # fixtures of theirs

# The fixtures that `make test` installs programs and libraries for.
MACHINE = frozenset({"browser", "documents"})
# Playwright adds `--headless` by itself.
FLAGS = [flag for flag in BROWSER_FLAGS if flag != "--headless"]
# Two pages of the browser's own window, which nobody sees, take a second for every new context. Of
# two such switches the last counts: what Playwright's turns off is here again.
OFF = (
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup"),
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades"),
    *("HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "PaintHolding"),
    *("ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect"),
    *("OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled", "PreconnectToSearch"),
)
FLAGS.append(f"--disable-features={','.join(OFF)}")
# The pages of a context have one process: to start one takes as long as to load a page.
FLAGS.append("--renderer-process-limit=1")

# The offline edition and the preview know their addresses as the hosted site does.
os.environ |= {"SITE_URL": SITE_URL, "REPO_URL": REPOSITORY}

# However busy the machine is, no test fails by the clock: these are limits for what has died.
PATIENCE = 120_000  # milliseconds
expect.set_options(timeout=PATIENCE)
# Every run tries the same examples; `HYPOTHESIS_PROFILE=searching` looks for new ones, as the
# weekly workflow does.
for name, is_steady in (("steady", True), ("searching", False)):
    settings.register_profile(
        name,
        deadline=None,
        print_blob=True,
        derandomize=is_steady,
        suppress_health_check=[HealthCheck.too_slow],
    )
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


@pytest.fixture(scope="session")
def register() -> Register:
    """The real register."""
    return load_register(ROOT / "data")


@pytest.fixture(scope="session")
def sites(register: Register) -> dict[Language, LocalizedSite]:
    """The real register in each language."""
    return {
        language: LocalizedSite(register, language, TEMPLATES, Links(), SITE_URL)
        for language in LANGUAGES
    }


@pytest.fixture(scope="session")
def facts(register: Register) -> dict[str, Values]:
    """The values of every entry by id."""
    as_of = register.publication.as_of
    return {entry.id: values_of(entry, as_of) for entry in register.initiatives}


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers share."""
    folder = tmp_path_factory.getbasetemp()
    return folder.parent if os.environ.get("PYTEST_XDIST_WORKER") else folder


@pytest.fixture(scope="session")
def documents(shared: Path) -> Path:
    """The folder of the lists as PDF, made once for all workers, and kept for the next run.

    A PDF is made again when its source or the libraries have changed, or here the code.
    """
    folder = shared / "documents"
    code = hash_files([ROOT / "hooks" / "offline", ROOT / "hooks" / "build" / "process_pool.py"])
    kept = CACHE / "test-documents" / code[:16]
    with FileLock(CACHE / "test-documents.lock"):
        if not (folder / INDEX).exists():
            for other in kept.parent.glob("*"):
                if other != kept:
                    rmtree(other)
            assert make_pdfs(ROOT, kept), "no PDFs: run `make test`, which gets what they need"
            copytree(kept, folder)
    return folder


@pytest.fixture(scope="session")
def editions(shared: Path, documents: Path) -> Path:
    """The folder of the offline editions, packed once for all workers."""
    folder = shared / "dist"
    with FileLock(shared / "dist.lock"):
        if not (folder / "SHA256SUMS").exists():
            make_offline(ROOT, folder, shared / "offline", documents)
    return folder


@pytest.fixture(scope="session")
def unpacked(editions: Path, shared: Path) -> Path:
    """The offline edition unpacked where a reader might, spaces and accents in the path."""
    folder = shared / "Téléchargements d’été (1)"
    with FileLock(shared / "unpacked.lock"), ZipFile(next(editions.glob("*.zip"))) as archive:
        if not folder.exists():
            archive.extractall(folder)
    return next(folder.iterdir())


@pytest.fixture(scope="session")
def built_site(shared: Path, editions: Path, documents: Path) -> Path:
    """The site from one real strict build, which all workers share."""
    folder = shared / "site"
    with FileLock(shared / "site.lock"):
        if not (folder / "built").exists():
            result = build_site(folder, editions, DOCUMENTS=str(documents))
            assert result.returncode == 0, result.stdout + result.stderr
            (folder / "built").touch()
    return folder


@pytest.fixture(scope="session")
def hostile_site(shared: Path) -> Path:
    """The site of the hostile register, and in the folder beside it its offline editions."""
    folder = shared / "hostile" / "site"
    with FileLock(shared / "hostile.lock"):
        if not (shared / "hostile.built").exists():
            build_hostile(folder, shared / "hostile" / "dist", shared / "hostile" / "offline")
            (shared / "hostile.built").touch()
    return folder


@pytest.fixture(scope="session")
def site_address(built_site: Path) -> Iterator[str]:
    """The address at which the built site is served."""
    with serve(built_site) as address:
        yield address


@pytest.fixture(params=["http", "file"])
def root(request: pytest.FixtureRequest, site_address: str, unpacked: Path) -> str:
    """The address of the site or of the offline edition, without a last slash."""
    return site_address if request.param == "http" else unpacked.as_uri()


@pytest.fixture(params=PLACES, ids="-".join)
def place(request: pytest.FixtureRequest, site_address: str, unpacked: Path) -> Place:
    """The site in French, and the offline edition in English: see support/browser/places.py."""
    kind, language = request.param
    return Place(root=site_address if kind == "http" else unpacked.as_uri(), language=language)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium; there is no run without one."""
    path = find_browser()
    assert path, "no Chromium: run `make test`, which gets one"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        chromium.on("context", lambda context: context.set_default_timeout(PATIENCE))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def window(browser: Browser) -> Iterator[Window]:
    """A window whose pages know nothing of each other."""
    window = Window(browser)
    yield window
    window.close()


@pytest.fixture
def page(window: Window) -> Iterator[Page]:
    """A fresh page that fails the test on a console error or a request to another host."""
    complaints: list[str] = []

    def on_console(message: object) -> None:
        if getattr(message, "type", "") in {"error", "warning"}:
            complaints.append(f"console: {getattr(message, 'text', '')}")

    def on_request(request: object) -> None:
        url = getattr(request, "url", "")
        if not url.startswith(("http://127.0.0.1:", "file://", "data:", "blob:")):
            complaints.append(f"request to another host: {url}")

    with window.open_page() as page:
        page.on("console", on_console)
        page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        page.on("request", on_request)
        yield page
    assert not complaints, "\n".join(complaints)


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark what needs a browser or Pango, so that a machine without can run the rest."""
    if MACHINE.intersection(getattr(item, "fixturenames", ())):
        item.add_marker("machine")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put tests in the order in which workers get them."""
    sort_tests(items)


def pytest_collection_finish() -> None:
    """Let Python look for garbage rarely: a sixth of the time.

    What is loaded is not frozen: hypothesis would no longer find who refers to its random numbers.
    """
    gc.collect()
    gc.set_threshold(100_000, 20, 1000)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> SharingOut:
    """Share out tests between the workers."""
    return SharingOut(config, log)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the figures that tests measured, whichever worker ran them."""
    reports = [*terminalreporter.stats.get("passed", []), *terminalreporter.stats.get("failed", [])]
    figures = [
        value for report in reports for name, value in report.user_properties if name == "figures"
    ]
    if figures:
        terminalreporter.section("figures")
        for line in sorted(figures):
            terminalreporter.write_line(line)
