"""What a build reports of the register in MkDocs' log, and what MkDocs has counted there."""

import logging
from collections.abc import Iterable

from mkdocs.utils import CountHandler

from register.checking.problems import Problem
from register.messages import speak, terminal_language
from register.register import Register


def log_findings(register: Register, log: logging.Logger, *, is_preview: bool) -> None:
    """Report the warnings of a preview, or the drafts that a site leaves out.

    A build finds its warnings while it writes.
    """
    if is_preview:
        log_warnings(register.warnings, log)
    elif register.drafts:
        log.info("%s", speak("drafts-left-out", count=len(register.drafts), ids=register.drafts))


def log_warnings(warnings: Iterable[Problem], log: logging.Logger) -> None:
    """Report the `warnings` of the register."""
    for warning in warnings:
        log.warning("%s", warning.show(terminal_language()))


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
