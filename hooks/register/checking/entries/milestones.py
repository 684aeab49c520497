"""Rules for milestones: what is done was done at the date of the register."""

from collections.abc import Iterator, Mapping

from register.checking.problems import Finding
from register.messages import say
from register.model import Initiative
from register.publication import Publication


def warn_done_ahead(
    initiatives: Mapping[int, Initiative], publication: Publication
) -> Iterator[Finding]:
    """A milestone that is done does not come after the date as of which the register holds."""
    as_of = publication.as_of
    for index, entry in initiatives.items():
        for nth, milestone in enumerate(entry.milestones):
            date = milestone.date or ""
            precision = min(len(date), len(as_of))
            if milestone.state == "done" and date[:precision] > as_of[:precision]:
                message = say("done-ahead", date=date, as_of=as_of)
                yield Finding((index, "milestones", nth, "state"), message)
