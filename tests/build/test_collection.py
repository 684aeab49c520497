"""A build searches nothing for garbage; a preview, which goes on for hours, does."""

import gc

import pytest

from mkdocs_site.plugin import RegisterPlugin


@pytest.mark.parametrize(("command", "searches"), [("build", False), ("serve", True)])
def test_only_a_build_goes_without_the_search_for_garbage(command: str, searches: bool) -> None:
    plugin = RegisterPlugin()
    try:
        plugin.on_startup(command=command, dirty=False)
        assert gc.isenabled() is searches
    finally:
        plugin.on_shutdown()
    assert gc.isenabled()
