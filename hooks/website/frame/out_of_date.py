"""How a page that is open notices that another is published in its place, and what it then says.

A page has a stamp of its own, which depends on the page alone: one that a deploy leaves as it is
stays so to the byte. The script in docs/assets/js/site/published.js compares.
"""

import zlib

from website.frame.theme import Theme
from website.json_in_html import to_compact_json
from website.localized_site import LocalizedSite

# In the place of the stamp, in templates/layout.html, while a page is rendered.
BLANK = "0" * 8
# Those that docs/assets/js/site/newer.js uses.
WORDS = ("newer-text", "newer-reload", "keep-later")


def stamp(html: bytes) -> bytes:
    """Return `html` with its CRC-32, in hexadecimal digits, in place of the first `BLANK`."""
    return html.replace(BLANK.encode(), f"{zlib.crc32(html):08x}".encode(), 1)


def write_newer(site: LocalizedSite, theme: Theme) -> str:
    """Return, as JSON, the words of a language for it, and the name of the style sheet.

    They stand under a name that stays: the page that requests them is of another edition.
    """
    words = {word: site.words(word) for word in WORDS}
    return to_compact_json({"words": words, "style": theme.find("assets/css/newer.css")})
