"""An entry as labelled rows of plain text, from which scripts show dossiers and comparisons.

A row is a list, for JSON: its key, by which the comparison puts rows side by side, its label, its
values and, for one of the facts panel with short values, 1. A value is a list, too: its text, a
note beneath it and its link, without what is empty at its end.
"""

from collections.abc import Iterator

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

Value = list[str]


def list_details(site: LocalizedSite, entry: Initiative) -> Iterator[list[object]]:
    """Yield the whole content of the page of `entry`, in its order, as rows."""
    for fact in list_facts(site, entry, urls.HOME):
        yield [fact.key, fact.label, [_make_fact(site, value) for value in fact.values], 1]
    for key, values in _list_sections(site, entry):
        if values:
            yield [key, site.words(key), values]


def _make(text: str, note: str = "", link: str = "") -> Value:
    """Return a value; `link` is an address, or the link to an entry from the language's folder."""
    parts = [text, note, link]
    while parts and not parts[-1]:
        parts.pop()
    return parts


def _make_fact(site: LocalizedSite, value: FactValue) -> Value:
    notes = [site.words("unconfirmed")] if value.doubt else []
    notes += [note for note in (value.note, value.more) if note]
    return _make(value.text, site.words("note-separator").join(notes))


def _list_sections(site: LocalizedSite, entry: Initiative) -> Iterator[tuple[str, list[Value]]]:
    """Yield each section below the facts panel: the key of its title, and its values."""
    say, view = site.say, site.view(entry)
    yield "objective", [_make(view.objective)]
    yield "description", [_make(view.description)]
    parts = view.components
    yield "components", [_make(f"{part.name} ({part.phase.label})", part.text) for part in parts]
    yield "status", [_make(view.status, _status_note(site, entry))]
    yield "earlier-statuses", _earlier_statuses(site, entry)
    yield "milestones", _milestones(site, view)
    yield "links", [_make(say(link.label), link=link.url) for link in entry.links]
    yield "related", _related(site, entry)
    yield "notes", [_make(say(note)) for note in entry.notes]
    yield "source", _source(site, entry)


def _earlier_statuses(site: LocalizedSite, entry: Initiative) -> list[Value]:
    labels = site.labels(site.register.vocabulary.phases)
    values = []
    for status in describe_standing(site, entry).earlier:
        phases = ", ".join(labels[phase] for phase in status.phases)
        values.append(_make(f"{status.list_name}{site.words('colon')} {phases}", status.text))
    return values


def _status_note(site: LocalizedSite, entry: Initiative) -> str:
    """Return the status as printed in the source, and what the phase is based on."""
    words, printed = site.words, entry.status.printed
    status = words("status-not-printed")
    if printed:
        status = f"{words('status-printed')} {words('quote', text=printed)}."
    return f"{status} {words(f'basis-{entry.status.basis}')}"


def _milestones(site: LocalizedSite, view: EntryView) -> list[Value]:
    values = []
    for milestone in view.milestones:
        when = milestone.date or site.words("undated")
        state = site.words(f"milestone-{milestone.state}")
        text = f"{when} ({state.lower()}){site.words('colon')} {milestone.text}"
        notes = filter(None, (milestone.meeting, milestone.date_note))
        values.append(_make(text, site.words("note-separator").join(notes)))
    return values


def _related(site: LocalizedSite, entry: Initiative) -> list[Value]:
    groups = group_related(site, site.register.related_entries(entry))
    return [
        _make(site.title(each.entry), label, site.link(urls.HOME, urls.initiative(each.entry.id)))
        for label, group in groups
        for each in group
    ]


def _source(site: LocalizedSite, entry: Initiative) -> list[Value]:
    names = [
        _make(site.list_number(edition, place), site.words("quote", text=place.name))
        for edition, place in site.register.places(entry)
    ]
    return [_make(refer_to_source(site, entry)), *names]
