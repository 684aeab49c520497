"""Markup in texts: what has a meaning elsewhere and none here, where a text shows as typed."""

import re

from register.messages import Message, say

_LINK = r"!?\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\])"
_MARKUP = re.compile(
    rf"(?P<link>{_LINK})|</?[A-Za-z!][^>\n]*>|&(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z]{{2,8}});"
    r"|\{[{%#]|(?:\*\*|__)(?=\S)|^#{1,6} ",
    re.MULTILINE,
)


def find_markup(text: str) -> tuple[Message, str] | None:
    """Return a message and the first HTML, Markdown or template syntax in `text`, if any."""
    found = _MARKUP.search(text)
    if found is None:
        return None
    message = say("markup", part=found.group()[:40])
    if found.group("link"):
        message = message.then(say("link-in-text"))
    return message, found.group()
