"""Report changed files at once; MkDocs would poll for them twice a second."""

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

from preview.poll import Poll
from register.messages import say

# Reading a file is an event too: without this, reading what has changed would look like a change.
_CHANGES = [FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]
_FOLDER_CHANGES = [DirCreatedEvent, DirDeletedEvent, DirMovedEvent]


class ChangeObserver(Observer):  # type: ignore[misc, valid-type] # the class fits the system
    """The system's own observer of files, of changes only.

    In the project's top folder it reports the configuration only, since logs and the like are there
    too. A folder that is removed and created again, as git does, is watched again. Changes that the
    system does not report are found by slow polling.
    """

    def __init__(self, project: Path) -> None:
        """Observe the folders of `project`."""
        super().__init__()
        self._project = os.fspath(project)
        # By path: the handler and options that were requested, and the present watch.
        self._asked: dict[str, tuple[Any, dict[str, Any]]] = {}
        self._watched: dict[str, Any] = {}
        self._poll: Poll | None = None

    def start(self) -> None:
        """Begin to observe; by polling only, where the system has no watches left."""
        handlers = [handler for handler, _ in self._asked.values()]
        settings = Path(self._project).glob("*.y*ml")

        def report() -> None:
            # Any handler will do: all lead to the same comparison of all files.
            handlers[0].dispatch(FileModifiedEvent(self._project))

        self._poll = Poll([*map(Path, self._asked), *settings], report)
        self._poll.start()
        try:
            super().start()
        except OSError as error:
            self._poll.say(say("poll-deaf", reason=str(error)))

    def stop(self) -> None:
        """Stop observing."""
        if self._poll is not None:
            self._poll.end()
        super().stop()

    def note(self) -> None:
        """Note that the system has reported a change."""
        if self._poll is not None:
            self._poll.note()

    def schedule(self, event_handler: Any, path: Any, **options: Any) -> Any:
        """Watch `path` for changes."""
        if path == self._project:
            handler = _ProjectFolder(self, event_handler)
            filters = [*_CHANGES, *_FOLDER_CHANGES]
            return super().schedule(handler, path, event_filter=filters, **options)
        self._asked[path] = (_Noted(self, event_handler), {"event_filter": _CHANGES, **options})
        self.renew(path)
        return self._watched.get(path)

    def renew(self, path: str) -> FileSystemEventHandler | None:
        """Watch `path` again if MkDocs requested it and it exists; return its handler or None."""
        if path not in self._asked:
            return None
        handler, options = self._asked[path]
        if (old := self._watched.pop(path, None)) is not None:
            self.unschedule(old)
        if Path(path).is_dir():
            try:
                self._watched[path] = super().schedule(handler, path, **options)
            except OSError as error:
                if self._poll is not None:
                    self._poll.say(say("poll-deaf-to", path=path, reason=str(error)))
        return handler  # type: ignore[no-any-return]


class _Noted(FileSystemEventHandler):
    """Notes each event, and passes it on."""

    def __init__(self, observer: ChangeObserver, handler: FileSystemEventHandler) -> None:
        self._observer = observer
        self._handler = handler

    def dispatch(self, event: FileSystemEvent) -> None:
        self._observer.note()
        self._handler.dispatch(event)


class _ProjectFolder(_Noted):
    """Passes on the events of MkDocs' configuration files, and of whole folders."""

    def dispatch(self, event: FileSystemEvent) -> None:
        names = (os.fsdecode(event.src_path), os.fsdecode(event.dest_path))
        if event.is_directory:
            for name in names:
                if (handler := self._observer.renew(name)) is not None:
                    # MkDocs ignores events of folders.
                    handler.dispatch(FileModifiedEvent(name))
        elif any(name.endswith((".yml", ".yaml")) for name in names):
            super().dispatch(event)
