"""Print the path of nginx, installing Debian's packages if need be.

If there is none to be had, says so in one line and ends with status 1: tests never skip.
"""

import os
import shutil
import sys
from pathlib import Path

from debian import install_packages

PATH = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin", "/usr/local/sbin"])
PACKAGES = ("nginx-light", "libnginx-mod-http-brotli-static")
# Where Debian's package puts the module that sends what is packed ahead as Brotli.
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
MESSAGE = f"No nginx could be found or installed: install the packages {' and '.join(PACKAGES)}."


def find_nginx() -> str | None:
    """Return the path of nginx, or None."""
    if not (shutil.which("nginx", path=PATH) and BROTLI.exists()):
        install_packages(*PACKAGES)
    return shutil.which("nginx", path=PATH)


def main() -> int:
    """Print nginx's path; return the exit status."""
    path = find_nginx()
    print(path or MESSAGE, file=sys.stdout if path else sys.stderr)
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
