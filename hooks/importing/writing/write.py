"""An import written: the new text of every file, made and checked before any is touched."""

from collections.abc import Collection, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from importing.matching.fingerprints import FILE as FINGERPRINTS
from importing.matching.fingerprints import fingerprint_cells, read_fingerprints, write_fingerprints
from importing.matching.names import simplify
from importing.planned import Plan
from importing.readers.tables import ImportFault
from importing.report.difference import ListDifference
from importing.words import ImportWords
from importing.writing.category_moves import list_new_categories, write_moves
from importing.writing.draft_entry import list_new, make_draft
from importing.writing.edition_block import correct_list, find_place, make_block
from importing.writing.renaming import rename_entries, rename_keys
from importing.writing.status_history import list_new_cells, write_statuses
from importing.writing.text_edits import YamlText, quote
from register.checking.texts.typesetting import set_text
from register.data_files import ANOMALIES, EDITIONS, FILES, INITIATIVES, PUBLICATION
from register.editing.translation_status import FILE as TRANSLATIONS
from register.load import build_register
from register.messages import say
from register.register import Register

_EDITED = (INITIATIVES, EDITIONS, PUBLICATION, ANOMALIES)
_REVIEWED = ("objective", "description", "status.text")


class Written(Struct, frozen=True, kw_only=True):
    """The new text of each file that changes, by its name, and the texts left to review.

    `register` is what the files then hold.
    """

    texts: Mapping[str, str]
    to_review: tuple[str, ...]
    register: Register


def make_texts(
    plan: Plan,
    differences: Collection[ListDifference],
    register: Register,
    words: ImportWords,
    sources: Mapping[str, str],
    today: str,
) -> Written:
    """Return what an import makes of `sources`, the text of each file in data/ by its name.

    `register` is what they hold, drafts included. Raises `ImportFault` while rows are in doubt, and
    `RegisterError` if the outcome were no valid register: then nothing is to be written. `today` is
    kept as the day on which a new list was entered.
    """
    if not plan.is_decided:
        raise ImportFault(say("import-in-doubt"))
    plan = replace(plan, lists=tuple(each for each in plan.lists if not each.is_own))
    differences = [each for each in differences if not each.planned.is_own]
    if not plan.lists:
        return Written(texts={}, to_review=(), register=register)
    files = {name: YamlText(text=sources[name]) for name in _EDITED}
    # Some may have their new ids already.
    renamed = {old: new for old, new in plan.answers.renamed.items() if old in register.by_id}
    rename_entries(renamed, register, files, INITIATIVES, EDITIONS, ANOMALIES)
    _write_lists(plan, register, words, files, today)
    _write_drafts(plan, register, words, files[INITIATIVES])
    _write_changes(differences, register, files[INITIATIVES])
    marks = sources.get(FINGERPRINTS, "")
    kept = write_statuses(differences, register, words, marks, files[INITIATIVES])
    newest = max(each.found.date or "" for each in plan.lists)
    if newest > register.publication.as_of:
        files[PUBLICATION].replace(("as_of",), quote(newest))
    texts = {name: file.result() for name, file in files.items()}
    texts[EDITIONS] = write_moves(texts[EDITIONS], differences, register, renamed)
    to_review, texts[TRANSLATIONS] = _mark(differences, sources, kept)
    texts[TRANSLATIONS] = rename_keys(texts[TRANSLATIONS], renamed, r"^(?P<id>[a-z0-9-]+)\.")
    texts[FINGERPRINTS] = _write_fingerprints(plan, sources.get(FINGERPRINTS, ""), renamed)
    outcome = build_register({name: texts.get(name, sources[name]) for name in FILES})
    changed = {name: text for name, text in texts.items() if text != sources.get(name, "")}
    return Written(texts=changed, to_review=to_review, register=outcome)


def _write_lists(
    plan: Plan, register: Register, words: ImportWords, files: Mapping[str, YamlText], today: str
) -> None:
    for planned in plan.lists:
        if planned.place.known:
            correct_list(planned, register, files[EDITIONS], files[INITIATIVES], today)
        else:
            place = find_place(planned.found.date or "", files[EDITIONS])
            lines = list(make_block(planned, plan, words, today))
            files[EDITIONS].add_item(place, lines, apart=False)


