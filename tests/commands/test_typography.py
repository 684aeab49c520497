"""`python hooks typography` sets the texts and nothing else, and reports what it cannot read."""

from pathlib import Path

import pytest

from support.commands import run_command

LOOSE = "- name: \"L'an\"  # l'un\n  text: {fr: \"C'est dit : oui\", en: 'It''s said: yes'}\n"
SET = "- name: \"L'an\"  # l'un\n  text: {fr: \"C’est dit\u202f: oui\", en: 'It’s said: yes'}\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_only_the_texts_change(tmp_path: Path, end: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(LOOSE.replace("\n", end).encode())
    assert run_command("typography", str(path)).exit_code == 0
    assert path.read_bytes() == SET.replace("\n", end).encode()


def test_what_cannot_be_read_is_reported_and_left_alone(tmp_path: Path) -> None:
    contents = {
        "broken.yaml": b"- id: a\n  fr: L'un: l'autre\n",
        "latin.yaml": "- fr: l'été\n".encode("latin-1"),
        "loose.yaml": LOOSE.encode(),
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    result = run_command("typography", *(str(tmp_path / name) for name in contents))
    assert result.exit_code == 1
    reported = result.stderr
    assert "broken.yaml:2:11: not valid YAML: a colon" in reported
    assert "latin.yaml:1:9: the file is not UTF-8" in reported
    assert (tmp_path / "broken.yaml").read_bytes() == contents["broken.yaml"]
    assert (tmp_path / "latin.yaml").read_bytes() == contents["latin.yaml"]
    assert (tmp_path / "loose.yaml").read_text(encoding="utf-8") == SET


def test_without_a_file_named_all_data_are_set(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / "data" / name).write_text(LOOSE, encoding="utf-8")
    result = run_command("--project", str(tmp_path), "typography")
    assert result.stdout == "data/a.yaml: typography set\ndata/b.yaml: typography set\n"
    assert (tmp_path / "data" / "b.yaml").read_text(encoding="utf-8") == SET
