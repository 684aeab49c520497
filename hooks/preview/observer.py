"""Tells of changed files at once, where MkDocs would look for them twice a second."""

import os
from pathlib import Path
from typing import Any

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
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
_FOLDER_CHANGES = [DirCreatedEvent, DirDeletedEvent, DirMovedEvent]


class ChangeObserver(Observer):  # type: ignore[misc, valid-type] # the class fits the system
    """The system's own observer of files, of changes only.

    Of the project's top folder it sees the configuration only: logs and the like lie there too. A
    folder that is taken away and put back, as git does, is watched again.
    """

    def __init__(self, project: Path) -> None:
        """Observe the folders of `project`."""
        super().__init__()
        self._project = os.fspath(project)
        # By path: what was asked for, and the watch there is now.
        self._asked: dict[str, tuple[Any, dict[str, Any]]] = {}
        self._watched: dict[str, Any] = {}

    def schedule(self, event_handler: Any, path: Any, **options: Any) -> Any:
        """Watch `path` for changes."""
        if path == self._project:
            handler = _ProjectFolder(self, event_handler)
            filters = [*_CHANGES, *_FOLDER_CHANGES]
            return super().schedule(handler, path, event_filter=filters, **options)
        self._asked[path] = (event_handler, {"event_filter": _CHANGES, **options})
        self.renew(path)
        return self._watched.get(path)

    def renew(self, path: str) -> FileSystemEventHandler | None:
        """Watch the folder `path` anew, if it was asked for and is there; return who asked."""
        if path not in self._asked:
            return None
        handler, options = self._asked[path]
        if (old := self._watched.pop(path, None)) is not None:
            self.unschedule(old)
        if Path(path).is_dir():
            self._watched[path] = super().schedule(handler, path, **options)
        return handler  # type: ignore[no-any-return]


class _ProjectFolder(FileSystemEventHandler):
    """Hands on what happens to the files of MkDocs' configuration, and to whole folders."""

    def __init__(self, observer: ChangeObserver, handler: FileSystemEventHandler) -> None:
        self._observer = observer
        self._handler = handler

    def on_any_event(self, event: FileSystemEvent) -> None:
        names = (os.fsdecode(event.src_path), os.fsdecode(event.dest_path))
        if event.is_directory:
            for name in names:
                if (handler := self._observer.renew(name)) is not None:
                    # MkDocs passes over what happens to folders.
                    handler.dispatch(FileModifiedEvent(name))
        elif any(name.endswith((".yml", ".yaml")) for name in names):
            self._handler.dispatch(event)
