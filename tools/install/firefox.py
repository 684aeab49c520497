"""Firefox: the one named by FIREFOX, or one on the PATH."""

import os
import shutil

from install.part import Part

NAMES = ("firefox-esr", "firefox")


def find_firefox() -> str | None:
    """Return the path of Firefox, or None."""
    chosen = os.environ.get("FIREFOX")
    return next(filter(None, map(shutil.which, [chosen] if chosen else NAMES)), None)


FIREFOX = Part(name="Firefox", find=find_firefox, packages=("firefox-esr",), variable="FIREFOX")
