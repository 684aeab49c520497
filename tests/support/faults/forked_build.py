"""Builds that begin where the interpreter has loaded all modules: half the time of a small build.

Each is a process of its own all the same, forked from one that has done nothing but load them.
"""

import multiprocessing
import os
import sys
from functools import cache
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Self

import pytest

from build.generator import GENERATOR
from support.faults.disk import add_fault

if TYPE_CHECKING:
    from multiprocessing.forkserver import ForkServer

LOADED = (f"{GENERATOR}.__main__", f"{GENERATOR}.commands.build", "mkdocs_site.plugin")
PATIENCE = 600  # seconds: a limit for a build that hangs, not a measure


@cache
def _start_server() -> "ForkServer":
    """Start the process to fork from: it finds modules where this one does.

    It is not the interpreter's own, which whoever is first starts, and which then loads nothing.
    """
    # Windows has neither; the tests that build so need Unix.
    from multiprocessing.forkserver import ForkServer

    server = ForkServer()
    server.set_forkserver_preload([__name__, *LOADED])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
        server.ensure_running()
    return server


class Build:
    """A strict build that is running; leaving its `with` block ends it."""

    def __init__(self, project: Path, *options: str, fault: str = "", largest: int = 0) -> None:
        """Start to build `project`.

        For `fault` see support/faults/disk.py; `largest` limits a file that is written, in bytes.
        """
        context = multiprocessing.get_context("forkserver")
        reader, writer = context.Pipe(duplex=False)
        arguments = ["build", "--strict", *options]
        self._process = context.Process(
            target=_build, args=(project, arguments, dict(os.environ), fault, largest, writer)
        )
        with pytest.MonkeyPatch.context() as patch:
            fork = _start_server().connect_to_new_process
            patch.setattr("multiprocessing.forkserver.connect_to_new_process", fork)
            self._process.start()
        writer.close()
        # What is read of it ends when the build and all of its processes have.
        self.output = os.fdopen(os.dup(reader.fileno()), encoding="utf-8")
        reader.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        # What a failed test leaves open would fail another one, when it is found to be garbage.
        self.kill()
        self.output.close()

    def is_running(self) -> bool:
        return self._process.is_alive()

    def kill(self) -> None:
        self._process.kill()

    def finish(self) -> tuple[int, str]:
        """Return the exit status and what else the build said."""
        with self.output:
            said = self.output.read()
        self._process.join(PATIENCE)
        assert self._process.exitcode is not None, "the build hangs"
        return self._process.exitcode, said


def _build(
    project: Path,
    arguments: list[str],
    environment: dict[str, str],
    fault: str,
    largest: int,
    writer: Connection,
) -> None:
    os.dup2(writer.fileno(), 1)
    os.dup2(writer.fileno(), 2)
    writer.close()
    assert sys.modules.keys() >= set(LOADED), "not loaded beforehand"
    os.environ.clear()
    os.environ.update(environment, NO_MKDOCS_2_WARNING="1")
    os.chdir(project)
    if fault:
        add_fault(fault)
    if largest:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
    import_module(f"{GENERATOR}.__main__").cli(arguments)
