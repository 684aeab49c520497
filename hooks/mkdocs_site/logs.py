"""What a build reports of the register in MkDocs' log, and what MkDocs has counted there."""

import logging

from mkdocs.utils import CountHandler

from register.messages import speak, terminal_language
from register.register import Register


def log_findings(register: Register, log: logging.Logger, *, leaves_out_drafts: bool) -> None:
    """Report the drafts that the site leaves out, and the warnings."""
    if register.drafts and leaves_out_drafts:
        log.info("%s", speak("drafts-left-out", count=len(register.drafts), ids=register.drafts))
    for warning in register.warnings:
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
