"""What the tests of a kept register share: a small edition, for how it comes to a device."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from support.browser.keeping import make_small_edition
from support.line import Line, hold_line


@pytest.fixture(scope="session")
def small_site(shared: Path, built_site: Path) -> Path:
    """An edition of some entries, which all workers share."""
    folder = shared / "small"
    with FileLock(shared / "small.lock"):
        if not folder.exists():
            make_small_edition(built_site, folder)
    return folder


@pytest.fixture
def line(small_site: Path) -> Iterator[Line]:
    """The line to the small edition."""
    with hold_line(small_site) as line:
        yield line
