"""Make a register of any size out of the real one: realistic bilingual text, valid references.

Entries come in rounds of the real ones. Each round has its own families, ids and wording, so that
no page grows with the number of entries; numbers in the lists go on counting.
"""

import random
import re
from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml

SEED = 20240319
_SENTENCE = re.compile(r"(?<=[.;]) ")


def synthesize(source: Path, target: Path, count: int) -> None:
    """Write a data folder `target` with `count` entries, made from the data folder `source`."""
    target.mkdir(parents=True, exist_ok=True)
    # What was confirmed names entries that are not there.
    for path in set(source.glob("*.yaml")) - {source / "translations.yaml"}:
        target.joinpath(path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    originals = _load(source / "initiatives.yaml")
    vocabulary = _load(source / "vocabulary.yaml")
    families = vocabulary["families"]
    chance = random.Random(SEED)
    entries = []
    for index in range(count):
        turn, place = divmod(index, len(originals))
        entries.append(_vary(originals[place], turn, index + 1, chance))
    ids = {entry["id"] for entry in entries}
    for entry in entries:
        kept = [each for each in entry.get("relations", []) if each["to"] in ids]
        if "relations" in entry:
            entry["relations"] = kept
    rounds = -(-count // len(originals))
    vocabulary["families"] = {
        # A copy each: the same thing twice would be dumped as a reference, which data may not have.
        _numbered(key, turn): deepcopy(family)
        for turn in range(rounds)
        for key, family in families.items()
    }
    if count < len(originals):
        _drop_unused(vocabulary, entries)
    _dump(target / "initiatives.yaml", entries)
    _dump(target / "vocabulary.yaml", vocabulary)
    if count < len(originals):
        _dump(target / "anomalies.yaml", {"groups": {}, "anomalies": []})


def _drop_unused(vocabulary: dict[str, Any], entries: list[dict[str, Any]]) -> None:
    """Take out of `vocabulary` what the check would warn of: what none of `entries` uses."""
    used: dict[str, set[str]] = {"meetings": set(), "bodies": set(), "relation_kinds": set()}
    used["families"] = {key for entry in entries for key in entry.get("families", [])}
    for entry in entries:
        used["meetings"] |= {step.get("meeting") for step in entry.get("milestones", [])}
        used["bodies"] |= {actor["body"] for actor in entry["actors"]}
        used["relation_kinds"] |= {each["kind"] for each in entry.get("relations", [])}
    meetings = vocabulary["meetings"]
    used["bodies"] |= {meetings[key]["body"] for key in used["meetings"] if key}
    for table, keys in used.items():
        kept = {key: term for key, term in vocabulary[table].items() if key in keys}
        vocabulary[table] = kept


def _load(path: Path) -> Any:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)


def _dump(path: Path, value: Any) -> None:
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    text = yaml.dump(value, Dumper=dumper, allow_unicode=True, sort_keys=False, width=120)
    path.write_text(text, encoding="utf-8")


def _numbered(key: str, turn: int) -> str:
    return key if turn == 0 else f"{key[:54]}-{turn}"


def _vary(original: dict[str, Any], turn: int, number: int, chance: random.Random) -> Any:
    """Return a copy of `original` for another round: own ids, numbers, and order of sentences."""
    entry = deepcopy(original)
    if turn == 0:
        return entry
    entry["id"] = _numbered(entry["id"], turn)
    for place in entry["lists"].values():
        place["number"] = number
    for language in ("fr", "en"):
        entry["name"][language] += f" {turn}"
        for field in ("objective", "description"):
            entry[field][language] = _reorder(entry[field][language], chance)
    entry["families"] = [_numbered(key, turn) for key in entry.get("families", [])]
    for relation in entry.get("relations", []):
        relation["to"] = _numbered(relation["to"], turn)
    return entry


def _reorder(text: str, chance: random.Random) -> str:
    paragraphs = []
    for paragraph in text.split("\n\n"):
        sentences = _SENTENCE.split(paragraph)
        if not paragraph.startswith("- "):
            chance.shuffle(sentences)
        paragraphs.append(" ".join(sentences))
    return "\n\n".join(paragraphs)
