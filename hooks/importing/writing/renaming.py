"""An id that follows a renaming: changed wherever it stands, and kept among the former ones."""

import re
from collections.abc import Mapping

from importing.writing.text_edits import YamlText
from register.register import Register


def rename_entries(
    renamed: Mapping[str, str],
    register: Register,
    files: Mapping[str, YamlText],
    initiatives: str,
    editions: str,
    anomalies: str,
) -> None:
    """Change the ids of entries in the three files named, by the new id of each earlier one."""
    entries, lists = files[initiatives], files[editions]
    for index, entry in enumerate(register.initiatives):
        if entry.id in renamed:
            entries.replace((index, "id"), renamed[entry.id])
            _keep_former(entries, index, entry.id, bool(entry.former_ids))
        for nth, relation in enumerate(entry.relations):
            if relation.to in renamed:
                entries.replace((index, "relations", nth, "to"), renamed[relation.to])
    for place, _ in enumerate(register.editions):
        for old, new in renamed.items():
            lists.rename_key((place, "entries", old), new)
            lists.rename_key((place, "moved", old), new)
    for nth, anomaly in enumerate(register.anomalies.anomalies):
        for place, entry_id in enumerate(anomaly.entries):
            if entry_id in renamed:
                files[anomalies].replace(("anomalies", nth, "entries", place), renamed[entry_id])


def _keep_former(entries: YamlText, index: int, old: str, has_former: bool) -> None:
    if has_former:
        found = entries.find((index, "former_ids", 0))
        assert found is not None
        entries.prepend(found[1], old)
    elif entries.find((index, "former_ids")) is not None:
        entries.replace((index, "former_ids"), f"[{old}]")
    else:
        entries.insert_after((index, "id"), [f"  former_ids: [{old}]"])


def rename_keys(source: str, renamed: Mapping[str, str], pattern: str) -> str:
    """Return `source` with the ids renamed that `pattern` has in its group `id`."""

    def change(match: re.Match[str]) -> str:
        old = match["id"]
        return match[0].replace(old, renamed[old], 1) if old in renamed else match[0]

    return re.sub(pattern, change, source, flags=re.MULTILINE)
