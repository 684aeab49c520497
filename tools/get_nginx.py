"""Print the path of nginx, installing Debian's package if need be.

If there is none to be had, says so in one line and ends with status 1: tests never skip.
"""

import os
import shutil
import sys

from debian import install_packages

PATH = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin", "/usr/local/sbin"])
MESSAGE = "No nginx could be found or installed: install the package nginx-light."


def find_nginx() -> str | None:
    """Return the path of nginx, or None."""
    if path := shutil.which("nginx", path=PATH):
        return path
    return shutil.which("nginx", path=PATH) if install_packages("nginx-light") else None


def main() -> int:
    """Print nginx's path; return the exit status."""
    path = find_nginx()
    print(path or MESSAGE, file=sys.stdout if path else sys.stderr)
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
