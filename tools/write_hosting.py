"""Write hosting/nginx/headers.conf from the one place that says what the headers are."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from build.security_headers import write_nginx_headers  # noqa: E402 - the hooks folder is not a package

TARGET = ROOT / "hosting" / "nginx" / "headers.conf"

if __name__ == "__main__":
    TARGET.write_text(write_nginx_headers(), encoding="utf-8", newline="\n")
