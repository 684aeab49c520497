"""Tells of changed files at once, where MkDocs would look for them twice a second."""

import os
from pathlib import Path
from typing import Any

from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

# Reading a file is an event too: without this, reading what has changed would look like a change.
_CHANGES = [FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]


class ChangeObserver(Observer):  # type: ignore[misc, valid-type] # the class fits the system
    """The system's own observer of files, of changes only.

    Of the project's top folder it sees the configuration only: logs and the like lie there too.
    """

    def __init__(self, project: Path) -> None:
        """Observe the folders of `project`."""
        super().__init__()
        self._project = os.fspath(project)

    def schedule(self, event_handler: Any, path: Any, **options: Any) -> Any:
        """Watch `path` for changes."""
        options.setdefault("event_filter", _CHANGES)
        if path == self._project:
            event_handler = _ConfigurationOnly(event_handler)
        return super().schedule(event_handler, path, **options)


class _ConfigurationOnly(FileSystemEventHandler):
    """Hands on what happens to the files of MkDocs' configuration."""

    def __init__(self, handler: FileSystemEventHandler) -> None:
        self._handler = handler

    def on_any_event(self, event: FileSystemEvent) -> None:
        names = (os.fsdecode(event.src_path), os.fsdecode(event.dest_path))
        if any(name.endswith((".yml", ".yaml")) for name in names):
            self._handler.dispatch(event)
