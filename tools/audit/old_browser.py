"""Chromium 109, the last for Windows 7 and 8.1: npm's @sparticuz/chromium, which runs on Linux."""

import io
import platform
import sys
import tarfile
from pathlib import Path

import brotli

from audit.packages import MissingToolError

FLAGS = (
    "--no-sandbox",
    # Its build has no other processes.
    *("--single-process", "--no-zygote", "--in-process-gpu"),
    *("--use-gl=angle", "--use-angle=swiftshader", "--disable-dev-shm-usage"),
)


def unpack_browser(packages: Path) -> Path:
    """Unpack the browser beside its package, once; return its path."""
    if sys.platform != "linux" or platform.machine() != "x86_64":
        raise MissingToolError("Chromium 109 runs on Linux on 64-bit Intel or AMD processors only")
    folder = packages / "@sparticuz" / "chromium" / "bin"
    program = folder / "chromium"
    if not program.exists():
        libraries = brotli.decompress((folder / "swiftshader.tar.br").read_bytes())
        with tarfile.open(fileobj=io.BytesIO(libraries)) as archive:
            archive.extractall(folder, filter="data")
        whole = folder / "chromium.part"
        whole.write_bytes(brotli.decompress((folder / "chromium.br").read_bytes()))
        whole.chmod(0o755)
        whole.rename(program)
    return program
