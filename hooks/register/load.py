"""From the data folder to a `Register`, or to every problem that prevents one.

One constructor serves the check, the build and the preview, so that they cannot disagree.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from register import data_files
from register.checking.condense import condense
from register.checking.problems import Problem, RegisterError, quote_lines, sort_problems
from register.checking.rules import EARLIER_IDS, NEEDED_WORDS, advise, check_rules
from register.checking.schema.validation import validate_documents
from register.checking.texts.text_rules import find_doubtful_texts, find_wrong_texts
from register.drafts import leave_out_drafts, write_drafts
from register.lists.editions import sort_editions, spread_entries, spread_titles, strip_editions
from register.reading.document import Document
from register.reading.list_document import read_yaml
from register.reading.parsed_text import ParsedText
from register.reading.text_files import read_folder
from register.register import Register

# The id of an entry with texts that data/translations.yaml confirms: it was published.
_CONFIRMED = re.compile(r"^([a-z0-9-]+)\.", re.MULTILINE)


def load_register(
    folder: Path,
    *,
    include_drafts: bool = False,
    today: date | None = None,
    needs_words: bool = True,
) -> Register:
    """Return the register kept in `folder`, with its drafts only if they are included.

    With `today`, dates that have not come are warned of. What has not changed since it was last
    read is not read again. Only who writes the schemas, which list the words that pages need, does
    without them. Raises `RegisterError` with every problem found in any of the files.
    """
    sources, problems = read_folder(folder)
    if not needs_words:
        sources.pop(data_files.WORDS_SCHEMA, None)
    return build_register(
        sources, folder.name, problems, include_drafts=include_drafts, today=today
    )


def build_register(
    sources: Mapping[str, str],
    folder_name: str = "data",
    found: Iterable[Problem] = (),
    *,
    include_drafts: bool = False,
    today: date | None = None,
) -> Register:
    """Return the register of which `sources` has the text of each file of `FILES` by its name.

    It may have those of `BESIDE`, too. What was `found` when they were read, a missing file for
    instance, is reported with the rest.
    Drafts are checked in any case; this is the one place that leaves them out.
    Raises `RegisterError`.
    """
    documents = {name: _read(sources, name, f"{folder_name}/{name}") for name in data_files.FILES}
    models, invalid = validate_documents(documents)
    confirmed = sources.get(data_files.TRANSLATIONS, "")
    beside = {
        EARLIER_IDS: list(dict.fromkeys(_CONFIRMED.findall(confirmed))),
        NEEDED_WORDS: _find_needed_words(sources.get(data_files.WORDS_SCHEMA, "{}")),
    }
    problems = [
        *found,
        *(problem for document in documents.values() for problem in document.problems),
        *invalid,
        *check_rules(documents, models, beside),
        *find_wrong_texts(documents),
    ]
    if None in models.values() or any(each.is_error for each in problems):
        problems += find_doubtful_texts(documents)
        raise RegisterError(quote_lines(condense(problems, documents), sources))

    @cache
    def find_warnings() -> tuple[Problem, ...]:
        doubts = (*problems, *find_doubtful_texts(documents))
        return sort_problems(quote_lines((*doubts, *advise(documents, models, today)), sources))

    register = _assemble(documents[data_files.INITIATIVES], models, find_warnings)
    return register if include_drafts else leave_out_drafts(register)


def _find_needed_words(schema: str) -> tuple[str, ...]:
    """Return the words that the `schema` of data/interface.yaml requires; none if it is broken."""
    try:
        required = json.loads(schema).get("required", [])
    except (ValueError, AttributeError):
        return ()
    return tuple(each for each in required if isinstance(each, str))


def _read(sources: Mapping[str, str], name: str, path: str) -> Document:
    if name in sources:
        return read_yaml(sources[name], path)
    return Document(path=path, parsed=ParsedText(text="", is_read=False))


def _assemble(
    entries: Document,
    models: Mapping[str, Any],
    find_warnings: Callable[[], tuple[Problem, ...]],
) -> Register:
    """Return the register of valid `models`, of which `entries` is the file of initiatives."""
    valid, editions = models[data_files.INITIATIVES], models[data_files.EDITIONS]
    written = write_drafts(entries, valid, models[data_files.INTERFACE])
    return Register(
        initiatives=tuple(spread_entries(written, editions)),
        drafts=tuple(entry.id for entry in written if entry.draft),
        vocabulary=spread_titles(models[data_files.VOCABULARY], editions),
        editions=strip_editions(sort_editions(editions)),
        glossary=models[data_files.GLOSSARY],
        anomalies=models[data_files.ANOMALIES],
        publication=models[data_files.PUBLICATION],
        words=models[data_files.INTERFACE],
        fields=models[data_files.FIELDS],
        search=models[data_files.SEARCH],
        find_warnings=find_warnings,
        lines={
            entry.id: entries.locate((index,))[0]
            for index, entry in models[data_files.INITIATIVES].items()
        },
    )
