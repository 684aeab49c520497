"""A port for the preview: the one wanted, or the next that is free."""

import socket
import sys

TRIES = 20


def find_free_port(host: str, wanted: int) -> int:
    """Return the first port from `wanted` on that nobody listens on at `host`.

    Raises `OSError` if there is none among the next few, or no such host.
    """
    for port in range(wanted, wanted + TRIES):
        if _is_free(host, port):
            return port
    raise OSError(f"no port from {wanted} to {wanted + TRIES - 1} is free: name one by --dev-addr")


def _is_free(host: str, port: int) -> bool:
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    with socket.socket(family, kind, protocol) as probe:
        if sys.platform == "win32":
            # There, the option that others use would share a port with whoever listens on it.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            # A port just left is free.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except OSError:
            return False
    return True
