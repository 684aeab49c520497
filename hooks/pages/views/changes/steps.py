"""What changed from each dated list to the next, and which of it goes to pages of its own."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from pages.parts import Division, divide, find_too_long
from register.lists.changes import ListChanges, list_changes
from register.lists.statuses import StatusChange, list_status_changes
from register.model import Initiative
from register.register import Register
from website import urls
from website.localized_site import LocalizedSite
from website.page import Whole

# How each step that is too long for the page is divided, by its anchor.
DividedSteps = Mapping[str, Division[Initiative]]


class Step(Struct, frozen=True, kw_only=True):
    """What changed from one list to the next: in the lists, and of the entries' statuses."""

    changes: ListChanges
    statuses: Sequence[StatusChange]

    @property
    def anchor(self) -> str:
        """The anchor of the step on the page; its parts are below it."""
        return f"from-{self.changes.older.id}-to-{self.changes.newer.id}"

    def list_rows(self) -> list[Initiative]:
        """Return the entry of each row of its tables."""
        changes = self.changes
        rows = (changes.added, changes.removed, changes.renumbered, changes.renamed)
        moved = (move.entry for move in changes.category_moves)
        return [*chain.from_iterable(rows), *moved, *(each.entry for each in self.statuses)]

    def narrow(self, entries: Iterable[Initiative]) -> "Step":
        """Return the step with the rows of some `entries` only."""
        ids = {entry.id for entry in entries}

        def keep(rows: Iterable[Initiative]) -> tuple[Initiative, ...]:
            return tuple(entry for entry in rows if entry.id in ids)

        changes = self.changes
        return Step(
            changes=replace(
                changes,
                added=keep(changes.added),
                removed=keep(changes.removed),
                renumbered=keep(changes.renumbered),
                renamed=keep(changes.renamed),
                category_moves=tuple(m for m in changes.category_moves if m.entry.id in ids),
            ),
            statuses=[each for each in self.statuses if each.entry.id in ids],
        )


def list_steps(register: Register) -> list[Step]:
    """Return what each list changed against the one before it, the newest first."""
    found = list_changes(register.initiatives, register.editions, register.vocabulary.categories)
    statuses = list_status_changes(register.initiatives, register.editions)
    return [Step(changes=each, statuses=statuses[each.newer.id]) for each in found]


def divide_steps(site: LocalizedSite, steps: Sequence[Step], most: int) -> DividedSteps:
    """Return the parts of the steps that do not fit on a page of `most` rows."""
    rows = [step.list_rows() for step in steps]
    return {
        steps[place].anchor: _divide(site, steps[place], rows[place], most)
        for place in sorted(find_too_long([len(each) for each in rows], most))
    }


def _divide(
    site: LocalizedSite, step: Step, rows: Iterable[Initiative], most: int
) -> Division[Initiative]:
    counts = Counter(entry.id for entry in rows)
    whole = Whole(path=urls.CHANGES, title=site.words("changes"))
    older, newer = site.say(step.changes.older.short), site.say(step.changes.newer.short)
    name = site.words("changes-step", older=older, newer=newer)
    return Division(
        whole=whole,
        folder=urls.part(whole.path, step.anchor),
        title=f"{whole.title}{site.words('note-separator')}{name}",
        parts=divide(
            (entry for entry in site.register.initiatives if entry.id in counts),
            most,
            lambda entry: entry.category,
            site.register.vocabulary.categories,
            lambda entry: counts[entry.id],
        ),
    )
