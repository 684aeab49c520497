"""What is kept from build to build is made once, and a build does without it where it has to."""

from functools import partial
from pathlib import Path

import pytest

from exports import share_images as pictures
from exports.share_images import draw_icon, draw_once
from website.disk_cache import keep
from website.templates import make_cache, make_templates, put_words_in


def test_it_is_made_once(tmp_path: Path) -> None:
    path = tmp_path / "cache" / "a.txt"
    assert keep(path, lambda: b"first") == b"first"
    assert keep(path, lambda: b"second") == b"first"
    assert [each.name for each in path.parent.iterdir()] == ["a.txt"]


def test_where_nothing_can_be_written_it_is_made_each_time(tmp_path: Path) -> None:
    (tmp_path / "cache").touch()
    for content in (b"first", b"second"):
        assert keep(tmp_path / "cache" / "a.txt", partial(bytes, content)) == content


def test_what_cannot_be_read_is_made_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    assert keep(tmp_path / "a.txt", lambda: b"again") == b"again"


def test_templates_are_compiled_where_none_can_be_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.html").write_text("{{ 1 + 1 }}", "utf-8")
    cache = make_cache(tmp_path / "cache")
    monkeypatch.setattr("tempfile.NamedTemporaryFile", refuse)
    assert make_templates(tmp_path, cache).get_template("a.html").render() == "2"
    assert not list((tmp_path / "cache").iterdir())


def test_a_picture_is_drawn_again_when_anything_it_shows_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[object] = []

    def draw(*arguments: object) -> bytes:
        drawn.append(arguments)
        return repr(arguments).encode()

    assert draw_once(tmp_path, draw, "title", 1) == b"('title', 1)"
    assert draw_once(tmp_path, draw, "title", 1) == b"('title', 1)"
    assert drawn == [("title", 1)]
    draw_once(tmp_path, draw, "title", 2)
    draw_once(tmp_path, draw, "Title", 1)
    monkeypatch.setattr(pictures, "_read_code", lambda: b"other code")
    draw_once(tmp_path, draw, "title", 1)
    assert len(drawn) == 4


def test_a_kept_picture_is_the_one_drawn(tmp_path: Path) -> None:
    kept = [draw_once(tmp_path, draw_icon, 32) for _ in range(2)]
    assert kept == [draw_icon(32)] * 2 == [draw_once(None, draw_icon, 32)] * 2


def test_a_word_is_put_in_when_a_template_is_compiled(tmp_path: Path) -> None:
    words = {"a": "l’<b>", "open": "{count}", "edge": " : "}
    looked_up: list[str] = []

    def look_up(key: str) -> str:
        looked_up.append(key)
        return words[key]

    (tmp_path / "x.html").write_text(
        "{{ t('a') }}|{{ t(\"open\") }}|{{ t('edge') }}|{{ t('a') ~ 1 }}", "utf-8"
    )
    templates = put_words_in(make_templates(tmp_path, make_cache(tmp_path)), "fr", look_up)
    for _ in range(3):
        page = templates.get_template("x.html").render(t=words.__getitem__)
        assert page == "l’&lt;b&gt;|{count}| : |l’&lt;b&gt;1"
    assert looked_up == ["a", "open", "edge"]


def test_each_language_keeps_templates_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text("{{ t('a') }}", "utf-8")
    for words in ({"fr": "oui", "en": "yes"}, {"fr": "non", "en": "no"}):
        for language, word in words.items():
            shared = make_templates(tmp_path, make_cache(tmp_path / "cache"))
            localized = put_words_in(shared, language, lambda key, word=word: word)
            assert localized.get_template("x.html").render() == word
