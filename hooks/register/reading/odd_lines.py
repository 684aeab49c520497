"""Lines whose indentation is odd: the parser stumbles on the line below the one at fault."""

import re

from register.messages import Message, say
from register.model import Initiative

_FIELD = re.compile(r"[ ]*(?:- )?([\w-]+):")
_EMPTY_FIELD = re.compile(r"[ ]*(?:- )?([\w-]+):[ ]*(?:#.*)?")
_COMMENTED = re.compile(r"[ ]*#[ ]*(?:- )?[\w-]+:(?: |$)")


class Lines:
    """The lines of a text, by their numbers from 1."""

    def __init__(self, text: str) -> None:
        """Take `text` apart."""
        self.all = text.split("\n")

    def __getitem__(self, number: int) -> str:
        """Return a line; an empty one where there is none."""
        return self.all[number - 1] if 0 < number <= len(self.all) else ""

    def indentation(self, number: int) -> int:
        """Return how many spaces a line begins with."""
        return len(self[number]) - len(self[number].lstrip(" "))

    def above(self, number: int) -> int:
        """Return the line with content next above line `number`, or 0."""
        for each in range(number - 1, 0, -1):
            text = self[each].strip()
            if text and not text.startswith("#"):
                return each
        return 0


def find_odd_line(lines: Lines, number: int) -> tuple[int, int, Message] | None:
    """Return line, column and message of the mistake above that makes line `number` fit nowhere."""
    if _COMMENTED.match(lines[number - 1]):
        return number - 1, 1, say("yaml-commented-half")
    above = lines.above(number)
    two = lines.above(above)
    if not two:
        return None
    here, over, further = (lines.indentation(each) for each in (number, above, two))
    if over < here:
        return _find_too_far_out(lines, above, two, here) or _find_outside(lines, above)
    if over > here > further and _EMPTY_FIELD.fullmatch(lines[two]):
        return above, over + 1, say("yaml-too-far-in")
    return None


def _find_too_far_out(
    lines: Lines, above: int, two: int, here: int
) -> tuple[int, int, Message] | None:
    """Return the line `above` if it alone is less far in than those around it."""
    name = _FIELD.match(lines[above])
    is_own = name is not None and name.group(1) not in Initiative.model_fields
    if is_own and lines.indentation(two) == here:
        return above, lines.indentation(above) + 1, say("yaml-too-far-out")
    return None


def _find_outside(lines: Lines, above: int) -> tuple[int, int, Message] | None:
    """Return the first of the lines up to `above` that belong under the empty field before them."""
    margin, first = lines.indentation(above), above
    while (number := lines.above(first)) and lines.indentation(number) == margin:
        if empty := _EMPTY_FIELD.fullmatch(lines[number]):
            field = _FIELD.match(lines[first])
            name = field.group(1) if field else ""
            if name in Initiative.model_fields:
                return None
            return first, margin + 1, say("field-belongs-under", field=name, owner=empty.group(1))
        first = number
    return None
