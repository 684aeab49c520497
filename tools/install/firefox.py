"""Firefox: the one named by FIREFOX, or one on the PATH."""

import os
import shutil

from install.part import Part, list_installed

NAMES = ("firefox-esr", "firefox")
# Outside the PATH, where macOS and Windows put programs.
PLACES = (
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    r"%PROGRAMFILES%\Mozilla Firefox\firefox.exe",
    r"%LOCALAPPDATA%\Mozilla Firefox\firefox.exe",
)


def find_firefox() -> str | None:
    """Return the path of Firefox, or None."""
    if chosen := os.environ.get("FIREFOX"):
        return shutil.which(chosen)
    return next(list_installed(NAMES, PLACES), None)


FIREFOX = Part(name="Firefox", find=find_firefox, packages=("firefox-esr",), variable="FIREFOX")
