"""The block of a list in data/editions.yaml, and corrections of one that is there."""

from collections.abc import Iterator, Sequence

from importing.planned import Plan, PlannedList
from importing.readers.tables import ImportFault
from importing.words import ImportWords
from importing.writing.text_edits import YamlText, quote
from register.data_files import EDITIONS, INITIATIVES
from register.messages import say
from register.model import LANGUAGES, Bilingual, Edition, Initiative
from register.register import Register
from website.text.dates import format_partial_date


def make_block(planned: PlannedList, plan: Plan, words: ImportWords, today: str) -> Iterator[str]:
    """Yield the lines of the block of a new list, entered `today`; entries have their new ids."""
    found, date = planned.found, planned.found.date or ""
    names = words.lists[found.kind]
    yield f"- id: {planned.place.edition_id}"
    yield f"  date: {quote(date)}"
    yield f"  name: {_fill(names.name, date)}"
    yield f"  short: {_fill(names.short, date)}"
    title = found.title or names.name.fr.format(date=format_partial_date(date, "fr"), year=date[:4])
    yield f"  title_printed: {quote(title)}"
    if planned.place.before and planned.place.is_same_kind:
        yield f"  follows: {planned.place.before.id}"
    if today > date:
        # The feed shows it as new on that day, and not on its own date.
        yield f"  entered: {quote(today)}"
    titles = {plan.categories[title]: title for title in found.categories if title}
    if titles:
        yield "  titles:"
        yield from (f"    {key}: {quote(title)}" for key, title in titles.items())
    yield "  entries:"
    for row in planned.rows:
        entry_id = str(row.entry_id)
        new = plan.answers.renamed.get(entry_id, entry_id)
        yield _entry_line(new, row.row.number, row.row.name)


def _entry_line(entry_id: str, number: int, name: str) -> str:
    return f"    {entry_id}: {{number: {number}, name: {quote(name)}}}"


def _fill(text: Bilingual, date: str) -> str:
    filled = (
        f"{language}: "
        + quote(text[language].format(date=format_partial_date(date, language), year=date[:4]))
        for language in LANGUAGES
    )
    return "{" + ", ".join(filled) + "}"


def find_place(date: str, editions: YamlText) -> int:
    """Return where a list of `date` goes in the file: above the first that is not newer."""
    dates = editions.list_values("date")
    return next((n for n, each in enumerate(dates) if each <= date), len(dates))


def correct_list(
    planned: PlannedList, register: Register, editions: YamlText, initiatives: YamlText, today: str
) -> None:
    """Change what the register says of a list that it has already to what the document says.

    A list that changes was `corrected` `today`, by which the feed shows it as changed. Raises
    `ImportFault` where a place stands among others on its line and has to go.
    """
    known = planned.place.known
    assert known is not None
    at = editions.list_values("id").index(known.id)
    indexes = {entry.id: n for n, entry in enumerate(register.initiatives)}
    added = []
    is_changed = bool(planned.gone)
    for row in planned.rows:
        entry = register.by_id.get(row.entry_id or "")
        own = entry.lists.get(known.id) if entry else None
        if own is None:
            added.append(_entry_line(str(row.entry_id), row.row.number, row.row.name))
            continue
        assert entry is not None
        file, where = _find_own(entry, known, at, indexes[entry.id], editions, initiatives)
        is_changed |= (own.number, own.name) != (row.row.number, row.row.name)
        is_changed |= bool(row.category) and row.category != entry.category
        if own.number != row.row.number:
            file.replace((*where, "number"), str(row.row.number))
        if own.name != row.row.name:
            file.replace((*where, "name"), quote(row.row.name))
    if is_changed or added:
        _mark_corrected(known, at, editions, today)
    _add_places(added, at, editions)
    for entry_id in planned.gone:
        entry = register.by_id[entry_id]
        file, where = _find_own(entry, known, at, indexes[entry_id], editions, initiatives)
        if not file.delete_line(where):
            name = f"data/{EDITIONS if file is editions else INITIATIVES}"
            raise ImportFault(say("import-take-out", list=known.id, id=entry_id, file=name))


def _mark_corrected(known: Edition, at: int, editions: YamlText, today: str) -> None:
    if known.corrected is not None:
        editions.replace((at, "corrected"), quote(today))
    elif today > (known.entered or known.date):
        editions.insert_after((at, "title_printed"), [f"  corrected: {quote(today)}"])


def _find_own(
    entry: Initiative,
    known: Edition,
    at: int,
    index: int,
    editions: YamlText,
    initiatives: YamlText,
) -> tuple[YamlText, tuple[str | int, ...]]:
    """Return the file that states the place of `entry` in a list, and where."""
    where: tuple[str | int, ...] = (at, "entries", entry.id)
    if editions.find(where) is not None:
        return editions, where
    return initiatives, (index, "lists", known.id)


def _add_places(lines: Sequence[str], at: int, editions: YamlText) -> None:
    if not lines:
        return
    found = editions.find((at, "entries"))
    if found is None:
        editions.insert_after((at, "title_printed"), ["  entries:", *lines])
    elif found[0] is not None:
        # Below the line of the field's name: the order in the file has no meaning.
        editions.insert_before((at, "entries", found[1].value[0][0].value), lines)
