"""Values read from the configuration of MkDocs, and from its command line."""

from urllib.parse import urljoin

import click
from mkdocs.config.defaults import MkDocsConfig

from register.data_files import INITIATIVES
from register.publication import Publication
from website.frame.metadata import Hosting


def fill_repository(config: MkDocsConfig, publication: Publication) -> None:
    """Let the `publication` name the repository where the environment does not.

    MkDocs makes the edit links of hand-written pages by it; without a repository there are none.
    """
    if not config.repo_url:
        config.repo_url = publication.repository or ""
    if not config.repo_url:
        config.edit_uri = ""


def find_hosting(config: MkDocsConfig) -> Hosting:
    """Return where the site of `config` is hosted, and where its sources are kept."""
    root = config.extra.get("hosted_url") or config.site_url or ""
    edit_root = ""
    if config.repo_url and config.edit_uri:
        folder = urljoin(f"{config.repo_url.rstrip('/')}/", config.edit_uri)
        edit_root = urljoin(folder, f"../data/{INITIATIVES}")
    return Hosting(
        root=str(root),
        site_url=config.site_url or "",
        is_offline=bool(config.extra.get("offline")),
        repo_url=config.repo_url or "",
        edit_root=edit_root,
    )


def reloads() -> bool:
    """Return whether pages are to reload: one option in MkDocs, two in ProperDocs."""
    context = click.get_current_context(silent=True)
    options = context.params if context else {}
    return not options.get("no_livereload", not options.get("livereload", True))
