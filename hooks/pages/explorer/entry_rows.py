"""An entry as labelled rows of plain text, from which scripts show dossiers and comparisons."""

from collections.abc import Iterator

from msgspec import Struct

from pages.entries.entry_page import group_related, refer_to_source
from pages.entries.facts import FactValue, list_facts
from pages.entries.standing import describe_standing
from register.model import Initiative
from website import urls
from website.entries.entry_view import EntryView
from website.localized_site import LocalizedSite

# Entries per script: few enough that a comparison loads little, many enough that a dossier of all
# entries takes few requests.
ENTRIES_PER_SCRIPT = 50


class DetailValue(Struct, frozen=True, kw_only=True):
    """One value of a row."""

    text: str
    # Shown beneath the text.
    note: str = ""
    # An address, or the link to another entry, relative to the language's folder.
    link: str = ""


class DetailRow(Struct, frozen=True, kw_only=True):
    """A row of an entry."""

    # The comparison puts rows of the same key side by side.
    key: str
    label: str
    values: tuple[DetailValue, ...]
    # Whether it is a row of the facts panel, with short values.
    fact: bool = False


def list_details(site: LocalizedSite, entry: Initiative) -> list[DetailRow]:
    """Return the whole content of the page of `entry`, in its order, as rows."""
    facts = [
        DetailRow(
            key=fact.key,
            label=fact.label,
            values=tuple(_fact_value(site, value) for value in fact.values),
            fact=True,
        )
        for fact in list_facts(site, entry, urls.HOME)
    ]
    sections = [
        DetailRow(key=key, label=site.words(key), values=tuple(values))
        for key, values in _list_sections(site, entry)
        if values
    ]
    return facts + sections


def _list_sections(
    site: LocalizedSite, entry: Initiative
) -> Iterator[tuple[str, list[DetailValue]]]:
    """Yield each section below the facts panel: the key of its title, and its values."""
    say, view = site.say, site.view(entry)
    yield "objective", [DetailValue(text=view.objective)]
    yield "description", [DetailValue(text=view.description)]
    yield "components", _components(view)
    yield "status", [DetailValue(text=view.status, note=_status_note(site, entry))]
    yield "earlier-statuses", _earlier_statuses(site, entry)
    yield "milestones", _milestones(site, view)
    yield "links", [DetailValue(text=say(link.label), link=link.url) for link in entry.links]
    yield "related", _related(site, entry)
    yield "notes", [DetailValue(text=say(note)) for note in entry.notes]
    yield "source", _source(site, entry)


def _earlier_statuses(site: LocalizedSite, entry: Initiative) -> list[DetailValue]:
    labels = site.labels(site.register.vocabulary.phases)
    values = []
    for status in describe_standing(site, entry).earlier:
        phases = ", ".join(labels[phase] for phase in status.phases)
        text = f"{status.list_name}{site.words('colon')} {phases}"
        values.append(DetailValue(text=text, note=status.text))
    return values


def _status_note(site: LocalizedSite, entry: Initiative) -> str:
    """Return the status as printed in the source, and what the phase is based on."""
    words, printed = site.words, entry.status.printed
    status = words("status-not-printed")
    if printed:
        status = f"{words('status-printed')} {words('quote', text=printed)}."
    return f"{status} {words(f'basis-{entry.status.basis}')}"


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


def _related(site: LocalizedSite, entry: Initiative) -> list[DetailValue]:
    return [
        DetailValue(
            text=site.title(related.entry),
            note=label,
            link=site.link(urls.HOME, urls.initiative(related.entry.id)),
        )
        for label, group in group_related(site, site.register.related_entries(entry))
        for related in group
    ]


def _source(site: LocalizedSite, entry: Initiative) -> list[DetailValue]:
    names = [
        DetailValue(
            text=site.list_number(edition, place), note=site.words("quote", text=place.name)
        )
        for edition, place in site.register.places(entry)
    ]
    return [DetailValue(text=refer_to_source(site, entry)), *names]
