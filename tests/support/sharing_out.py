"""Which worker runs which test, and when: both have work from the beginning to the end."""

from pathlib import PurePosixPath

import pytest
from xdist.scheduler import LoadScopeScheduling

# Their tests share what takes long to make in each worker: the trees of all hostile pages, a
# running preview, a Firefox, the texts of PDFs. (Under pytest 9 xdist's mark does nothing.)
TOGETHER = ("test_hostile", "test_preview", "test_firefox", "test_lists")
# Here those with the same parameter do: the visits to an edition in a language.
BY_PARAMETER = ("test_every_page",)


class SharingOut(LoadScopeScheduling):
    """Shares out tests in the order of `sort_tests`, those that share much as one."""

    def _split_scope(self, nodeid: str) -> str:
        module = PurePosixPath(nodeid.partition("::")[0]).stem
        if module in BY_PARAMETER:
            return f"{module}[{nodeid.partition('[')[2]}"
        return module if module in TOGETHER else nodeid


def sort_tests(items: list[pytest.Item]) -> None:
    """Put tests in order: while one worker builds the hostile site, the other builds the real one.

    What needs neither comes last, the quickest at the very end.
    """
    items.sort(key=_rank)


def _rank(item: pytest.Item) -> int:
    fixtures = set(getattr(item, "fixturenames", ()))
    module = PurePosixPath(item.nodeid.partition("::")[0]).stem
    if "hostile_site" in fixtures and module in TOGETHER:
        return 0
    if "documents" in fixtures:
        return 1
    if "hostile_site" in fixtures:
        return 2
    return 3 if module in TOGETHER or fixtures & {"browser", "tmp_path", "register"} else 4
