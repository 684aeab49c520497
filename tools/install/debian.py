"""Debian's packages, for parts that are no Python packages."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from filelock import FileLock

from install.part import InstallError, NoAptError

# Another program that uses apt may be upgrading the whole system.
LOCK_SECONDS = 600
SECONDS = 1800
BUSY = "Could not get lock"
# Keep packages from starting a service, or asking questions, on installation.
ENVIRONMENT = ("env", "RUNLEVEL=1", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C")
APT = (*ENVIRONMENT, "apt-get", "-o", f"DPkg::Lock::Timeout={LOCK_SECONDS}")


def install_packages(*packages: str) -> None:
    """Install `packages` as root or with sudo, after other programs that use apt.

    Raises `InstallError` with the cause, `NoAptError` where apt cannot be used at all.
    """
    prefix = _find_rights()
    print(f"Installing with apt-get: {' '.join(packages)}", flush=True)
    with FileLock(Path(sys.prefix) / "apt.lock"):
        # Without fresh lists a package may still be had; if it is not, this may be why.
        outdated = _run([*prefix, *APT, "-o", "APT::Update::Error-Mode=any", "update"])
        install = ["install", "-y", "--no-install-recommends", *packages]
        if cause := _run([*prefix, *APT, *install]):
            raise InstallError("; ".join(filter(None, [outdated, cause])))


def _find_rights() -> list[str]:
    """Return what a command begins with to be run as root."""
    if shutil.which("apt-get") is None:
        raise NoAptError("this system has no apt-get")
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        raise NoAptError("apt-get needs root, and there is no sudo")
    if cause := _run(["sudo", "-n", "true"]):
        raise NoAptError(f"apt-get needs root: {cause}")
    return ["sudo", "-n"]


def _run(command: list[str]) -> str:
    """Run `command`; return nothing if all went well, otherwise the cause in a line.

    apt waits for dpkg's lock only: where another holds one of its own, it is started again.
    """
    end = time.monotonic() + LOCK_SECONDS
    while True:
        try:
            done = subprocess.run(
                command, capture_output=True, text=True, timeout=SECONDS, check=False
            )
        except OSError as error:
            return f"{command[0]}: {error.strerror}"
        except subprocess.TimeoutExpired:
            return f"apt-get did not end within {SECONDS // 60} minutes"
        if done.returncode == 0:
            return ""
        if BUSY not in done.stderr or time.monotonic() > end:
            return find_cause(done.stderr or done.stdout)
        time.sleep(2)


def find_cause(said: str) -> str:
    """Return the line of `said` that names the cause: apt's first error, or else the last line."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    errors = [line.removeprefix("E: ") for line in lines if line.startswith("E: ")]
    return [*errors[:1], *lines[-1:], "no cause was given"][0]
