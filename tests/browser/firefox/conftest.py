"""One Firefox for the tests of this folder: to start one takes as long as three of them.

It runs until the last test of its worker: where there is no `__init__.py`, pytest has no package.
"""

from collections.abc import Iterator

import pytest

from support.browser.firefox import Firefox, run_firefox


@pytest.fixture(scope="session")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """A real Firefox; there is no run without one."""
    with run_firefox(tmp_path_factory.mktemp("firefox")) as browser:
        yield browser


@pytest.fixture(autouse=True)
def _find_complaints(firefox: Firefox) -> Iterator[None]:
    """Fail the test if pages have complained; what comes late fails the next one."""
    yield
    found = list(firefox.complaints)
    firefox.complaints.clear()
    assert not found, found
