"""The fonts of the tests: one that they are written for, and a wide one for labels of drawings."""

import shutil
import subprocess
import sys

from install.part import Part

FAMILIES = ("Liberation Sans", "DejaVu Sans")


def find_fonts() -> str | None:
    """Return the files of the fonts, None if one is missing; Windows and macOS have their own."""
    if sys.platform in ("win32", "darwin"):
        return "the system's own"
    if (program := shutil.which("fc-list")) is None:
        return None
    found = [
        subprocess.run([program, family], capture_output=True, text=True, check=False).stdout
        for family in FAMILIES
    ]
    return "".join(found).strip() if all(found) else None


FONTS = Part(
    name=" and ".join(FAMILIES),
    find=find_fonts,
    packages=("fontconfig", "fonts-liberation", "fonts-dejavu-core"),
)
