"""What the tests of a kept register share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from support.line import Line, hold_line


@pytest.fixture
def line(built_site: Path) -> Iterator[Line]:
    """The line to the built site."""
    with hold_line(built_site) as line:
        yield line
