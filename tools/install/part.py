"""A part of the machine that a command needs: how it is found, and where it comes from."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass


class InstallError(Exception):
    """Something could not be installed; the message is the cause, in a line."""


class NoAptError(InstallError):
    """No package can be installed on this machine, whichever it is."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """A program, library or font."""

    # As a message names it.
    name: str
    # Returns where it is, or what it is; None if it is missing. Installs nothing.
    find: Callable[[], str | None]
    # Debian's packages that bring it.
    packages: tuple[str, ...]
    # Brings it where Debian's packages cannot; raises InstallError.
    fetch: Callable[[], None] | None = None
    # The environment variable that names it, if there is one.
    variable: str = ""


def list_installed(names: Iterable[str], places: Iterable[str]) -> Iterator[str]:
    """Yield the paths of programs: those on the PATH with one of the `names`, then the `places`.

    A place may hold the name of an environment variable of Windows, as in `%PROGRAMFILES%`.
    """
    yield from filter(None, map(shutil.which, names))
    yield from filter(None, (shutil.which(os.path.expandvars(place)) for place in places))
