"""A Chromium that runs: the one named by CHROMIUM, Playwright's own, or one on the PATH."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from install.debian import find_cause
from install.part import InstallError, Part, list_installed

# First the headless shell: it loads a page with half of the work.
NAMES = (
    "chromium-headless-shell",
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
)
# Outside the PATH, where macOS and Windows put programs.
PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"%PROGRAMFILES%\Google\Chrome\Application\chrome.exe",
    r"%LOCALAPPDATA%\Google\Chrome\Application\chrome.exe",
    r"%LOCALAPPDATA%\Chromium\Application\chrome.exe",
)
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SECONDS = 60
DOWNLOAD_SECONDS = 900


def can_render(path: str) -> bool:
    """Return whether the browser at `path` really renders a page."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [path, *FLAGS, f"--user-data-dir={profile}", "--dump-dom", "data:text/html,ok"]
        try:
            result = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
        except (OSError, subprocess.TimeoutExpired):
            return False
    return result.returncode == 0 and b"ok" in result.stdout


def _list_candidates() -> Iterator[str]:
    if chosen := os.environ.get("CHROMIUM"):
        yield chosen
        return
    if own := _find_own():
        yield own
    yield from list_installed(NAMES, PLACES)


def _find_own() -> str | None:
    """Return the path of Playwright's own Chromium, None if it was not downloaded."""
    if find_driver() is None:
        return None
    # Imported here: with a browser named by CHROMIUM, Playwright's process is not needed.
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def find_driver() -> str | None:
    """Return the version of Playwright, None if the program that it starts does not run here."""
    command = [sys.executable, "-m", "playwright", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else None


def find_browser() -> str | None:
    """Return the path of a browser that renders, or None."""
    return next(filter(can_render, _list_candidates()), None)


def _download() -> None:
    """Download Playwright's own Chromium, which needs libraries that most desktops have."""
    if find_driver() is None:
        raise InstallError("Playwright's download needs its driver")
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=DOWNLOAD_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        minutes = DOWNLOAD_SECONDS // 60
        raise InstallError(f"Playwright's download did not end in {minutes} minutes") from None
    if done.returncode:
        raise InstallError(f"Playwright's download: {find_cause(done.stderr or done.stdout)}")


# A program of Playwright's own package, but for one library of the system.
DRIVER = Part(name="Playwright's driver", find=find_driver, packages=("libatomic1",))
BROWSER = Part(
    name="Chromium",
    find=find_browser,
    packages=("chromium-headless-shell",),
    fetch=_download,
    variable="CHROMIUM",
)
