"""Which texts of each draft are still to be written, for the editorial desk."""

from collections.abc import Iterator

from register.editing.review_texts import is_to_write, list_review_texts
from register.model import LANGUAGES, Initiative
from website.localized_site import LocalizedSite


def list_unwritten(entry: Initiative, site: LocalizedSite) -> Iterator[str]:
    """Yield the fields of the draft `entry` that lack a text, for instance "objective.fr"."""
    for each in list_review_texts(entry):
        for language in LANGUAGES:
            if is_to_write(each.text[language], language, site.register.words):
                yield f"{each.field}.{language}"
