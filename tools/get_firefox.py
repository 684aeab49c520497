"""Print the path of Firefox, installing Debian's package if need be.

In this order: the one named by FIREFOX, one on the PATH, Debian's package. If none can be had, says
so in one line and ends with status 1: tests never skip.
"""

import os
import shutil
import sys

from debian import install_packages

NAMES = ("firefox-esr", "firefox")
MESSAGE = (
    "No Firefox could be found or installed; install one, or name it in the environment variable "
    "FIREFOX."
)


def on_path() -> str | None:
    """Return the path of the first Firefox on the PATH, or None."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def find_firefox() -> str | None:
    """Return the path of Firefox, or None."""
    if path := os.environ.get("FIREFOX") or on_path():
        return shutil.which(path)
    return on_path() if install_packages("firefox-esr", "fonts-liberation") else None


def main() -> int:
    """Print Firefox's path; return the exit status."""
    path = find_firefox()
    print(path or MESSAGE, file=sys.stdout if path else sys.stderr)
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
