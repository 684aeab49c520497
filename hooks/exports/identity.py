"""Names of the register and of its parts that stay the same wherever the site is hosted."""

from uuid import NAMESPACE_OID, uuid5

from register.checking.suggestions import to_slug
from register.publication import Publication


def register_id(publication: Publication) -> str:
    """Return the id of the register: its own or, without one, its English name as an id."""
    return publication.id or to_slug(publication.name.en)


def make_uuid(publication: Publication, *parts: str) -> str:
    """Return the UUID of what `parts` name within the register: the same for the same parts."""
    # A line break is in no id, so that no two lists of parts are joined to the same text.
    return str(uuid5(NAMESPACE_OID, "\n".join((register_id(publication), *parts))))
