"""Values read from the configuration and the state of MkDocs."""

import logging
from urllib.parse import urljoin

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import CountHandler

from register.data_files import INITIATIVES
from register.publication import Publication
from website.frame.hosting import Hosting


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


def has_warnings(log: logging.Logger) -> bool:
    """Return whether MkDocs, about to end a strict build, has counted a warning.

    It counts at its own logger; ProperDocs makes that a child of its own, and counts there.
    """
    logger: logging.Logger | None = log
    while logger is not None:
        if any(type(each) is CountHandler and each.get_counts() for each in logger.handlers):
            return True
        logger = logger.parent
    return False


def reloads() -> bool:
    """Return whether pages are to reload: one option in MkDocs, two in ProperDocs."""
    context = click.get_current_context(silent=True)
    options = context.params if context else {}
    return not options.get("no_livereload", not options.get("livereload", True))
