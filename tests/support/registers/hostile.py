"""A register whose every text is hostile: made from the model, so that no field is forgotten.

The payloads of tests/hostile/payloads.yaml share entries, anomalies ...: each text of an entry has
a few of them, one paragraph each, and every field begins with another one. In French those share an
entry that stand beside each other in the file, in English those that are far apart, so that none
hides behind the same others twice. In the vocabulary, of which every value has a page, each body,
phase ... has the payloads of some entries in a row. Each payload is a term of the glossary.

With HOSTILE_TEXTS=1 in the environment every payload has an entry of its own: a test that fails
then names the one at fault.
"""

import hashlib
import os
import subprocess
import sys
import types
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import StringConstraints, TypeAdapter

from register import data_files, field_types, model, publication
from register.model import Record
from register.register import Register
from register.vocabulary import Vocabulary
from support.build import ROOT, build_site
from support.registers.payloads import (
    FOLDER,
    GROUP,
    PLAIN,
    _load_kinds,
    entry_count,
    entry_id,
    load_groups,
    load_payloads,
)
from support.yaml_loading import load_yaml

# Payloads are set as they are in English; in French each is followed by the field it is in.
MARK = " § "
# What stands between the payloads of one text.
BETWEEN = "\n\n"
# Words of the interface up to this many characters are labels, and take payloads up to this many.
LABEL = 40
SHORT = 24
EDITIONS = ("summary-2024", "detailed-2023")
# Which of them brought a status, by the field it is in.
STATUS_LISTS = {"status.list": EDITIONS[0], "earlier_statuses.list": EDITIONS[1]}

FieldPath = tuple[str, ...]
SetText = Callable[[FieldPath], str]


@cache
def hints_of(kind: type[Record]) -> dict[str, Any]:
    """Return the types of a model's fields by name, with what they are limited to."""
    hints = get_type_hints(kind, include_extras=True)
    return {name: hints[name] for name in kind.model_fields}


def is_text(kind: Any) -> bool:
    """Return whether a type is free text: neither an id nor a date nor an address."""
    limits = [each for each in get_args(kind)[1:] if isinstance(each, StringConstraints)]
    return kind is str or any(each.pattern == field_types.TEXT_PATTERN for each in limits)


def fill(kind: Any, set_text: SetText, slugs: dict[str, Any], path: FieldPath = ()) -> Any:
    """Return a plain value of a type of the model, with every optional part there.

    `set_text` gives the text of a field by its path; `slugs` gives ids, and keys of tables, by the
    name of the field, which that of the field it is in may precede ("status.list"), or under "".
    """
    name = path[-1] if path else ""
    slug = slugs.get(".".join(path[-2:]), slugs.get(name, slugs[""]))
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


def set_payloads(*numbers: int) -> SetText:
    """Return what sets the payloads of the entries of those `numbers` in every text.

    Each field begins with another one, so that all of them begin some; in French the name of the
    field stands at the end.
    """

    def set_text(path: FieldPath) -> str:
        groups = load_groups("en" if path[-1] == "en" else "fr")
        texts = [text for number in numbers for text in groups[number]]
        # The lists agree on a name, or else a page marks the difference.
        field = ".".join(step for step in path if step not in EDITIONS)
        first = int(hashlib.sha256(field.encode()).hexdigest(), 16) % len(texts)
        return set_payload(BETWEEN.join(texts[first:] + texts[:first]))(path)

    return set_text


def make_entries() -> Iterator[dict[str, Any]]:
    """Yield an entry for each group of payloads."""
    for number in range(entry_count()):
        first = number - number % GROUP
        group, this = entry_id(first), entry_id(number)
        slugs = {
            "": group,
            "id": this,
            "number": number + 1,
            "lists": EDITIONS,
            **STATUS_LISTS,
            "former_ids": f"former-{this}",
            "to": entry_id(first + 1) if number == first else group,
        }
        entry = fill(model.Initiative, set_payloads(number), slugs)
        # A role that the site knows, and one of the hostile ones.
        entry["actors"] = ({**entry["actors"][0], "role": "lead"}, *entry["actors"])
        yield entry


def make_vocabulary() -> dict[str, Any]:
    """Return the real vocabulary's ids and one per category, all with hostile texts."""
    real = load_yaml((ROOT / "data" / data_files.VOCABULARY).read_text(encoding="utf-8"))
    tables: dict[str, Any] = {}
    for table, hint in hints_of(Vocabulary).items():
        own = table in ("categories", "families")
        texts = {} if own else dict.fromkeys(real[table], set_payload(PLAIN))
        for first in range(0, entry_count(), GROUP):
            numbers = range(first, min(first + GROUP, entry_count()))
            texts[entry_id(first)] = set_payloads(*numbers)
        tables[table] = {
            key: fill(
                get_args(hint)[1],
                set_text,
                {"": entry_id(0) if key in real[table] else key, "printed": EDITIONS},
                (table,),
            )
            for key, set_text in texts.items()
        }
    return tables


def make_words(name: str) -> dict[str, Any]:
    """Return the words of a file, each followed by a payload: a label by a short one.

    They are ours: what is on a button or in a drawing is short.
    """
    words = load_yaml((ROOT / "data" / name).read_text(encoding="utf-8"))
    every = [text for text in load_payloads() if text not in _load_kinds()["long words"]]
    short = [text for text in every if len(text) <= SHORT]

    def follow(text: str, number: int) -> str:
        payloads = every if len(text) > LABEL else short
        return f"{text} {payloads[number % len(payloads)]}"

    return {
        key: {
            language: follow(text[language], 2 * number + shift)
            for shift, language in enumerate(("fr", "en"))
        }
        for number, (key, text) in enumerate(words.items())
    }


def make_data() -> dict[str, Any]:
    """Return the content of each data file by its name."""
    payloads = load_payloads()
    everything = set_payload(" ".join(payloads))
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
            for number, text in enumerate((PLAIN, *payloads))
        ),
        data_files.ANOMALIES: make_anomalies(),
        data_files.PUBLICATION: fill(publication.Publication, everything, {"": "register"}),
        data_files.INTERFACE: make_words(data_files.INTERFACE),
        data_files.FIELDS: make_words(data_files.FIELDS),
    }


def make_anomalies() -> dict[str, Any]:
    def fill_each(kind: type[Record]) -> dict[str, Any]:
        numbers = range(entry_count())
        return {
            entry_id(number): fill(kind, set_payloads(number), {"": entry_id(number)})
            for number in numbers
        }

    anomalies = tuple(fill_each(model.Anomaly).values())
    return {"groups": fill_each(model.AnomalyGroup), "anomalies": anomalies}


def make_register() -> Register:
    """Return the hostile register, held to its types only, as if every other check had failed."""
    data = make_data()
    initiatives = TypeAdapter(tuple[model.Initiative, ...]).validate_python(
        data[data_files.INITIATIVES]
    )
    return Register(
        initiatives=initiatives,
        vocabulary=Vocabulary.model_validate(data[data_files.VOCABULARY]),
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
    return publication.SearchWords.model_validate(load_yaml(source), strict=False)


def build_hostile(site: Path, dist: Path, offline: Path) -> None:
    """Build the site of the hostile register into `site`, its offline editions into `dist`.

    The real commands run, in processes of their own that find sitecustomize.py.
    """
    path = os.pathsep.join(map(str, (FOLDER, ROOT / "hooks", ROOT / "tests")))
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
