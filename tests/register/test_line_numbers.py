"""The line of each field is the one that a parser finds."""

from register.editing.line_numbers import find_field_lines, find_line
from register.reading.list_document import read_yaml
from support.build import ROOT


def test_the_lines_of_fields_are_those_that_a_parser_finds() -> None:
    source = (ROOT / "data" / "initiatives.yaml").read_text(encoding="utf-8")
    document = read_yaml(source, "initiatives.yaml")
    found = find_field_lines(source)
    assert list(found) == [entry["id"] for entry in document.parsed.values]
    for index, entry in enumerate(document.parsed.values):
        for name, value in entry.items():
            inner = {name: (index, name)}
            for key in value if isinstance(value, dict) else range(len(value)):
                if not isinstance(value, str):
                    inner[f"{name}.{key}"] = (index, name, key)
            for field, where in inner.items():
                line = find_line(found[entry["id"]], field, 0)
                # A list or table on one line has a line for all that is in it.
                assert line == document.locate(where, key=True)[0], (entry["id"], field)
