"""nginx, with the module that sends what is packed ahead as Brotli."""

import os
import shutil
from pathlib import Path

from install.part import Part

PATH = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin", "/usr/local/sbin"])
# Where Debian's packages put what the configuration of the tests names.
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
MIME_TYPES = Path("/etc/nginx/mime.types")


def find_nginx() -> str | None:
    """Return the path of nginx, or None."""
    return shutil.which("nginx", path=PATH) if BROTLI.exists() and MIME_TYPES.exists() else None


NGINX = Part(
    name="nginx with its Brotli module",
    find=find_nginx,
    packages=("nginx-light", "libnginx-mod-http-brotli-static"),
)
