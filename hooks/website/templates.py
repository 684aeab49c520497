"""The Jinja environment of the page templates in templates/."""

from contextlib import suppress
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket


def make_templates(folder: Path, cache: jinja2.BytecodeCache | None = None) -> jinja2.Environment:
    """Return an environment for the templates in `folder`.

    Everything is escaped, and an undefined name is an error. `cache` keeps compiled templates for
    the next run.
    """
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        # No limit: the usual LRU cache would reorder its entries at each use.
        cache_size=-1,
        bytecode_cache=cache,
    )
    # No template uses Jinja's other globals, which would be copied for each page.
    environment.globals = {"namespace": environment.globals["namespace"]}
    return environment


def make_cache(folder: Path) -> jinja2.BytecodeCache | None:
    """Return a cache of compiled templates in `folder`; a changed template is compiled again.

    None where the folder cannot be created: then nothing is cached.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return _TemplateCache(str(folder))


class _TemplateCache(jinja2.FileSystemBytecodeCache):
    """Compiled templates on the disk; where they cannot be written, the next run compiles again."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)
