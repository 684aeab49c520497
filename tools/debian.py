"""Debian's packages, for tools that need a program which is no Python package."""

import os
import subprocess

SECONDS = 900


def install_packages(*packages: str) -> bool:
    """Install `packages` as root or with sudo; tell whether apt could be asked at all."""
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    # A package may start a service on installation; nobody wants that here.
    install = ["env", "RUNLEVEL=1", "apt-get", "install", "-y", "--no-install-recommends"]
    for command in (["apt-get", "update"], [*install, *packages]):
        try:
            subprocess.run([*sudo, *command], capture_output=True, timeout=SECONDS, check=False)
        except (OSError, subprocess.TimeoutExpired):
            return False
    return True
