"""Which worker runs which test, and when: both have work from the beginning to the end."""

from pathlib import PurePosixPath

import pytest
from xdist.scheduler import LoadScopeScheduling

# Their tests share what takes long to make in each worker: the trees of all hostile pages, a
# running preview, the modules of a build, the texts of PDFs, a browser that keeps the
# register, a site of their own. (Under pytest 9 xdist's mark does nothing.)
TOGETHER = (
    "hostile/test_outputs",
    "preview/test_preview",
    "build/test_faults",
    "keep/test_without_a_network",
    "browser/test_below_a_path",
    "importing/test_import_page",
    "offline/test_pdfs",
)
# Here those with the same parameter do: the visits to an edition in a language, what it prints.
BY_PARAMETER = ("browser/test_every_page", "printed/test_printed_pages")


class SharingOut(LoadScopeScheduling):
    """Shares out tests in the order of `sort_tests`, those that share much as one."""

    def _split_scope(self, nodeid: str) -> str:
        module = _module_of(nodeid)
        if module in BY_PARAMETER:
            return f"{module}[{nodeid.partition('[')[2]}"
        if module.startswith("firefox/"):
            return "firefox"
        return module if module in TOGETHER else nodeid


def sort_tests(items: list[pytest.Item]) -> None:
    """Put tests in order: while one worker builds the hostile site, the other builds the real one.

    What needs neither comes last: first what takes long as a whole, the quickest at the very end.
    """
    items.sort(key=_rank)


def _rank(item: pytest.Item) -> int:
    fixtures = set(getattr(item, "fixturenames", ()))
    module = _module_of(item.nodeid)
    if "hostile_site" in fixtures and module in TOGETHER:
        return 0
    if "documents" in fixtures:
        return 1
    if "hostile_site" in fixtures:
        return 2
    if module in TOGETHER:
        return 3
    return 4 if fixtures & {"browser", "tmp_path", "register"} else 5


def _module_of(nodeid: str) -> str:
    """Return the module of a test, with its folder: "browser/test_firefox"."""
    path = PurePosixPath(nodeid.partition("::")[0])
    return f"{path.parent.name}/{path.stem}"
