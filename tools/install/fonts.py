"""The font that tests are written for: with another one pages are laid out a little differently."""

import shutil
import subprocess
import sys

from install.part import Part

FAMILY = "Liberation Sans"


def find_fonts() -> str | None:
    """Return the font's file, None if it is missing; Windows and macOS have fonts of their own."""
    if sys.platform in ("win32", "darwin"):
        return "the system's own"
    if (program := shutil.which("fc-list")) is None:
        return None
    done = subprocess.run([program, FAMILY], capture_output=True, text=True, check=False)
    return done.stdout.strip() or None


FONTS = Part(name=FAMILY, find=find_fonts, packages=("fontconfig", "fonts-liberation"))
