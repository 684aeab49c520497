"""A folder is swapped in whole, whatever stops on the way."""

from pathlib import Path

import pytest
from filelock import FileLock

from build.folders.atomic_folder import AtomicFolder, AtomicFolderError
from build.folders.mounted_folder import exchange_content, is_mount
from build.folders.spare_folder import keep_only

pytestmark = pytest.mark.unix


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def make(folder: Path, name: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(name, "utf-8")


def test_a_stop_between_the_renames_is_healed(tmp_path: Path) -> None:
    make(tmp_path / ".site.old", "a")
    make(tmp_path / ".site.new", "b")
    output = AtomicFolder(tmp_path / "site")
    assert output.begin(print).exists()
    assert set(tree(tmp_path / "site")) == {"a"}
    assert not tree(tmp_path / ".site.new")
    output.discard()
    assert {path.name for path in tmp_path.iterdir()} <= {"site", ".site.lock"}


def test_a_stop_before_the_old_folder_is_removed_keeps_what_is_hidden(tmp_path: Path) -> None:
    make(tmp_path / ".site.old", "a")
    make(tmp_path / ".site.old", ".htaccess")
    make(tmp_path / "site", "b")
    AtomicFolder(tmp_path / "site").begin(print)
    assert set(tree(tmp_path / "site")) == {"b", ".htaccess"}
    assert not (tmp_path / ".site.old").exists()


def test_a_refused_rename_puts_the_old_folder_back(tmp_path: Path) -> None:
    make(tmp_path / "site", "a")
    output = AtomicFolder(tmp_path / "site")
    output.begin(print).rmdir()
    with pytest.raises(OSError, match=r"site\.new"):
        output.commit()
    output.discard()
    assert set(tree(tmp_path / "site")) == {"a"}


def test_a_link_to_the_site_stays_a_link(tmp_path: Path) -> None:
    make(tmp_path / "real", "a")
    (tmp_path / "site").symlink_to("real")
    output = AtomicFolder(tmp_path / "site")
    make(output.begin(print), "b")
    output.commit()
    assert (tmp_path / "site").is_symlink()
    assert set(tree(tmp_path / "site")) == {"b"}


def test_patience_has_an_end(tmp_path: Path) -> None:
    said: list[str] = []
    with FileLock(tmp_path / ".site.lock"), pytest.raises(AtomicFolderError, match="another build"):
        AtomicFolder(tmp_path / "site").begin(said.append, patience=0.1)
    assert "waiting" in said[0]


def test_a_file_in_the_way_is_left(tmp_path: Path) -> None:
    make(tmp_path, "site")
    with pytest.raises(AtomicFolderError, match="is a file"):
        AtomicFolder(tmp_path / "site").begin(print)
    assert (tmp_path / "site").is_file()


def test_a_mount_point_keeps_its_place_and_gets_the_new_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("build.folders.atomic_folder.is_mount", lambda path: True)
    target = tmp_path / "site"
    make(target / "en", "a")
    make(target, ".htaccess")
    place = target.stat().st_ino
    output = AtomicFolder(target)
    make(output.begin(print) / "fr", "b")
    output.commit()
    assert target.stat().st_ino == place
    assert tree(target).keys() == {"fr/b", ".htaccess", ".site.lock"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("moved", ["nothing", "the old out", "some of the new in"])
def test_a_stop_within_a_mount_point_is_healed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moved: str
) -> None:
    monkeypatch.setattr("build.folders.atomic_folder.is_mount", lambda path: True)
    target = tmp_path / "site"
    for name in ("a", "b"):
        make(target / (".site.old" if moved != "nothing" else "."), name)
    make(target / ".site.old", "c")
    make(target / ".site.new", "b")
    if moved == "some of the new in":
        make(target / "a", "of the new")
    AtomicFolder(target).begin(print)
    kept = {name for name in tree(target) if not name.startswith(".")}
    assert kept == {"a", "b", "c"}
    assert not (target / ".site.old").exists()


def test_a_refused_rename_within_a_mount_point_puts_the_content_back(tmp_path: Path) -> None:
    make(tmp_path, "a")
    make(tmp_path / "b", "of the old")
    with pytest.raises(OSError, match="new"):
        exchange_content(tmp_path, tmp_path / ".new", tmp_path / ".old")
    assert tree(tmp_path).keys() == {"a", "b/of the old"}


def test_a_folder_mounted_from_the_same_disk_is_found(tmp_path: Path) -> None:
    """To `os.path.ismount` it looks like any other."""
    mounts = tmp_path / "mountinfo"
    mounts.write_text(
        "21 1 254:0 / / rw - ext4 /dev/vda rw\n"
        rf"33 21 254:0 /srv {tmp_path}/my\040site rw shared:1 - ext4 /dev/vda rw", "utf-8"
    )  # fmt: skip
    assert is_mount(tmp_path / "my site", mounts)
    assert not is_mount(tmp_path / "other", mounts)
    assert not is_mount(tmp_path / "my site", tmp_path / "missing")


def swap_in(site: Path, names: tuple[str, ...], others: tuple[str, ...] = ()) -> set[str]:
    """Write a site that reuses files with `names`; return what was there to be written over."""
    output = AtomicFolder(site)
    new = output.begin(print)
    output.reuse(names)
    found = set(tree(new))
    for name in (*names, *others):
        make((new / name).parent, Path(name).name)
    output.commit()
    return found


def test_the_site_before_the_last_is_written_over(tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert swap_in(site, ("a/x", "b/y"), ("c",)) == set()
    assert swap_in(site, ("a/x", "b/y"), ("c",)) == set()
    # What nobody promises to write again is gone, and so is its folder.
    assert swap_in(site, ("a/x", "new")) == {"a/x"}
    assert set(tree(site)) == {"a/x", "new"}
    assert not (site / "b").exists()


def test_what_is_hidden_stays_with_the_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    make(site, ".htaccess")
    for _ in range(3):
        swap_in(site, ("a",))
        assert set(tree(site)) == {"a", ".htaccess"}


def test_links_are_not_written_through(tmp_path: Path) -> None:
    make(tmp_path / "elsewhere", "x")
    spare = tmp_path / ".site.spare"
    make(spare, "alone")
    (spare / "link").symlink_to(tmp_path / "elsewhere" / "x")
    (spare / "folder").symlink_to(tmp_path / "elsewhere")
    names = {"alone", "link", "folder/x", "folder"}
    assert keep_only(spare, names)
    assert {path.name for path in spare.iterdir()} == {"alone"}
    assert set(tree(tmp_path / "elsewhere")) == {"x"}


def test_a_folder_that_cannot_be_reused_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: Path, names: object) -> bool:
        raise OSError("in use")

    make(tmp_path / ".site.spare", "a")
    monkeypatch.setattr("build.folders.atomic_folder.keep_only", refuse)
    assert swap_in(tmp_path / "site", ("a",)) == set()
    assert set(tree(tmp_path / "site")) == {"a"}
