"""With this folder on PYTHONPATH, every build of the site takes the hostile register.

Python imports a module of this name when it starts, so that the real commands run unchanged.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]

import register.load  # noqa: E402
from support.hostile import make_register  # noqa: E402

register.load.load_register = lambda *_, **__: make_register()
