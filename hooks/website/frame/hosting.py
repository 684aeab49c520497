"""Where a site and its sources are."""

from msgspec import Struct


class Hosting(Struct, frozen=True, kw_only=True):
    """The URLs of a site and of its sources, as named in its pages."""

    # The URL of the hosted site; the offline edition names it, too. Empty where it is not known.
    root: str
    # The URL of the site being built; empty in the offline edition.
    site_url: str = ""
    is_offline: bool = False
    # The URL of the repository, and that of the page to edit the register there; may be empty.
    repo_url: str = ""
    edit_root: str = ""
