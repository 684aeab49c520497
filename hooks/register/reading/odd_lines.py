"""Lines whose indentation is odd: the parser stumbles on the line below the one at fault."""

import re
from collections.abc import Sequence

from register.messages import Message, say
from register.model import Initiative

_FIELD = re.compile(r"[ ]*(?:- )?([\w-]+):")
_EMPTY_FIELD = re.compile(r"[ ]*(?:- )?([\w-]+):[ ]*(?:#.*)?")
_COMMENTED = re.compile(r"[ ]*#[ ]*(?:- )?[\w-]+:(?: |$)")


def find_odd_line(lines: Sequence[str], number: int) -> tuple[int, int, Message] | None:
    """Return line, column and message of the mistake that makes line `number` fit nowhere.

    `lines` are those of the text, whose numbers count from 1. None if the line itself is at fault.
    """
    if number > 1 and _COMMENTED.match(lines[number - 2]):
        return number - 1, 1, say("yaml-commented-half")
    above = _above(lines, number)
    two = _above(lines, above)
    if not two:
        return None
    here, over, further = (_indentation(lines[each - 1]) for each in (number, above, two))
    if over < here:
        return _find_too_far_out(lines, above, two, here) or _find_outside(lines, above)
    if over > here > further and _EMPTY_FIELD.fullmatch(lines[two - 1]):
        return above, over + 1, say("yaml-too-far-in")
    return None


def _find_too_far_out(
    lines: Sequence[str], above: int, two: int, here: int
) -> tuple[int, int, Message] | None:
    """Return the line `above` if it alone is less far in than those around it."""
    name = _FIELD.match(lines[above - 1])
    is_own = name is not None and name.group(1) not in Initiative.model_fields
    if is_own and _indentation(lines[two - 1]) == here:
        return above, _indentation(lines[above - 1]) + 1, say("yaml-too-far-out")
    return None


def _find_outside(lines: Sequence[str], above: int) -> tuple[int, int, Message] | None:
    """Return the first of the lines up to `above` that belong under the empty field before them."""
    margin, first = _indentation(lines[above - 1]), above
    while (number := _above(lines, first)) and _indentation(lines[number - 1]) == margin:
        if empty := _EMPTY_FIELD.fullmatch(lines[number - 1]):
            field = _FIELD.match(lines[first - 1])
            name = field.group(1) if field else ""
            if name in Initiative.model_fields:
                return None
            return first, margin + 1, say("field-belongs-under", field=name, owner=empty.group(1))
        first = number
    return None


def _above(lines: Sequence[str], number: int) -> int:
    """Return the line with content next above line `number`, or 0."""
    for each in range(number - 1, 0, -1):
        text = lines[each - 1].strip()
        if text and not text.startswith("#"):
            return each
    return 0


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
