"""Markup in texts: what has a meaning elsewhere and none here, where a text shows as typed."""

import re
from collections.abc import Iterator

from register.messages import Message, say

_LINK = r"!?\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\])"
_MARKUP = re.compile(
    rf"(?P<link>{_LINK})|</?[A-Za-z!][^>\n]*>|&(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z]{{2,8}});"
    r"|\{[{%#]|(?:\*\*|__)(?=\S)|^#{1,6} ",
    re.MULTILINE,
)
_SIGNS = ("[", "<", "&", "{", "**", "__", "# ")


def find_markup(text: str) -> Iterator[tuple[Message, str]]:
    """Yield a message and each part of `text` that is HTML, Markdown or template syntax."""
    # Nearly all texts have none of these signs, which are found many times faster.
    if not any(sign in text for sign in _SIGNS):
        return
    for found in _MARKUP.finditer(text):
        message = say("markup", part=found.group()[:40])
        if found.group("link"):
            message = message.then(say("link-in-text"))
        yield message, found.group()


def strip_markup(text: str) -> str:
    """Return `text` without its markup, in which typography does not count."""
    return _MARKUP.sub("_", text)
