"""The most that a page holds before it is divided: about 500 kB."""

from msgspec import Struct


class Limits(Struct, frozen=True, kw_only=True):
    """How much each kind of page holds.

    It is measured by what it holds, not by its bytes: nothing has to be rendered to find out, and
    the same register has the same pages in both languages.
    """

    # Entries in tables (0.7 kB each), in the succinct list (0.2 kB), in the detailed one (2 kB).
    rows: int = 600
    names: int = 2200
    texts: int = 150
    # Entries in groups of related ones, and rows on what changed from list to list.
    related: int = 600
    changes: int = 600
    # A milestone takes 1 kB in the list, and half as much in the table of its category.
    milestones: int = 150
    # Terms of the glossary, with links to the categories that use them (1.5 kB).
    terms: int = 300


DEFAULT_LIMITS = Limits()
