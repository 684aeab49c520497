"""Programs, fonts and libraries of the system, each found where Debian's packages put it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from install.part import Part, list_installed
from offline.pdf_engine import PANGO_PACKAGES, describe_engine, has_harfbuzz_subsetter

FIREFOX_NAMES = ("firefox-esr", "firefox")
# Outside the PATH, where macOS and Windows put programs.
FIREFOX_PLACES = (
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    r"%PROGRAMFILES%\Mozilla Firefox\firefox.exe",
    r"%LOCALAPPDATA%\Mozilla Firefox\firefox.exe",
)
# One that the tests are written for, and a wide one for labels of drawings.
FAMILIES = ("Liberation Sans", "DejaVu Sans")
NGINX_PATH = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin", "/usr/local/sbin"])
# Where Debian's packages put what the configuration of the tests names.
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
MIME_TYPES = Path("/etc/nginx/mime.types")


def find_firefox() -> str | None:
    """Return the path of Firefox, the one named by FIREFOX or an installed one, or None."""
    if chosen := os.environ.get("FIREFOX"):
        return shutil.which(chosen)
    return next(list_installed(FIREFOX_NAMES, FIREFOX_PLACES), None)


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


def find_java() -> str | None:
    """Return the path of Java, which the Nu HTML checker is written in, or None."""
    return shutil.which("java")


def find_nginx() -> str | None:
    """Return the path of nginx, or None without the module that sends what is packed as Brotli."""
    is_whole = BROTLI.exists() and MIME_TYPES.exists()
    return shutil.which("nginx", path=NGINX_PATH) if is_whole else None


def find_pango() -> str | None:
    """Return names and versions of the libraries that set PDFs, None if one is missing."""
    engine = describe_engine()
    return engine if engine is not None and has_harfbuzz_subsetter(engine) else None


FIREFOX = Part(name="Firefox", find=find_firefox, packages=("firefox-esr",), variable="FIREFOX")
FONTS = Part(
    name=" and ".join(FAMILIES),
    find=find_fonts,
    packages=("fontconfig", "fonts-liberation", "fonts-dejavu-core"),
)
JAVA = Part(name="Java", find=find_java, packages=("default-jre-headless",))
NGINX = Part(
    name="nginx with its Brotli module",
    find=find_nginx,
    packages=("nginx-light", "libnginx-mod-http-brotli-static"),
)
PANGO = Part(name="Pango with HarfBuzz's subsetter", find=find_pango, packages=PANGO_PACKAGES)
