"""The editorial desk: what editors may want to fix. It is in the preview, never in the site.

Nothing here is an error: those are found by `register.checking`, and a valid register has none.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct, field

from pages.desk.places import Place, make_finder
from register.checking.lists.summary import summarize_lists
from register.classification import EXPECTED_ROLES, is_ahead, list_stated
from register.editing.review_texts import is_to_write, list_review_texts
from register.editing.translation_status import Confirmed, find_lags
from register.model import LANGUAGES, Initiative
from website import urls
from website.localized_site import LocalizedSite
from website.page import Page
from website.text.prose import shorten

LONG = timedelta(days=365)
LENGTH = 200
# A link to another page in a hand-written page: {{ url("explore") }}.
_URL_MACRO = re.compile(r"""\burl\(\s*["']([^"']*)["']\s*\)""")

# The field that a column of the grid is about, where it has another name.
_FIELDS = {
    **dict.fromkeys(EXPECTED_ROLES, "actors"),
    "phase": "status.phase",
    "access": "access.level",
    "data-holder": "access.data_holder",
    "sharing": "access.sharing",
    "english-name": "english_name",
}
# A field of an entry ("milestones.0.date"), and what there is to say of it.
Found = tuple[str, str]
Find = Callable[[LocalizedSite, Initiative], Iterator[Found]]
# "gap": the source does not say, or the WCO has no name; "none": there may be nothing to give.
CellState = Literal["given", "gap", "none"]


class Evidence(Struct, frozen=True, kw_only=True):
    """What the desk needs besides the register.

    `changes` has the ISO date of the last change of each committed entry by id, or is None without
    a git history; `written` has the Markdown source of each hand-written page by its name.
    `lines` has the lines of each entry's fields by the entry's id; `edit_root` is the URL to edit
    data/initiatives.yaml at, or empty.
    """

    today: date
    confirmed: Confirmed = field(default_factory=dict)
    changes: Mapping[str, str] | None = None
    written: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    edit_root: str = ""


class Cell(Struct, frozen=True, kw_only=True):
    """Whether a field of an entry is given, and where it is."""

    state: CellState
    place: Place


class GridRow(Struct, frozen=True, kw_only=True):
    """An entry in the grid, with a cell per column."""

    place: Place
    cells: tuple[Cell, ...]


class Grid(Struct, frozen=True, kw_only=True):
    """Which fields each entry has; `given` counts the entries that have each of them."""

    columns: tuple[str, ...]
    rows: tuple[GridRow, ...]
    given: tuple[int, ...]


class Finding(Struct, frozen=True, kw_only=True):
    """Something to look at: the entry or, without one, the file; the field; what was found.

    `confirm` is the argument by which `make confirm` confirms it.
    """

    place: Place | None
    field: str
    text: str
    file: str = ""
    confirm: str = ""


class Section(Struct, frozen=True, kw_only=True):
    """The findings of one kind; `key` is that of the words of its title and note."""

    key: str
    findings: tuple[Finding, ...]
    note: str


class Desk(Struct, frozen=True, kw_only=True):
    """All that the desk shows."""

    grid: Grid
    sections: tuple[Section, ...]


def render_desk(site: LocalizedSite, evidence: Evidence, pages: frozenset[str]) -> Page:
    """Return the desk's page; see `gather` for the arguments."""
    lists = [each.render(site.language) for each in summarize_lists(site.register)]
    desk = gather(site, evidence, pages)
    return site.render_page("desk/desk.html", urls.DESK, desk=desk, lists=lists)


def gather(site: LocalizedSite, evidence: Evidence, pages: frozenset[str]) -> Desk:
    """Return all that the desk shows, in the site's language.

    `pages` holds the names of the sources of all pages of the site, for instance "fr/about.md".
    """
    place = make_finder(site, evidence.lines, evidence.edit_root)
    as_of = site.date(site.register.publication.as_of)

    def look(find: Find) -> Iterator[Finding]:
        for entry in site.register.initiatives:
            for where, text in find(site, entry):
                # Without the places in lists, by which the line is found.
                name = ".".join(step for step in where.split(".") if not step.isdecimal())
                yield Finding(place=place(entry.id, where), field=name, text=text)

    found: dict[str, Iterable[Finding]] = {
        "drafts": look(_find_drafts),
        "translations": _find_lags(site, evidence, place),
        "passed": look(_find_passed),
        "questions": look(_find_questions),
        "names": look(_find_working_names),
        "notes": look(_find_notes),
        "unchanged": _find_unchanged(site, evidence, place),
        "links": _find_dead_links(site, evidence, pages),
    }
    notes = {key: site.words(f"desk-{key}-note", date=as_of, days=LONG.days) for key in found}
    if evidence.changes is None:
        notes["unchanged"] = site.words("desk-unchanged-unknown")
    return Desk(
        grid=_make_grid(site, place),
        sections=tuple(
            Section(key=key, findings=tuple(findings), note=notes[key])
            for key, findings in found.items()
        ),
    )


def _make_grid(site: LocalizedSite, place: Callable[..., Place]) -> Grid:
    labels = _grid_labels(site)
    rows = []
    for entry in site.register.initiatives:
        states = _list_states(entry, related=bool(site.register.related_entries(entry)))
        cells = tuple(
            Cell(state=states[key], place=place(entry.id, _FIELDS.get(key, key))) for key in labels
        )
        rows.append(GridRow(place=place(entry.id), cells=cells))
    given = [sum(row.cells[nth].state == "given" for row in rows) for nth in range(len(labels))]
    return Grid(columns=tuple(labels.values()), rows=tuple(rows), given=tuple(given))


