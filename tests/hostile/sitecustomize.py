"""Every build of the site takes the hostile register.

Python imports a module of this name when it starts, so that the real commands run unchanged. This
needs this folder, `hooks` and `tests` on PYTHONPATH.
"""

import register.load
from support.registers.hostile import make_register

register.load.load_register = lambda *_, **__: make_register()
