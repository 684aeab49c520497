"""What mkdocs.yml names as a hook: the events of one plugin, as functions."""

# MkDocs has this folder on the path only while it loads this file: a package of which modules are
# loaded later has to be known by then.
import preview  # noqa: F401
from mkdocs_site.plugin import RegisterPlugin

_plugin = RegisterPlugin()

on_startup = _plugin.on_startup
on_config = _plugin.on_config
on_files = _plugin.on_files
on_pre_page = _plugin.on_pre_page
on_page_content = _plugin.on_page_content
on_page_context = _plugin.on_page_context
on_post_build = _plugin.on_post_build
on_build_error = _plugin.on_build_error
on_serve = _plugin.on_serve
on_shutdown = _plugin.on_shutdown