def _grid_labels(site: LocalizedSite) -> dict[str, str]:
    """Return the name of each column of the grid, in order, by the keys of `_list_states`."""
    words, roles = site.words, site.register.vocabulary.roles
    return {
        **{role: site.say(roles[role].label) if role in roles else role for role in EXPECTED_ROLES},
        "phase": words("phase"),
        "access": words("access"),
        "data-holder": words("data-holder"),
        "sharing": words("sharing"),
        "english-name": words("desk-english-name"),
        "milestones": words("milestones"),
        "components": words("components"),
        "links": words("links"),
        "relations": words("desk-relations"),
        "qualifier": words("desk-qualifier"),
    }


def _list_states(entry: Initiative, *, related: bool) -> dict[str, CellState]:
    expected = {**list_stated(entry), "english-name": entry.english_name == "official"}
    optional = {
        "components": bool(entry.components),
        "links": bool(entry.links),
        "relations": related,
        "qualifier": entry.qualifier is not None,
    }
    states: dict[str, CellState] = {}
    states |= {key: "given" if given else "gap" for key, given in expected.items()}
    states |= {key: "given" if given else "none" for key, given in optional.items()}
    return states


def _find_lags(
    site: LocalizedSite, evidence: Evidence, place: Callable[..., Place]
) -> Iterator[Finding]:
    for entry in site.register.initiatives:
        # Every text of a draft is new.
        for lag in () if entry.draft else find_lags(entry, evidence.confirmed):
            yield Finding(
                place=place(entry.id, lag.field),
                field=lag.field,
                text=site.words(f"desk-{lag.state}", text=shorten(lag.text.fr, LENGTH)),
                confirm=f"{entry.id}.{lag.field}",
            )


def _find_drafts(site: LocalizedSite, entry: Initiative) -> Iterator[Found]:
    if entry.draft:
        fields = [
            f"{each.field}.{language}"
            for each in list_review_texts(entry)
            for language in LANGUAGES
            if is_to_write(each.text[language], language, site.register.words)
        ]
        unwritten = site.words("desk-unwritten", fields=", ".join(fields))
        yield "draft", unwritten if fields else site.words("desk-written")


def _find_passed(site: LocalizedSite, entry: Initiative) -> Iterator[Found]:
    as_of = site.register.publication.as_of
    for nth, milestone in enumerate(entry.milestones):
        if milestone.state == "planned" and milestone.date and not is_ahead(milestone, as_of):
            when = site.span(milestone.date, milestone.end)
            text = f"{when}{site.words('colon')} {site.say(milestone.text)}"
            yield f"milestones.{nth}.date", text


def _find_questions(site: LocalizedSite, entry: Initiative) -> Iterator[Found]:
    vocabulary = site.register.vocabulary
    if entry.status.basis == "ambiguous":
        phase = site.say(vocabulary.phases[entry.status.phase].label)
        yield "status.basis", site.words("desk-ambiguous", phase=phase)
    for nth, actor in enumerate(entry.actors):
        if not actor.confirmed:
            body = site.body_long(vocabulary.bodies[actor.body])
            yield f"actors.{nth}.confirmed", site.words("desk-unconfirmed-actor", body=body)
    for nth, milestone in enumerate(entry.milestones):
        if milestone.date_note is not None:
            yield f"milestones.{nth}.date_note", site.say(milestone.date_note)


def _find_working_names(_: LocalizedSite, entry: Initiative) -> Iterator[Found]:
    if entry.english_name == "working translation":
        yield "name.en", f"{entry.name.fr} → {entry.name.en}"


def _find_notes(site: LocalizedSite, entry: Initiative) -> Iterator[Found]:
    for nth, note in enumerate(entry.notes):
        yield f"notes.{nth}", site.say(note)


def _find_unchanged(
    site: LocalizedSite, evidence: Evidence, place: Callable[..., Place]
) -> Iterator[Finding]:
    """Yield the entries unchanged for longer than `LONG`, the oldest first."""
    limit = (evidence.today - LONG).isoformat()
    for changed, id_ in sorted((day, id_) for id_, day in (evidence.changes or {}).items()):
        if changed < limit and id_ in site.register.by_id:
            text = site.words("desk-last-change", date=site.date(changed))
            yield Finding(place=place(id_), field="", text=text)


def _find_dead_links(
    site: LocalizedSite, evidence: Evidence, pages: frozenset[str]
) -> Iterator[Finding]:
    """Yield the links of hand-written pages that lead nowhere, in any language.

    Other links cannot be dead: `register.checking` rejects references to missing entries, and
    MkDocs warns of Markdown links.
    """
    for name, source in sorted(evidence.written.items()):
        language, _, path = name.removesuffix(".md").partition("/")
        if language not in LANGUAGES:
            continue
        for target in dict.fromkeys(_URL_MACRO.findall(source)):
            if f"{language}/{target}.md" not in pages:
                text = site.words("desk-dead-link", target=target)
                yield Finding(place=None, file=f"docs/{name}", field="url", text=text)
        for other in LANGUAGES:
            if f"{other}/{path}.md" not in pages:
                text = site.words("desk-no-twin", page=f"docs/{other}/{path}.md")
                yield Finding(place=None, file=f"docs/{name}", field="", text=text)