def _write_drafts(
    plan: Plan, register: Register, words: ImportWords, initiatives: YamlText
) -> None:
    """Put each new entry behind the one before it in the list."""
    places = {entry.id: n for n, entry in enumerate(register.initiatives)}
    before: dict[str, str] = {}
    for planned in sorted(plan.lists, key=lambda each: each.found.kind):
        ids = [row.entry_id or "" for row in planned.rows]
        for earlier, entry_id in zip(["", *ids], ids, strict=False):
            before.setdefault(entry_id, earlier)
    for entry_id, rows in list_new(plan).items():
        earlier = before[entry_id]
        while earlier and earlier not in places:
            earlier = before.get(earlier, "")
        place = places[earlier] + 1 if earlier else len(places)
        text = make_draft(entry_id, rows, plan, register, words)
        initiatives.add_item(place, text.rstrip("\n").split("\n"), apart=True)


def _write_changes(
    differences: Collection[ListDifference], register: Register, initiatives: YamlText
) -> None:
    """Move entries to their new categories; rename those that went by the name in the list.

    Of two lists the summary list has the last word, as it has for names.
    """
    indexes = {entry.id: n for n, entry in enumerate(register.initiatives)}
    values: dict[tuple[str | int, ...], str] = {
        (indexes[key], "category"): category
        for key, category in list_new_categories(differences).items()
    }
    for difference in sorted(differences, key=lambda each: each.planned.found.kind):
        for change in difference.changes:
            entry, index = register.by_id[change.id], indexes[change.id]
            language = difference.planned.found.language
            if change.renamed and simplify(entry.name[language]) == simplify(change.renamed[0]):
                name = set_text(change.renamed[1], language)
                values[index, "name", language] = quote(name)
    for where, value in values.items():
        initiatives.replace(where, value)


def _mark(
    differences: Collection[ListDifference], sources: Mapping[str, str], kept: Collection[str]
) -> tuple[tuple[str, ...], str]:
    """Return the fields to review, and data/translations.yaml without their confirmation.

    So the desk shows them until an editor confirms them. What an earlier run has marked is not
    marked again. The statuses that are `kept`, by entry, stay confirmed as earlier ones.
    """
    known = read_fingerprints(sources.get(FINGERPRINTS, ""))
    fields: list[str] = []
    for difference in differences:
        for change, new in list_new_cells(difference, known):
            cells = [cell for cell in new.values() if cell.field in _REVIEWED]
            fields += [f"{change.id}.{cell.field}" for cell in cells]
            if change.renamed and not difference.planned.place.known:
                fields.append(f"{change.id}.name")
    lines = []
    for line in sources.get(TRANSLATIONS, "").splitlines(keepends=True):
        name, colon, rest = line.partition(":")
        entry_id, _, field = name.partition(".")
        if field == "status.text" and entry_id in kept:
            lines.append(f"{entry_id}.earlier_statuses.text{colon}{rest}")
        if name not in fields:
            lines.append(line)
    return tuple(dict.fromkeys(fields)), "".join(lines)


def _write_fingerprints(plan: Plan, source: str, renamed: Mapping[str, str]) -> str:
    known = {edition: dict(entries) for edition, entries in read_fingerprints(source).items()}
    for planned in plan.lists:
        cells = {
            row.entry_id or "": fingerprint_cells(row.row.cells)
            for row in planned.rows
            if row.row.cells
        }
        if cells:
            known[planned.place.edition_id] = cells
    if not known:
        return source
    return rename_keys(write_fingerprints(known), renamed, r"^[a-z0-9-]+\.(?P<id>[a-z0-9-]+):")


def save_texts(texts: Mapping[str, str], folder: Path) -> None:
    """Write the files; each is there as a whole or as it was.

    Raises `ImportFault` if one cannot be written.
    """
    for name, text in texts.items():
        path = folder / name
        aside = path.with_name(f".{name}.new")
        try:
            aside.write_bytes(text.encode())
            aside.replace(path)
        except OSError as error:
            aside.unlink(missing_ok=True)
            reason = str(error.strerror)
            fault = say("import-not-saved", file=f"data/{name}", reason=reason)
            raise ImportFault(fault) from None


def read_sources(folder: Path) -> dict[str, str]:
    """Return the text of every file that an import may change or look at, to the byte."""
    names = (*FILES, TRANSLATIONS, FINGERPRINTS)
    return {
        name: (folder / name).read_bytes().decode() for name in names if (folder / name).exists()
    }
