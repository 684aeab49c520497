"""Which files have changed since the last comparison."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

_State = dict[str, tuple[int, int]]


class Snapshot:
    """The files below some folders, and single files, with the time and size of each."""

    def __init__(self, roots: Iterable[Path]) -> None:
        """Read the state of the files below `roots`."""
        self._roots = tuple(roots)
        self._state = self._look()

    def take_changes(self) -> set[Path]:
        """Return the files written, added or taken away since the last call."""
        before, self._state = self._state, self._look()
        changed = {
            name
            for name in before.keys() | self._state.keys()
            if before.get(name) != self._state.get(name)
        }
        return {Path(name) for name in changed}

    def _look(self) -> _State:
        state: _State = {}
        for root in self._roots:
            for name in _list_files(os.fspath(root)):
                # A file may be removed since it was listed.
                with suppress(OSError):
                    found = os.stat(name)  # noqa: PTH116 - many files, often
                    state[name] = (found.st_mtime_ns, found.st_size)
        return state


def _list_files(root: str) -> Iterator[str]:
    if os.path.isfile(root):  # noqa: PTH113 - as above
        yield root
        return
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if name != "__pycache__"]
        for name in names:
            yield f"{folder}{os.sep}{name}"
