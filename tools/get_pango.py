"""See that WeasyPrint finds Pango, the system library that sets its text; get it if need be.

Where it is missing, tries Debian's packages, as root or with sudo. If it cannot be had, says so in
one line and ends with status 1.
"""

import subprocess
import sys

from debian import install_packages

PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
MESSAGE = (
    "No PDFs: WeasyPrint needs the system library Pango; install it "
    f"(on Debian: apt-get install {' '.join(PACKAGES)})."
)


def has_pango() -> bool:
    """Tell whether WeasyPrint loads, in a process of its own: it looks for Pango only once."""
    command = [sys.executable, "-c", "import weasyprint"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def get_pango() -> bool:
    """Tell whether Pango is there, after trying to install it."""
    if not has_pango():
        install_packages(*PACKAGES)
    return has_pango()


def main() -> int:
    """Return the exit status."""
    if get_pango():
        return 0
    print(MESSAGE, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
