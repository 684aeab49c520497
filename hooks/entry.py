"""What mkdocs.yml names: hands MkDocs' events on to plugin.py, and to its newest version.

MkDocs loads a hook once, and its folder is on the path only then. While serving, this file takes
edited code in without a restart, all but its own; code that cannot be loaded leaves the old code at
work.
"""

import functools
import importlib
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs_site import plugin
from preview.snapshot import Snapshot

FOLDER = Path(__file__).resolve().parent
log = logging.getLogger("mkdocs.hooks.register")


class _Code:
    """The code at work: the module of the hook, and the state of the files it came from."""

    def __init__(self) -> None:
        self.hook: Any = plugin
        self.files = Snapshot([FOLDER], suffixes=(".py",))

    def renew(self) -> bool:
        """Load the code anew if a file of it has changed; tell whether it could be loaded."""
        if not self.files.take_changes():
            return True
        names = [name for name, module in sys.modules.items() if _is_ours(module)]
        old = {name: sys.modules.pop(name) for name in names}
        sys.path.insert(0, str(FOLDER))
        # Written bytecode would be a change of files in a folder that is watched.
        writes, sys.dont_write_bytecode = sys.dont_write_bytecode, True
        try:
            hook = importlib.import_module("mkdocs_site.plugin")
        except Exception as error:  # whatever a half-written file may raise
            sys.modules.update(old)
            log.exception("The code in hooks/ cannot be loaded; the old code stays at work.")
            self.hook.fail(error)
            return False
        else:
            hook.adopt(self.hook)
            self.hook = hook
        finally:
            sys.path.remove(str(FOLDER))
            sys.dont_write_bytecode = writes
        return True


def _is_ours(module: object) -> bool:
    file = getattr(module, "__file__", None)
    return file is not None and FOLDER in Path(file).parents and file != __file__


_code = _Code()


def _hand_on(name: str) -> Callable[..., Any]:
    """Return an event handler that calls the newest one of that name."""

    @functools.wraps(getattr(plugin, name))
    def handle(*arguments: Any, **keywords: Any) -> Any:
        return getattr(_code.hook, name)(*arguments, **keywords)

    return handle


for _name in [name for name in vars(plugin) if name.startswith("on_")]:
    globals()[_name] = _hand_on(_name)


def on_serve(server: Any, config: Any, builder: Callable[[], None]) -> Any:
    """Make `server` rebuild by the newest code."""
    server = _code.hook.on_serve(server, config=config, builder=builder)

    def rebuild() -> None:
        if _code.renew():
            _code.hook.rebuild()

    server.builder = rebuild
    return server
