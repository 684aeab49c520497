"""Print the path of a Chromium that runs, fetching one if need be.

In this order: the one named by CHROMIUM, one on the PATH, Playwright's own download, Debian's
package. If none can be had, says so in one line and ends with status 1: tests never skip.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator

from debian import install_packages

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
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


def runs(path: str) -> bool:
    """Tell whether the browser at `path` really renders a page."""
    with tempfile.TemporaryDirectory() as profile:
        command = [path, *FLAGS, f"--user-data-dir={profile}", "--dump-dom", "data:text/html,ok"]
        try:
            result = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
        except (OSError, subprocess.TimeoutExpired):
            return False
    return result.returncode == 0 and b"ok" in result.stdout


def on_path() -> Iterator[str]:
    """Yield the browsers on the PATH."""
    for name in NAMES:
        if path := shutil.which(name):
            yield path


def playwright_path() -> str | None:
    """Return the path of Playwright's own Chromium, there or not yet."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def download_with_playwright() -> Iterator[str]:
    """Fetch Playwright's own Chromium, with its system libraries where that is allowed."""
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    if os.geteuid() == 0:
        command.insert(4, "--with-deps")
    try:
        done = subprocess.run(command, capture_output=True, timeout=600, check=False)
    except subprocess.TimeoutExpired:
        return
    if done.returncode == 0 and (path := playwright_path()):
        yield path


def install_with_apt() -> Iterator[str]:
    """Install Debian's Chromium and a font that covers French."""
    if install_packages("chromium", "fonts-liberation"):
        yield from on_path()


def find_browser() -> str | None:
    """Return the path of a browser that runs, or None."""
    if chosen := os.environ.get("CHROMIUM"):
        return chosen if runs(chosen) else None
    own = playwright_path()
    if own and os.path.exists(own) and runs(own):  # noqa: PTH110 - a path to hand on, not to use
        return own
    for source in (on_path, download_with_playwright, install_with_apt):
        for path in source():
            if runs(path):
                return path
    return None


def main() -> int:
    """Print the browser's path; return the exit status."""
    path = find_browser()
    if path is None:
        print(
            "No Chromium could be found, downloaded or installed; install one, or name it in "
            "the environment variable CHROMIUM.",
            file=sys.stderr,
        )
        return 1
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
