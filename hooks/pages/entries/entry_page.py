"""The page of one entry."""

from itertools import groupby
from typing import Any

from pages.entries.citation import cite
from pages.entries.edition_differences import compare_lists
from pages.entries.facts import list_facts
from pages.entries.standing import describe_standing
from register.lists.changes import trace_moves
from register.model import Initiative
from register.register import RelatedEntry
from website import urls
from website.localized_site import LocalizedSite
from website.page import Page
from website.text.prose import shorten

TEMPLATE = "entries/entry_page.html"


def render_initiative(site: LocalizedSite, entry: Initiative) -> Page:
    """Return the page of `entry`."""
    return site.render_page(TEMPLATE, urls.initiative(entry.id), **describe_initiative(site, entry))


def describe_initiative(site: LocalizedSite, entry: Initiative) -> dict[str, Any]:
    """Return the context of the templates that show the whole of `entry`."""
    path = urls.initiative(entry.id)
    register, view = site.register, site.view(entry)
    return {
        "anchor": "",
        "level": 1,
        "entry": entry,
        "title": view.title,
        "mark": view.mark,
        "standing": describe_standing(site, entry),
        "summary": shorten(view.objective),
        "category": site.category(entry),
        "category_path": urls.category(entry.category),
        "facts": list_facts(site, entry, path),
        "milestones": view.milestones,
        "related": group_related(site, register.related_entries(entry)),
        "differences": compare_lists(entry, register.editions),
        "moves": list_moves(site, entry),
        "source_reference": refer_to_source(site, entry),
        "as_of": site.date(register.publication.as_of),
        "citation": cite(site, entry),
        "data": {
            suffix: site.links.to_file(
                f"{site.language}/{path}", f"{site.language}/{path}.{suffix}"
            )
            for suffix in ("json", "yaml")
        },
    }


def group_related(
    site: LocalizedSite, related: tuple[RelatedEntry, ...]
) -> list[tuple[str, list[RelatedEntry]]]:
    """Return the related entries by heading, for instance "builds on"."""
    labelled = [(site.say(each.label), each) for each in related]
    # Grouped by label, in the order in which the labels first occur.
    order = list(dict.fromkeys(label for label, _ in labelled))
    labelled.sort(key=lambda pair: order.index(pair[0]))
    return [
        (label, [each for _, each in group])
        for label, group in groupby(labelled, key=lambda pair: pair[0])
    ]


def list_moves(site: LocalizedSite, entry: Initiative) -> list[str]:
    """Return a sentence for each list that moved `entry` to another category, the newest first."""
    categories = site.register.vocabulary.categories
    return [
        site.words(
            "differs-moved",
            list=site.say(move.edition.name),
            before=site.say(categories[move.before].name),
            after=site.say(categories[move.after].name),
        )
        for move in trace_moves(entry, site.register.editions)
    ]


def refer_to_source(site: LocalizedSite, entry: Initiative) -> str:
    """Return the sentence that names the lists and rows that are the source of an entry."""
    places = [
        site.words("source-place", list=site.say(edition.name), number=place.number)
        for edition, place in site.register.places(entry)
    ]
    return site.words("source-reference", places=site.words("list-separator").join(places))
