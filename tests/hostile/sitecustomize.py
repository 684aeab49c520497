"""Every build of the site takes the hostile register.

Python imports a module of this name when it starts, so that the real commands run unchanged. This
needs this folder, `hooks` and `tests` on PYTHONPATH.
"""

from pathlib import Path

import jinja2

import register.load
import website.templates
from support.registers.hostile import make_register

_make_cache = website.templates.make_cache


def _make_own_cache(folder: Path) -> jinja2.BytecodeCache | None:
    """Keep templates apart: with words of this register in them, they are others."""
    return _make_cache(folder.with_name("hostile-templates"))


register.load.load_register = lambda *_, **__: make_register()
website.templates.make_cache = _make_own_cache
