"""A port for the preview: the requested one, or the next that is free."""

import logging
import socket
import sys
from typing import Any

from register.messages import speak

log = logging.getLogger("mkdocs.hooks.register")
TRIES = 20


def move_to_free_port(server: Any) -> None:
    """Give MkDocs' `server` the next free port if the requested one is taken."""
    # Windows would let two previews share a port, so that the old one answers.
    server.allow_reuse_address = sys.platform != "win32"
    host, port = str(server.server_address[0]), int(server.server_address[1])
    free = find_free_port(host, port)
    if free != port:
        server.server_address = (host, free)
        server.url = server.url.replace(f":{port}/", f":{free}/", 1)
        log.warning("%s", speak("port-taken", port=port, url=server.url))


def find_free_port(host: str, wanted: int) -> int:
    """Return the first port from `wanted` on that nobody listens on at `host`.

    Raises `OSError` if none of the next few is free, or there is no such host.
    """
    for port in range(wanted, wanted + TRIES):
        if _is_free(host, port):
            return port
    raise OSError(speak("port-none", first=wanted, last=wanted + TRIES - 1))


def _is_free(host: str, port: int) -> bool:
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    with socket.socket(family, kind, protocol) as probe:
        if sys.platform == "win32":
            # On Windows, SO_REUSEADDR would let us share a port with a program that listens on it.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            # A port that was just closed counts as free.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except OSError:
            return False
    return True
