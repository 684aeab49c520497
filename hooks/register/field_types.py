"""Types of single fields: ids, texts, dates and addresses, each with the form it must have.

Fields that point into a vocabulary are plain ids; `checking.entries.references` looks them up in
`data/vocabulary.yaml`, because a type cannot know what another file lists.
"""

import re
from datetime import date
from typing import Annotated
from urllib.parse import parse_qs, unquote, urlsplit

from pydantic import AfterValidator, StringConstraints

from register.messages import InvalidValueError, say

# Where a JSON Schema of these types names the table of the vocabulary.
VOCABULARY_KEY = "x-vocabulary"

SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
# Of \d, digits of other scripts are some too.
PARTIAL_DATE_PATTERN = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
# Of this register: 9999 for an open end, or 0000 for an unknown year, is no date.
YEARS = range(1900, 2200)
# JavaScript, which editors' programs use, allows no escape that is not needed.
URL_PATTERN = r'^https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:[0-9]+)?([/?#][^\s<>"]*)?$'
# Stricter than mail itself: what every mail program takes from a mailto: link.
EMAIL_PATTERN = r"^[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$"

# What names a word of the interface, and no more.
WordKey = Annotated[str, StringConstraints(pattern=SLUG_PATTERN, max_length=60)]
# An id is the name of a file or of a place in a page. These the site has already ...
_TAKEN = frozenset({"index", "content", "contents", "filter", "filters", "results"})
# ... and of these Windows makes no file, so that the offline edition could not be unpacked there.
_DEVICE = re.compile(r"con|prn|aux|nul|(com|lpt)\d")


def _check_name(value: str) -> str:
    if _DEVICE.fullmatch(value):
        raise InvalidValueError(say("id-device", value=value))
    if value in _TAKEN:
        raise InvalidValueError(say("id-reserved", value=value))
    return value


Slug = Annotated[WordKey, AfterValidator(_check_name)]
# An id that another place defines: whether it does is for `register.checks` to say.
Reference = Annotated[str, StringConstraints(min_length=1, max_length=60)]
# A text has something in it that can be read: spaces alone are none.
TEXT_PATTERN = r"\S"
# A cell of a workbook holds 32,767 characters, of which a picture sign takes two.
MAX_TEXT = 16_000
Text = Annotated[str, StringConstraints(min_length=1, max_length=MAX_TEXT, pattern=TEXT_PATTERN)]


def _check_day(value: str) -> str:
    if int(value[:4]) not in YEARS:
        years = {"first": YEARS.start, "last": YEARS.stop - 1}
        raise InvalidValueError(say("not-a-year", value=value, **years))
    if len(value) == len("2024-05-13"):
        try:
            date.fromisoformat(value)
        except ValueError:
            raise InvalidValueError(say("not-a-day", value=value)) from None
    return value


PartialDate = Annotated[
    str, StringConstraints(pattern=PARTIAL_DATE_PATTERN), AfterValidator(_check_day)
]
# Programs that replace an address by one of their own, in which the first stands as a value.
_WRAPPED = re.compile(
    r"^https?://[^/]*(?:safelinks\.protection\.outlook\.com|urldefense\.(?:com|proofpoint\.com))/"
)
_MAIL = re.compile(r"[\w.+-]+(?:@|%40)[\w-]+\.[a-z]{2,}", re.IGNORECASE)


def _check_url(value: str) -> str:
    if _WRAPPED.search(value):
        meant = parse_qs(urlsplit(value).query).get("url", [""])[0]
        message = say("url-wrapped")
        raise InvalidValueError(message.then(say("write", value=meant) if meant else None))
    if found := _MAIL.search(value):
        raise InvalidValueError(say("url-with-mail", part=unquote(found.group())))
    return value


Url = Annotated[
    str, StringConstraints(pattern=URL_PATTERN, max_length=2000), AfterValidator(_check_url)
]
Email = Annotated[str, StringConstraints(pattern=EMAIL_PATTERN, max_length=254)]


def check_span(start: str | None, end: str | None) -> None:
    """Raise `InvalidValueError` if `end` comes before `start`, each at the precision known."""
    if end is None:
        return
    if start is None:
        raise InvalidValueError(say("end-without-start"))
    if is_before(end, start):
        raise InvalidValueError(say("end-before-start", end=end, start=start))


def is_before(one: str, two: str) -> bool:
    """Return whether a date is before another, at the precision that both have."""
    precision = min(len(one), len(two))
    return one[:precision] < two[:precision]
