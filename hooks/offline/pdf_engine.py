"""The system libraries by which WeasyPrint lays out text and subsets fonts."""

import subprocess
import sys

from register.messages import say

PANGO_PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
NO_PANGO = say("no-pango", packages=" ".join(PANGO_PACKAGES))
# Without HarfBuzz's subsetter, WeasyPrint subsets fonts with fontTools.
_PROBE = """
import warnings
warnings.simplefilter("ignore")
from importlib.metadata import version
from weasyprint.text.ffi import ffi, harfbuzz, harfbuzz_subset, pango
ffi.cdef("const char *hb_version_string(void); const char *pango_version_string(void);")
text = ffi.string(harfbuzz.hb_version_string()).decode()
by_harfbuzz = harfbuzz_subset and harfbuzz.hb_version_atleast(4, 1, 0)
subsetter = f"HarfBuzz {text}" if by_harfbuzz else f"fontTools {version('fonttools')}"
print(f"Pango {ffi.string(pango.pango_version_string()).decode()}, HarfBuzz {text}, {subsetter}")
"""
_SECONDS = 120


def describe_engine() -> str | None:
    """Return names and versions of the libraries that a PDF's bytes depend on, in a line.

    The last part names the subsetter. None if WeasyPrint finds no Pango. The libraries are looked
    for in a process of its own: a process looks only once, and they may be installed later.
    """
    command = [sys.executable, "-c", _PROBE]
    done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
    return done.stdout.decode().strip() if done.returncode == 0 else None


def has_harfbuzz_subsetter(engine: str) -> bool:
    """Return whether the `engine`, as described above, subsets fonts with HarfBuzz."""
    return ", fontTools" not in engine
