"""Which texts of each draft are still to be written, for the editorial desk."""

from collections.abc import Iterator

from register.editing.translation_status import list_texts
from register.model import LANGUAGES, Initiative
from website.localized_site import LocalizedSite


def list_unwritten(entry: Initiative, site: LocalizedSite) -> Iterator[str]:
    """Yield the fields of the draft `entry` that lack a text, for instance "objective.fr"."""
    to_write = site.register.words["draft-text"]
    for field, text in list_texts(entry):
        for language in LANGUAGES:
            if text[language] == to_write[language]:
                yield f"{field}.{language}"
