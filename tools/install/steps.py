"""Find what is missing, install it, and describe what could not be installed."""

import os
from collections.abc import Sequence

from install.debian import install_packages
from install.part import InstallError, NoAptError, Part

# Causes by the name of the part.
Causes = dict[str, str]


def find_missing(parts: Sequence[Part]) -> list[Part]:
    """Return those of the `parts` that the machine does not have."""
    return [part for part in parts if part.find() is None]


def install(parts: Sequence[Part]) -> Causes:
    """Install `parts`; return the cause for each that is still missing.

    A part named by an environment variable is not installed: the variable would still win.
    """
    named = {
        part.name: f"{part.variable} names none that works"
        for part in parts
        if part.variable and os.environ.get(part.variable)
    }
    parts = [part for part in parts if part.name not in named]
    causes = _install_with_apt(parts) if parts else {}
    for part in find_missing(parts):
        if part.fetch is None:
            continue
        try:
            part.fetch()
        except InstallError as error:
            causes[part.name] = "; ".join(filter(None, [causes.get(part.name), str(error)]))
    return named | {
        part.name: causes.get(part.name, "it was installed, but does not work")
        for part in find_missing(parts)
    }


def _install_with_apt(parts: Sequence[Part]) -> Causes:
    """Install the packages of all `parts` at once, or else of each: one may be unknown here."""
    try:
        install_packages(*(package for part in parts for package in part.packages))
    except NoAptError as error:
        return {part.name: str(error) for part in parts}
    except InstallError as error:
        if len(parts) == 1:
            return {parts[0].name: str(error)}
        return {name: cause for part in parts for name, cause in _install_with_apt([part]).items()}
    return {}


def describe_causes(causes: Causes) -> str:
    """Return what is missing, each with its cause, several with the same cause together."""
    return "; ".join(
        f"{', '.join(name for name in causes if causes[name] == cause)} ({cause})"
        for cause in dict.fromkeys(causes.values())
    )


def describe_help(causes: Causes, parts: Sequence[Part]) -> str:
    """Return what would bring those of the `parts` that are missing."""
    missing = [part for part in parts if part.name in causes]
    packages = " ".join(package for part in missing for package in part.packages)
    ways = [f"apt-get install {packages} on Debian"]
    ways += [f"{part.variable}=PATH for another {part.name}" for part in missing if part.variable]
    return ", or ".join(ways)
