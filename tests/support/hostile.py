"""A register whose every text is hostile: made from the model, so that no field is forgotten.

Each payload of tests/hostile/payloads.yaml has an entry, a term, an anomaly ... of its own, with
the payload in each of their texts. In the vocabulary, of which every value has a page, each body,
phase ... has a group of payloads in a row.
"""

import os
import subprocess
import sys
import types
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import yaml
from pydantic import StringConstraints, TypeAdapter

from register import data_files, field_types, model, publication
from register.model import Record
from register.register import Register
from support.build import ROOT, build_site

FOLDER = ROOT / "tests" / "hostile"
# Payloads are set as they are in English; in French this tells after each which field it is in.
MARK = " § "
# The first entries, for comparison; and entries with neighbours and relatives, so many a category.
PLAIN = "plain words"
GROUP = 12
EDITIONS = ("summary-2024", "detailed-2023")

FieldPath = tuple[str, ...]
SetText = Callable[[FieldPath], str]


@cache
def load_payloads() -> tuple[str, ...]:
    """Return every payload; the first few are harmless, for comparison."""
    kinds = yaml.safe_load((FOLDER / "payloads.yaml").read_text(encoding="utf-8"))
    return (*[PLAIN] * GROUP, *(text for texts in kinds.values() for text in texts))


@cache
def hints_of(kind: type[Record]) -> dict[str, Any]:
    """Return the types of a model's fields by name, with what they are limited to."""
    hints = get_type_hints(kind, include_extras=True)
    return {name: hints[name] for name in kind.model_fields}


def entry_id(number: int) -> str:
    """Return the id of all that has the payload of that number."""
    return f"h{number}"


def is_text(kind: Any) -> bool:
    """Tell whether a type is free text: neither an id nor a date nor an address."""
    limits = [each for each in get_args(kind)[1:] if isinstance(each, StringConstraints)]
    return kind is str or any(each.pattern == field_types.TEXT_PATTERN for each in limits)


def fill(kind: Any, set_text: SetText, slugs: dict[str, Any], path: FieldPath = ()) -> Any:
    """Return a plain value of a type of the model, with every optional part there.

    `set_text` gives the text of a field by its path; `slugs` gives ids, and keys of tables, by the
    name of the field, or under "".
    """
    name = path[-1] if path else ""
    slug = slugs.get(name, slugs[""])
    if is_text(kind):
        return set_text(path)
    if isinstance(kind, type) and issubclass(kind, Record):
        return {
            field: fill(hint, set_text, slugs, (*path, field))
            for field, hint in hints_of(kind).items()
        }
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return fill(arguments[0], set_text, slugs, path)
    if origin is tuple:
        each = fill(arguments[0], set_text, slugs, path)
        return tuple(each) if isinstance(each, list) else (each,)
    if origin is dict:
        keys = slug if isinstance(slug, tuple) else (slug,)
        return {key: fill(arguments[1], set_text, slugs, (*path, key)) for key in keys}
    if origin is Literal:
        return arguments[0]
    if kind is int:
        return int(slugs["number"])
    if kind is bool:
        return False
    pattern = next(each.pattern for each in arguments[1:] if isinstance(each, StringConstraints))
    if pattern == field_types.PARTIAL_DATE_PATTERN:
        return "2024-03-19"
    if pattern == field_types.EMAIL_PATTERN:
        return "editor@example.org"
    return "https://www.example.org/'x'&y=1" if pattern == field_types.URL_PATTERN else slug


def set_payload(payload: str) -> SetText:
    """Return what sets `payload` in every text: as it is, in French with the name of the field."""

    def set_text(path: FieldPath) -> str:
        return f"{payload}{MARK}{'.'.join(path)}" if path[-1] == "fr" else payload

    return set_text


def make_entries() -> Iterator[dict[str, Any]]:
    """Yield an entry for each payload."""
    for number, payload in enumerate(load_payloads()):
        first = number - number % GROUP
        group, this = entry_id(first), entry_id(number)
        slugs = {
            "": group,
            "id": this,
            "number": number + 1,
            "lists": EDITIONS,
            "former_ids": f"former-{this}",
            "to": entry_id(first + 1) if number == first else group,
        }
        entry = fill(model.Initiative, set_payload(payload), slugs)
        # A role that the site knows, and one of the hostile ones.
        entry["actors"] = ({**entry["actors"][0], "role": "lead"}, *entry["actors"])
        yield entry


