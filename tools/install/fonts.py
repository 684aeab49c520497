"""A font of the system, without which a browser shows nothing."""

import shutil
import subprocess
import sys

from install.part import Part


def find_fonts() -> str | None:
    """Return the fonts that there are, None if there is none."""
    if sys.platform in ("win32", "darwin"):
        return "the system's own"
    if (program := shutil.which("fc-list")) is None:
        return None
    done = subprocess.run([program, ":lang=fr"], capture_output=True, text=True, check=False)
    return done.stdout.strip() or None


FONTS = Part(name="a font for French", find=find_fonts, packages=("fontconfig", "fonts-liberation"))
