"""Where a site and its sources are."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Hosting:
    """Where a site is hosted, and where its sources are kept: the addresses its pages name."""

    # Of the hosted site, which the offline edition names, too.
    root: str
    # Of the site being built; empty in the offline edition.
    site_url: str = ""
    is_offline: bool = False
    # Of the sources, and of the register to edit it there; empty without one.
    repo_url: str = ""
    edit_root: str = ""

    @property
    def offline_root(self) -> str:
        """The address of the hosted site in the offline edition, otherwise empty."""
        return self.root if self.is_offline else ""
