"""List the addresses outside the site that the register names, and try them: `make links`.

For an editor who is online; never part of a build or a test. Prints one line per address, with the
entry that names it and what answered, and ends with status 1 if any does not answer well.

Usage: python tools/check_links.py [--list]
"""

import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from register.load import load_register  # noqa: E402 - the hooks folder is not a package
from register.register import Register  # noqa: E402

SECONDS = 20


def list_links(register: Register) -> Iterator[tuple[str, str]]:
    """Yield each address with what names it."""
    publication = register.publication
    yield publication.text_licence.url, "data/publication.yaml"
    yield publication.code_licence.url, "data/publication.yaml"
    for entry in register.initiatives:
        for link in entry.links:
            yield link.url, entry.id


def try_link(url: str) -> str:
    """Return "" if `url` answers well, otherwise what went wrong."""
    request = urllib.request.Request(url, headers={"User-Agent": "register-link-check"})
    try:
        with urllib.request.urlopen(request, timeout=SECONDS):
            return ""
    except (urllib.error.URLError, TimeoutError, OSError) as error:
        return str(error)


def main(arguments: list[str]) -> int:
    """Try every address, or only list them with --list; return the exit status."""
    failures = 0
    for url, origin in list_links(load_register(ROOT / "data")):
        problem = "" if "--list" in arguments else try_link(url)
        failures += bool(problem)
        print(f"{url}  ({origin}){': ' + problem if problem else ''}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