def make_vocabulary() -> dict[str, Any]:
    """Return the real vocabulary's ids and one per group of payloads, all with hostile texts."""
    real = yaml.safe_load((ROOT / "data" / data_files.VOCABULARY).read_text(encoding="utf-8"))
    payloads = load_payloads()
    tables: dict[str, Any] = {}
    for table, hint in hints_of(model.Vocabulary).items():
        own = table in ("categories", "families")
        texts = {} if own else dict.fromkeys(real[table], PLAIN)
        for first in range(0, len(payloads), GROUP):
            texts[entry_id(first)] = " ".join(payloads[first : first + GROUP])
        tables[table] = {
            key: fill(
                get_args(hint)[1],
                set_payload(text),
                {"": entry_id(0) if key in real[table] else key, "printed": EDITIONS},
                (table,),
            )
            for key, text in texts.items()
        }
    return tables


def make_words(name: str) -> dict[str, Any]:
    """Return the words of a file, each followed by a payload."""
    words = yaml.safe_load((ROOT / "data" / name).read_text(encoding="utf-8"))
    payloads = load_payloads()
    return {
        key: {
            language: f"{text[language]} {payloads[(2 * number + shift) % len(payloads)]}"
            for shift, language in enumerate(("fr", "en"))
        }
        for number, (key, text) in enumerate(words.items())
    }


def make_data() -> dict[str, Any]:
    """Return the content of each data file by its name."""
    payloads = load_payloads()
    numbered = list(enumerate(payloads))
    everything = set_payload(" ".join(payloads))
    groups = {entry_id(number): {} for number, _ in numbered}
    return {
        data_files.INITIATIVES: tuple(make_entries()),
        data_files.VOCABULARY: make_vocabulary(),
        data_files.EDITIONS: tuple(
            {
                **fill(
                    model.Edition,
                    set_payload(" ".join(payloads[at::2])),
                    {"": edition, "number": 1},
                ),
                # They stand with the entries and categories here.
                "entries": {},
                "titles": {},
            }
            for at, edition in enumerate(EDITIONS)
        ),
        data_files.GLOSSARY: tuple(
            # As it is in both languages, so that it is found, and explained, in the texts.
            fill(model.GlossaryTerm, lambda path, text=text: text, {"": entry_id(number)})
            for number, text in numbered
        ),
        data_files.ANOMALIES: {
            "groups": {
                key: fill(model.AnomalyGroup, set_payload(payloads[number]), {"": key})
                for number, key in enumerate(groups)
            },
            "anomalies": tuple(
                fill(model.Anomaly, set_payload(text), {"": entry_id(number)})
                for number, text in numbered
            ),
        },
        data_files.PUBLICATION: fill(publication.Publication, everything, {"": ""}),
        data_files.INTERFACE: make_words(data_files.INTERFACE),
        data_files.FIELDS: make_words(data_files.FIELDS),
    }


def make_register() -> Register:
    """Return the hostile register, held to its types only, as if every other check had failed."""
    data = make_data()
    initiatives = TypeAdapter(tuple[model.Initiative, ...]).validate_python(
        data[data_files.INITIATIVES]
    )
    return Register(
        initiatives=initiatives,
        vocabulary=model.Vocabulary.model_validate(data[data_files.VOCABULARY]),
        editions=TypeAdapter(tuple[model.Edition, ...]).validate_python(data[data_files.EDITIONS]),
        glossary=TypeAdapter(tuple[model.GlossaryTerm, ...]).validate_python(
            data[data_files.GLOSSARY]
        ),
        anomalies=model.Anomalies.model_validate(data[data_files.ANOMALIES]),
        publication=publication.Publication.model_validate(data[data_files.PUBLICATION]),
        words=TypeAdapter(dict[str, model.Bilingual]).validate_python(data[data_files.INTERFACE]),
        fields=TypeAdapter(dict[str, model.Bilingual]).validate_python(data[data_files.FIELDS]),
        search=read_search_words(),
        lines={entry.id: number for number, entry in enumerate(initiatives, start=1)},
    )


def read_search_words() -> publication.SearchWords:
    """Return the real words of the search: they are ours, and no text of the register."""
    # Not `load_register`: in the builds of sitecustomize.py that is `make_register`.
    source = (ROOT / "data" / data_files.SEARCH).read_text(encoding="utf-8")
    return publication.SearchWords.model_validate(yaml.safe_load(source), strict=False)


def build_hostile(site: Path, dist: Path, offline: Path) -> None:
    """Build the site of the hostile register into `site`, its offline editions into `dist`.

    The real commands run, in processes of their own that find sitecustomize.py.
    """
    path = str(FOLDER)
    code = (
        "import pathlib, sys; from offline.edition import make_offline;"
        "make_offline(*map(pathlib.Path, sys.argv[1:]))"
    )
    editions = subprocess.Popen(
        [sys.executable, "-c", code, str(ROOT), str(dist), str(offline), str(site / "none")],
        env={**os.environ, "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    # The PDFs have a test of their own: of so long a register they take minutes.
    built = build_site(site, site / "none", PYTHONPATH=path, DOCUMENTS=str(site / "none"))
    output, _ = editions.communicate()
    assert built.returncode == 0, built.stdout + built.stderr
    assert editions.returncode == 0, output
