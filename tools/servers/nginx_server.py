"""The site served by a plain nginx, by the very configuration that hosting/ recommends."""

import getpass
import re
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from install.programs import BROTLI, MIME_TYPES, find_nginx

RECIPE = Path(__file__).resolve().parent.parent.parent / "hosting" / "nginx"


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def write_configuration(folder: Path, site: Path, port: int) -> Path:
    """Write a configuration like Debian's, and the recipe with its two lines set.

    The line for Brotli is enabled, too.
    """
    (folder / "wco-data").mkdir()
    (folder / "wco-data" / "headers.conf").write_text((RECIPE / "headers.conf").read_text())
    recipe = (RECIPE / "site.conf").read_text()
    recipe, ports = re.subn(r"(?m)^    listen .*", f"    listen 127.0.0.1:{port};", recipe)
    recipe, roots = re.subn(r"(?m)^    root .*", f'    root "{site}";', recipe)
    assert (ports, roots) == (1, 1)
    recipe, switches = re.subn(r"# (?=brotli_static on;)", "", recipe)
    assert switches == 1
    (folder / "wco-data" / "site.conf").write_text(recipe)
    (folder / "mime.types").write_text(MIME_TYPES.read_text())
    user = f"user {getpass.getuser()};" if getpass.getuser() == "root" else ""
    temporary = "".join(
        f"{name}_temp_path {folder}/{name};"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"load_module {BROTLI}; {user} daemon off; worker_processes 1; pid {folder}/pid;"
        f"error_log {folder}/errors;"
        "events {} http { include mime.types; default_type application/octet-stream;"
        f"sendfile on; access_log off; {temporary} include wco-data/site.conf; }}"
    )
    return folder / "nginx.conf"


@contextmanager
def serve_with_nginx(site: Path) -> Iterator[str]:
    """Serve `site`; give its address, without a last slash."""
    nginx = find_nginx()
    assert nginx, "no nginx with its Brotli module: `make test` and `make audit` install it"
    with tempfile.TemporaryDirectory(prefix="nginx-") as name:
        folder = Path(name)
        port = free_port()
        configuration = write_configuration(folder, site, port)
        errors = folder / "errors"
        process = subprocess.Popen(
            [nginx, "-p", name, "-c", str(configuration), "-e", str(errors)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        address = f"http://127.0.0.1:{port}"
        try:
            for _ in range(200):
                if process.poll() is not None:
                    raise AssertionError(process.communicate()[0] + errors.read_text())
                try:
                    urllib.request.urlopen(address, timeout=5).close()
                    break
                except urllib.error.HTTPError as error:
                    error.close()
                    break
                except urllib.error.URLError:
                    time.sleep(0.05)
            yield address
        finally:
            process.terminate()
            process.communicate(timeout=10)
        # What nginx itself found wrong while the tests ran, without files that are not there.
        said = [line for line in errors.read_text().splitlines() if "No such file" not in line]
        assert not said, said
