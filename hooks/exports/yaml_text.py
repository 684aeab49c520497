"""Plain data as YAML, by the emitter of the YAML library.

The events are created here: `yaml.dump`, which builds nodes and resolves their tags first, takes
three times as long and gives the same text.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import yaml
from yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

_DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_RESOLVER = yaml.resolver.Resolver()
_TEXT = "tag:yaml.org,2002:str"
WIDTH = 100


def to_yaml_text(value: Any) -> str:
    """Return `value` as YAML: mappings, lists, texts, whole numbers, true, false and null."""
    events: list[Event] = [StreamStartEvent(), DocumentStartEvent(explicit=False)]
    _add_events(value, events.append)
    events += [DocumentEndEvent(explicit=False), StreamEndEvent()]
    return str(yaml.emit(events, Dumper=_DUMPER, allow_unicode=True, width=WIDTH))


def _add_events(value: Any, add: Callable[[Event], None]) -> None:
    match value:
        case str():
            add(_write_text(value))
        case dict():
            add(MappingStartEvent(None, None, True, flow_style=not value))
            for key, each in value.items():
                add(_write_text(key))
                _add_events(each, add)
            add(MappingEndEvent())
        case list():
            add(SequenceStartEvent(None, None, True, flow_style=not value))
            for each in value:
                _add_events(each, add)
            add(SequenceEndEvent())
        case None:
            add(_write_plain("null"))
        case bool():
            add(_write_plain("true" if value else "false"))
        case int():
            add(_write_plain(str(value)))
        case _:
            raise TypeError(f"cannot write {type(value).__name__} as YAML")


def _write_plain(text: str) -> ScalarEvent:
    return ScalarEvent(None, None, (True, False), text)


@lru_cache(maxsize=4096)
def _write_text(text: str) -> ScalarEvent:
    """Return the event of a text; it gets quotes where a reader would otherwise see no text."""
    tag = _RESOLVER.resolve(yaml.nodes.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return ScalarEvent(None, None, (tag == _TEXT, True), text)
