"""Python's search for garbage, held up while much is made that is none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused_collection() -> Iterator[None]:
    """Collect no cycles of objects within the context.

    Python looks through all that there is each time that enough new objects have been made: while a
    large register is read, over and over, and it finds nothing.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def set_aside() -> None:
    """Sweep once, and let later collections pass over what there is now.

    It is to last: in the preview a save replaces little of it. What nothing refers to any more goes
    all the same.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
