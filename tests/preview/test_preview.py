"""The preview of editors: it never dies, reports what is wrong, and equals a clean build."""

import random
import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from build.former_assets import LIST
from register.load import load_register
from support.build import ROOT, build_site
from support.edits import EDITS, apply_edit, edit
from support.preview import PreviewRun, copy_project, run_preview

BANNER = "problem-banner"
# What pages of the preview lack: a policy, which would refuse its own script in each page, and the
# stamp by which an open page notices a deploy.
HOSTED = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>\n| data-edition="\w+"')
GOOD = (ROOT / "data" / "initiatives.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PreviewRun]:
    folder = tmp_path_factory.mktemp("preview")
    copy_project(folder)
    with run_preview(folder) as run:
        yield run


@pytest.fixture(autouse=True)
def restored(preview: PreviewRun) -> Iterator[None]:
    yield
    preview.register.write_text(GOOD, encoding="utf-8")
    preview.wait_for(BANNER, gone=True)


def test_a_save_reaches_every_page_that_shows_it(preview: PreviewRun) -> None:
    preview.register.write_text(edit(GOOD, "Zaaz "), encoding="utf-8")
    preview.wait_for("Zaaz")
    assert "Zaaz" in preview.read("data/v1/register.json")
    assert "Zaaz" in preview.read("fr/initiatives/cen.json")
    assert "Zaaz" in preview.read("data/v1/register-fr.csv")
    assert "Zaaz" not in preview.read("en/initiatives/cen/")


def test_a_broken_save_keeps_the_last_good_pages_and_shows_the_problems(
    preview: PreviewRun,
) -> None:
    line = GOOD[: GOOD.index("phase: ")].count("\n") + 1
    preview.register.write_text(GOOD.replace("phase: ", "phaze: ", 1), encoding="utf-8")
    page = preview.wait_for(BANNER)
    assert "le champ «\u202fphaze\u202f» n’existe pas ici" in page
    assert "does not exist here" in preview.read("en/initiatives/cen/")
    assert f"data/initiatives.yaml:{line}" in page
    assert "<article" in page
    for path in ("", "fr/", "en/about/", "fr/categories/", "en/glossary/"):
        assert BANNER in preview.read(path), path


def test_a_file_taken_away_and_put_back(preview: PreviewRun) -> None:
    preview.register.unlink()
    assert "le fichier manque" in preview.wait_for(BANNER)
    preview.register.write_text(GOOD, encoding="utf-8")
    preview.wait_for(BANNER, gone=True)


def test_a_folder_taken_away_and_put_back_is_watched_again(preview: PreviewRun) -> None:
    data, away = preview.folder / "data", preview.folder / "away"
    data.rename(away)
    assert "le fichier manque" in preview.wait_for(BANNER)
    away.rename(data)
    preview.wait_for(BANNER, gone=True)
    preview.register.write_text(edit(GOOD, "Zback "), encoding="utf-8")
    preview.wait_for("Zback")


def test_an_address_that_leads_nowhere_shows_the_problems_and_reloads(preview: PreviewRun) -> None:
    preview.register.write_text(GOOD.replace("phase: ", "phaze: ", 1), encoding="utf-8")
    preview.wait_for(BANNER)
    with pytest.raises(HTTPError) as answer:
        urlopen(f"{preview.address}/fr/initiatives/nosuch/")
    with answer.value:
        page = answer.value.read().decode()
    assert "phaze" in page
    assert "livereload(" in page
    # Those that a host serves for any address.
    for path in ("404.html", "fr/404.html", "en/404.html"):
        assert "phaze" in preview.read(path), path


def test_the_configuration_broken_and_fixed(preview: PreviewRun) -> None:
    configuration = preview.folder / "mkdocs.yml"
    valid = configuration.read_text(encoding="utf-8")
    try:
        configuration.write_text(f"{valid}\nbroken: [\n", encoding="utf-8")
        preview.wait_for(BANNER)
    finally:
        configuration.write_text(valid, encoding="utf-8")
    preview.wait_for(BANNER, gone=True)


def test_another_category_has_its_colour(preview: PreviewRun) -> None:
    vocabulary = preview.folder / "data" / "vocabulary.yaml"
    valid = vocabulary.read_text(encoding="utf-8")
    head, first, rest = valid.partition("  capacity-building:\n")
    more = f"  more:\n{rest[: rest.index('    printed:')]}    printed: {{}}\n"
    try:
        assert ".category-6" not in preview.read_style_sheet("fr/categories/")
        vocabulary.write_text(head + more + first + rest, encoding="utf-8")
        preview.wait_for("<article", "fr/categories/more/")
        assert ".category-6" in preview.read_style_sheet("fr/categories/more/")
    finally:
        vocabulary.write_text(valid, encoding="utf-8")


def test_a_renamed_id_moves_the_page(preview: PreviewRun) -> None:
    anomalies = preview.folder / "data" / "anomalies.yaml"
    valid = anomalies.read_text(encoding="utf-8")
    rename = re.compile(r"(?<=: )cen$|(?<=[ \[])cen(?=[,\]])|(?<=- )cen$", re.MULTILINE)
    anomalies.write_text(rename.sub("cen-renamed", valid), encoding="utf-8")
    preview.register.write_text(rename.sub("cen-renamed", GOOD), encoding="utf-8")
    try:
        preview.wait_for("<article", "fr/initiatives/cen-renamed/")
        # A warning says what keeps the former address.
        preview.wait_for("`cen` dans son champ `former_ids`", "fr/")
        assert preview.read("fr/initiatives/cen/") == ""
    finally:
        anomalies.write_text(valid, encoding="utf-8")
        preview.register.write_text(GOOD, encoding="utf-8")
    preview.wait_for("<article")


def test_fifty_saves_in_two_seconds_half_of_them_cut_short(preview: PreviewRun) -> None:
    chance = random.Random(20240319)
    for turn in range(50):
        text = GOOD[: chance.randrange(len(GOOD))] if turn % 2 else GOOD
        preview.register.write_text(text, encoding="utf-8")
        time.sleep(0.04)
    preview.register.write_text(edit(GOOD, "Zlast "), encoding="utf-8")
    page = preview.wait_for("Zlast")
    assert BANNER not in page


def test_changed_code_takes_effect_by_itself(preview: PreviewRun) -> None:
    code = preview.folder / "hooks" / "pages" / "entries" / "citation.py"
    valid = code.read_text(encoding="utf-8")
    try:
        code.write_text(
            valid.replace('"type": "webpage"', '"type": "hooked-page"'), encoding="utf-8"
        )
        preview.wait_for("hooked-page")
        code.write_text(valid + "\ndef (:\n", encoding="utf-8")
        assert "invalid syntax" in preview.wait_for(BANNER)
    finally:
        code.write_text(valid, encoding="utf-8")
    assert "hooked-page" not in preview.wait_for(BANNER, gone=True)


def test_templates_and_hand_written_pages_take_effect(preview: PreviewRun) -> None:
    template = preview.folder / "templates" / "entries" / "entry_page.html"
    valid = template.read_text(encoding="utf-8")
    about = preview.folder / "docs" / "fr" / "about.md"
    written = about.read_text(encoding="utf-8")
    try:
        template.write_text(valid + "\n<p>Ztemplate</p>\n", encoding="utf-8")
        preview.wait_for("Ztemplate")
        template.write_text(valid + "\n{% broken %}\n", encoding="utf-8")
        preview.wait_for(BANNER)
        about.write_text(written + "\n\nZabout\n", encoding="utf-8")
        template.write_text(valid, encoding="utf-8")
        preview.wait_for("Zabout", "fr/about/")
    finally:
        template.write_text(valid, encoding="utf-8")
        about.write_text(written, encoding="utf-8")
    preview.wait_for("Zabout", "fr/about/", gone=True)


def test_the_browser_reloads_by_itself_both_times(preview: PreviewRun, page: Page) -> None:
    page.goto(f"{preview.address}/fr/initiatives/cen/")
    expect(page.locator(f".{BANNER}")).to_have_count(0)
    preview.register.write_text(GOOD.replace("phase: ", "phaze: ", 1), encoding="utf-8")
    expect(page.locator(f".{BANNER}")).to_be_visible()
    expect(page.locator("h1")).to_be_visible()
    preview.register.write_text(GOOD, encoding="utf-8")
    expect(page.locator(f".{BANNER}")).to_have_count(0)


def test_a_reload_keeps_the_place_the_search_and_the_focus(preview: PreviewRun, page: Page) -> None:
    other = page.context.new_page()
    for each in (page, other):
        each.goto(f"{preview.address}/fr/initiatives/cen/")
        search = each.locator(".md-search__input")
        each.bring_to_front()
        search.click()
        search.fill("géoportail")
        search.evaluate("field => field.setSelectionRange(3, 5)")
        each.evaluate("scrollTo(0, 300); window.isOld = true")
    preview.register.write_text(edit(GOOD, "Zkept "), encoding="utf-8")
    for each in (page, other):
        each.wait_for_function("!window.isOld && document.readyState === 'complete'")
        search = each.locator(".md-search__input")
        expect(search).to_have_value("géoportail")
        expect(search).to_be_focused()
        each.wait_for_function("scrollY === 300")
        assert search.evaluate("field => [field.selectionStart, field.selectionEnd]") == [3, 5]
    other.close()


def test_a_page_that_is_opened_anew_keeps_nothing(preview: PreviewRun, page: Page) -> None:
    page.goto(f"{preview.address}/fr/initiatives/cen/")
    page.locator(".md-search__input").fill("géoportail")
    page.goto(f"{preview.address}/fr/initiatives/quick/")
    page.goto(f"{preview.address}/fr/initiatives/cen/")
    expect(page.locator(".md-search__input")).to_have_value("")


def test_a_first_start_without_data_recovers(tmp_path: Path) -> None:
    copy_project(tmp_path)
    shutil.rmtree(tmp_path / "data")
    with run_preview(tmp_path) as run:
        assert "file missing" in run.read("fr/")
        shutil.copytree(ROOT / "data", tmp_path / "data")
        run.wait_for("<article")
        run.wait_for(BANNER, "fr/", gone=True)


def test_a_first_start_on_a_broken_register_recovers(tmp_path: Path) -> None:
    copy_project(tmp_path)
    register = tmp_path / "data" / "initiatives.yaml"
    register.write_text(GOOD.replace("phase: ", "phaze: ", 1), encoding="utf-8")
    with run_preview(tmp_path) as run:
        for path in ("", "fr/", "en/initiatives/cen/"):
            assert "phaze" in run.read(path)
        register.write_text(GOOD, encoding="utf-8")
        run.wait_for("<article")
        run.wait_for(BANNER, "fr/", gone=True)


def compare_with_build(preview: PreviewRun, clean: Path) -> list[str]:
    """Build the project of `preview` into the folder `clean`; return the files that differ."""
    project, address = preview.folder, f"{preview.address}/"
    built = build_site(clean, project / "dist", project, SITE_URL=address, KEEP="off")
    assert built.returncode == 0, built.stdout + built.stderr
    return [
        name.as_posix()
        for path in sorted(clean.rglob("*"))
        # That list is for the next deploy, which a preview has not.
        if path.is_file()
        and path != clean / LIST
        and preview.fetch((name := path.relative_to(clean)).as_posix())
        != HOSTED.sub(b"", path.read_bytes())
    ]


def make_edit(kind: str, folder: Path, files: tuple[Path, ...]) -> None:
    """Make the first edit of the `kind` that changes `files` without a warning.

    Without its milestones an entry may leave a meeting that nothing else uses.
    """
    before = [path.read_text(encoding="utf-8") for path in files]
    for seed in range(1, 100):
        apply_edit(kind, seed, folder)
        after = [path.read_text(encoding="utf-8") for path in files]
        if after != before and not load_register(folder / "data").warnings:
            return
        for path, text in zip(files, before, strict=True):
            path.write_text(text, encoding="utf-8")
    raise AssertionError(f"no edit to {kind}")


def test_the_preview_equals_a_clean_build(
    preview: PreviewRun, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """After a run of edits, one of each kind, every page and file is the same, byte for byte."""
    words = preview.folder / "data" / "interface.yaml"
    valid = words.read_text(encoding="utf-8")
    try:
        for kind in EDITS:
            make_edit(kind, preview.folder, (preview.register, words))
        text = preview.register.read_text(encoding="utf-8")
        preview.register.write_text(edit(text, "Zstamp "), encoding="utf-8")
        preview.wait_for("Zstamp")
        preview.wait_for(BANNER, gone=True)
        different = compare_with_build(preview, tmp_path_factory.mktemp("clean"))
        assert not different, different[:10]
    finally:
        words.write_text(valid, encoding="utf-8")
