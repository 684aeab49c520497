"""The last import, to review before it is written: a page of the preview, beside the desk."""

from collections.abc import Mapping
from dataclasses import dataclass

from pages.desk.places import Place, Places
from register.model import LANGUAGES, Bilingual, Initiative, Language
from website import urls
from website.import_report import ImportReport, ReportedCell, ReportedChange, ReportedList
from website.localized_site import LocalizedSite
from website.page import Page


@dataclass(frozen=True, kw_only=True)
class ShownCell:
    """A cell that changed, and the place and text of the field for it in the register."""

    cell: ReportedCell
    place: Place
    own: tuple[tuple[Language, str], ...]


@dataclass(frozen=True, kw_only=True)
class ShownChange:
    """A change with the place of its entry; categories by their names."""

    change: ReportedChange
    place: Place
    moved: tuple[str, str] | None
    cells: tuple[ShownCell, ...]


@dataclass(frozen=True, kw_only=True)
class ShownList:
    """A list with its figures, by the key of their words, and what changed."""

    found: ReportedList
    figures: tuple[tuple[str, int], ...]
    gone: tuple[Place, ...]
    changes: tuple[ShownChange, ...]
    renumbered: tuple[ShownChange, ...]


def render_import(
    site: LocalizedSite,
    report: ImportReport | None,
    lines: Mapping[str, Mapping[str, int]],
    edit_root: str,
) -> Page:
    """Return the page of the last import, or one that says how to begin.

    `lines` and `edit_root` are those of `places.Places`.
    """
    places = Places(site, lines, edit_root, urls.IMPORT)
    lists = [_show_list(each, site, places) for each in report.lists] if report else []
    return site.render_page(
        "desk/import.html", urls.IMPORT, report=report, lists=lists, find=places.find
    )


def _show_list(found: ReportedList, site: LocalizedSite, places: Places) -> ShownList:
    # An entry that was removed from the register since then has no place there.
    known = site.register.by_id
    changes = [_show_change(each, site, places) for each in found.changes if each.id in known]
    figures = {
        "import-rows": found.rows,
        "import-sure": found.sure,
        "import-doubtful": len(found.doubtful),
        "import-new": len(found.new),
        "import-gone": len(found.gone),
        "import-renamed": sum(each.renamed is not None for each in found.changes),
        "import-renumbered": sum(each.renumbered is not None for each in found.changes),
        "import-moved": sum(each.moved is not None for each in found.changes),
        "import-cells": sum(bool(each.cells) for each in found.changes),
    }
    return ShownList(
        found=found,
        figures=tuple(figures.items()),
        gone=tuple(places.find(each) for each in found.gone if each in known),
        changes=tuple(each for each in changes if not _is_only_renumbered(each.change)),
        renumbered=tuple(each for each in changes if _is_only_renumbered(each.change)),
    )


def _is_only_renumbered(change: ReportedChange) -> bool:
    return not (change.renamed or change.moved or change.cells)


def _show_change(change: ReportedChange, site: LocalizedSite, places: Places) -> ShownChange:
    entry = site.register.by_id[change.id]
    return ShownChange(
        change=change,
        place=places.find(change.id),
        moved=_name_categories(change.moved, site) if change.moved else None,
        cells=tuple(_show_cell(cell, entry, places) for cell in change.cells),
    )


def _name_categories(moved: tuple[str, str], site: LocalizedSite) -> tuple[str, str]:
    categories = site.register.vocabulary.categories
    before, after = (site.say(categories[key].short) if key in categories else key for key in moved)
    return before, after


def _show_cell(cell: ReportedCell, entry: Initiative, places: Places) -> ShownCell:
    place = places.find(entry.id, cell.field)
    return ShownCell(cell=cell, place=place, own=_find_own(entry, cell.field))


def _find_own(entry: Initiative, field: str) -> tuple[tuple[Language, str], ...]:
    """Return what the register says in a field, in each language; nothing if it is no text."""
    value: object = entry
    for step in field.split("."):
        value = getattr(value, step, None)
    if not isinstance(value, Bilingual):
        return ()
    return tuple((language, value[language]) for language in LANGUAGES)
