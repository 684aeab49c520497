"""An entry as labelled rows of plain text, for the dossier and the comparison made in browsers."""

from dataclasses import dataclass

from pages.entries.entry_page import group_related, refer_to_source
from pages.entries.facts import FactValue, list_facts
from register.model import Initiative
from website import urls
from website.entry_view import EntryView
from website.localized_site import LocalizedSite

# Entries in one script: few enough that a comparison loads little, many enough that a whole
# dossier asks for few.
ENTRIES_PER_SCRIPT = 50


@dataclass(frozen=True, kw_only=True)
class DetailValue:
    """One value of a row: register text, a `note` beneath it, and where it leads.

    A link to another entry is relative to the language's folder.
    """

    text: str
    note: str = ""
    link: str = ""


@dataclass(frozen=True, kw_only=True)
class DetailRow:
    """A row of an entry; rows of the same `key` are compared. A `fact` is short."""

    key: str
    label: str
    values: tuple[DetailValue, ...]
    fact: bool = False


def list_details(site: LocalizedSite, entry: Initiative) -> list[DetailRow]:
    """Return all that the page of `entry` says, in its order, as rows."""
    words, say, view = site.words, site.say, site.view(entry)
    rows = [
        DetailRow(
            key=fact.key,
            label=fact.label,
            values=tuple(_fact_value(site, value) for value in fact.values),
            fact=True,
        )
        for fact in list_facts(site, entry, urls.HOME)
    ]
    printed = entry.status.printed
    status = (
        f"{words('status-printed')} {words('quote', text=printed)}."
        if printed
        else words("status-not-printed")
    )
    parts: list[tuple[str, str, list[DetailValue]]] = [
        ("objective", words("objective"), [DetailValue(text=view.objective)]),
        ("description", words("description"), [DetailValue(text=view.description)]),
        ("components", words("components"), _components(view)),
        (
            "status",
            words("status"),
            [
                DetailValue(
                    text=view.status,
                    note=f"{status} {words(f'basis-{entry.status.basis}')}",
                )
            ],
        ),
        ("milestones", words("milestones"), _milestones(site, view)),
        (
            "links",
            words("links"),
            [DetailValue(text=say(x.label), link=x.url) for x in entry.links],
        ),
        ("related", words("related"), _ties(site, entry)),
        ("notes", words("notes"), [DetailValue(text=say(note)) for note in entry.notes]),
        ("source", words("source"), _source(site, entry)),
    ]
    rows += [
        DetailRow(key=key, label=label, values=tuple(values))
        for key, label, values in parts
        if values
    ]
    return rows


def _fact_value(site: LocalizedSite, value: FactValue) -> DetailValue:
    notes = [site.words("unconfirmed")] if value.doubt else []
    notes += [note for note in (value.note, value.more) if note]
    return DetailValue(text=value.text, note=site.words("note-separator").join(notes))


def _components(view: EntryView) -> list[DetailValue]:
    return [
        DetailValue(text=f"{part.name} ({part.phase.label})", note=part.text)
        for part in view.components
    ]


def _milestones(site: LocalizedSite, view: EntryView) -> list[DetailValue]:
    values = []
    for milestone in view.milestones:
        when = milestone.date or site.words("undated")
        state = site.words(f"milestone-{milestone.state}")
        notes = (milestone.meeting, milestone.date_note)
        values.append(
            DetailValue(
                text=f"{when} ({state.lower()}){site.words('colon')} {milestone.text}",
                note=site.words("note-separator").join(note for note in notes if note),
            )
        )
    return values


def _ties(site: LocalizedSite, entry: Initiative) -> list[DetailValue]:
    return [
        DetailValue(
            text=site.title(tie.entry),
            note=label,
            link=site.link(urls.HOME, urls.initiative(tie.entry.id)),
        )
        for label, group in group_related(site, site.register.related_entries(entry))
        for tie in group
    ]


def _source(site: LocalizedSite, entry: Initiative) -> list[DetailValue]:
    names = [
        DetailValue(
            text=site.list_number(edition, place), note=site.words("quote", text=place.name)
        )
        for edition, place in site.register.places(entry)
    ]
    return [DetailValue(text=refer_to_source(site, entry)), *names]
