"""A build searches nothing for garbage, at its end neither; a preview, which goes on, does."""

import gc
from collections.abc import Iterator

import pytest

from mkdocs_site.plugin import RegisterPlugin


@pytest.fixture
def _collector() -> Iterator[None]:
    """Leave the collector as it was."""
    yield
    gc.unfreeze()
    gc.enable()


@pytest.mark.usefixtures("_collector")
@pytest.mark.parametrize(("command", "searches"), [("build", False), ("serve", True)])
def test_only_a_build_goes_without_the_search_for_garbage(command: str, searches: bool) -> None:
    plugin = RegisterPlugin()
    try:
        plugin.on_startup(command=command, dirty=False)
        assert gc.isenabled() is searches
    finally:
        plugin.on_shutdown()
    assert gc.isenabled()


@pytest.mark.usefixtures("_collector")
def test_what_a_build_has_made_is_not_searched_when_the_process_ends() -> None:
    gc.unfreeze()
    RegisterPlugin().on_shutdown()
    assert gc.get_freeze_count() > 1000
