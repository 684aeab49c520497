"""The facts panel of an entry: category, phase, roles, access, numbers."""

from collections.abc import Iterator

from msgspec import Struct

from register.classification import EXPECTED_ROLES, NOT_STATED, ROLE_FACETS
from register.model import Initiative
from website import urls
from website.entries.entry_view import EntryView
from website.localized_site import LocalizedSite


class FactValue(Struct, frozen=True, kw_only=True):
    """One value of a fact.

    `note` is shown below it, `more` is collapsed; `stated` is false for "not stated", `doubt` true
    where the source marks the value as uncertain.
    """

    text: str
    link: str = ""
    note: str = ""
    more: str = ""
    stated: bool = True
    doubt: bool = False


class Fact(Struct, frozen=True, kw_only=True):
    """A row of the facts panel; `key` identifies it for scripts."""

    key: str
    label: str
    values: tuple[FactValue, ...]


def list_facts(site: LocalizedSite, entry: Initiative, path: str) -> list[Fact]:
    """Return the rows of the facts panel of `entry` on the page at `path`."""
    words, view = site.words, site.view(entry)
    category = FactValue(
        text=view.category_short, link=site.link(path, urls.category(entry.category))
    )
    numbers = tuple(
        FactValue(text=site.list_number(edition, place))
        for edition, place in site.register.places(entry)
    )
    mark = (FactValue(text=view.mark),)
    english = "official" if entry.english_name == "official" else "working"
    name = FactValue(text=words(f"english-name-{english}"), note=entry.name.en)
    return [
        Fact(key="category", label=words("category"), values=(category,)),
        Fact(key="phase", label=words("phase"), values=tuple(_list_phases(site, view, path))),
        *_list_roles(site, view, path),
        *_list_access(site, view, path),
        *([Fact(key="listing", label=words("facet-listing"), values=mark)] if view.mark else []),
        Fact(key="numbers", label=words("numbers"), values=numbers),
        Fact(key="english-name", label=words("english-name"), values=(name,)),
    ]


def _list_phases(site: LocalizedSite, view: EntryView, path: str) -> Iterator[FactValue]:
    for phase in view.phases:
        link = site.link(path, urls.facet("phase", phase.id))
        yield FactValue(text=phase.label, link=link, stated=phase.id != NOT_STATED)


def _list_roles(site: LocalizedSite, view: EntryView, path: str) -> Iterator[Fact]:
    for role, term in site.register.vocabulary.roles.items():
        values = tuple(
            FactValue(
                text=actor.long,
                link=site.link(path, urls.facet("body", actor.id)),
                note=actor.note,
                more=actor.body_note,
                doubt=not actor.confirmed,
            )
            for actor in view.actors(role)
        )
        if not values and role in EXPECTED_ROLES:
            link = site.link(path, urls.facet(role, NOT_STATED)) if role in ROLE_FACETS else ""
            values = (FactValue(text=site.words("not-stated"), link=link, stated=False),)
        if values:
            yield Fact(key=role, label=site.say(term.label), values=values)


def _list_access(site: LocalizedSite, view: EntryView, path: str) -> Iterator[Fact]:
    for key, value, link, note in (
        ("access", view.access, urls.facet("access", view.access.id), view.access_note),
        ("data-holder", view.data_holder, "", ""),
        ("sharing", view.sharing, "", ""),
    ):
        fact = FactValue(
            text=value.label,
            link=site.link(path, link) if link else "",
            stated=value.id != NOT_STATED,
            note=note,
        )
        yield Fact(key=key, label=site.words(key), values=(fact,))
