"""Attachments: kept by content beside the archive, at most 20 MB, changes noticed."""

import os
from pathlib import Path

import pytest

from secretary_desk.errors import DeskError
from secretary_desk.kinds.theme_day import ThemeDay
from secretary_desk.records.record import Attachment
from secretary_desk.store import attachments
from secretary_desk.store.attachments import State


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    (tmp_path / "a.sdesk").touch()
    return tmp_path / "a.sdesk"


def written(folder: Path, name: str, data: bytes = b"%PDF") -> Path:
    (folder / name).write_bytes(data)
    return folder / name


def test_a_file_is_kept_once_under_its_contents_hash(archive: Path, tmp_path: Path):
    photo = written(tmp_path, "会议照片.JPG", b"\xff\xd8" + b"x" * 1000)
    first, second = (attachments.keep(archive, photo) for _ in range(2))
    assert first == second
    assert (first.name, first.size) == ("会议照片.JPG", 1002)
    (kept,) = (tmp_path / "a.sdesk.files").rglob("*.jpg")
    assert kept == attachments.path_of(archive, first)
    assert kept.parent.name == first.sha256[:2]


def test_content_without_a_file_is_kept_as_a_file_is(archive: Path, tmp_path: Path):
    pasted = attachments.keep_bytes(archive, "照片.pdf", b"%PDF")
    assert pasted == attachments.keep(archive, written(tmp_path, "照片.pdf"))
    assert attachments.is_sound(archive, pasted)


def test_a_changed_or_missing_file_is_noticed_and_mended_by_adding_it_again(
    archive: Path, tmp_path: Path
):
    source = written(tmp_path, "a.pdf")
    kept = attachments.keep(archive, source)
    assert attachments.state(archive, kept) is State.SOUND
    attachments.path_of(archive, kept).write_bytes(b"%PDf")
    assert attachments.state(archive, kept) is State.CHANGED
    assert attachments.keep(archive, source) == kept
    assert attachments.state(archive, kept) is State.SOUND
    attachments.path_of(archive, kept).unlink()
    assert attachments.state(archive, kept) is State.MISSING


def test_the_missing_and_changed_are_told_with_their_entries(archive: Path, tmp_path: Path):
    sound, lost = (
        attachments.keep(archive, written(tmp_path, name, name.encode())) for name in ("甲", "乙")
    )
    attachments.path_of(archive, lost).unlink()
    entries = [ThemeDay(files=(sound,)), ThemeDay(files=(sound, lost)), ThemeDay()]
    assert list(attachments.unsound(archive, entries)) == [(entries[1], lost, State.MISSING)]


def test_a_missing_or_too_large_file_or_a_folder_is_a_sentence(archive: Path, tmp_path: Path):
    with pytest.raises(DeskError, match="没有存进来"):
        attachments.keep(archive, tmp_path / "无.jpg")
    with pytest.raises(DeskError, match="没有存进来"):
        attachments.keep(archive, tmp_path / "无\0.jpg")
    with pytest.raises(DeskError, match="是文件夹"):
        attachments.keep(archive, tmp_path)
    large = tmp_path / "large.bin"
    with large.open("wb") as file:
        file.truncate(attachments.LIMIT + 1)
    with pytest.raises(DeskError, match="超过每个20MB"):
        attachments.keep(archive, large)
    with pytest.raises(DeskError, match="超过每个20MB"):
        attachments.keep_bytes(archive, "大.png", b"x" * (attachments.LIMIT + 1))
    assert not attachments.folder(archive).exists()


def test_where_nothing_can_be_written_a_sentence_says_so(archive: Path, tmp_path: Path):
    attachments.folder(archive).write_text("in the way")
    with pytest.raises(DeskError, match="原来的文件没有变动"):
        attachments.keep(archive, written(tmp_path, "a.pdf"))


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.pdf", "nul.pdf", "a\0b\n.pdf", "长" * 300 + ".pdf", "\udcff.pdf", ""]
)
def test_a_crafted_name_leads_nowhere_else(archive: Path, name: str):
    kept = attachments.keep_bytes(archive, name, b"%PDF")
    assert attachments.path_of(archive, kept).resolve().is_relative_to(attachments.folder(archive))
    assert attachments.is_sound(archive, kept)
    assert kept.name
    kept.name.encode()  # what cannot be encoded cannot be stored


@pytest.mark.parametrize("sha256", ["", "../../x", "A" * 64, "/etc/passwd", "a" * 63 + "\n"])
def test_what_is_no_hash_is_never_looked_for(archive: Path, sha256: str):
    assert attachments.state(archive, Attachment(name="a", sha256=sha256)) is State.MISSING


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_planted_in_the_folder_is_not_followed_and_gives_way(archive: Path, tmp_path: Path):
    source = written(tmp_path, "a.pdf")
    kept = attachments.keep(archive, source)
    path = attachments.path_of(archive, kept)
    path.unlink()
    path.symlink_to(source)
    assert attachments.state(archive, kept) is State.CHANGED
    attachments.keep(archive, source)
    assert not path.is_symlink()
    assert attachments.is_sound(archive, kept)


def test_a_copy_is_written_out_and_none_of_what_is_not_sound(archive: Path, tmp_path: Path):
    kept = attachments.keep_bytes(archive, "a.pdf", b"%PDF")
    attachments.copy_out(archive, kept, tmp_path / "副本.pdf")
    assert (tmp_path / "副本.pdf").read_bytes() == b"%PDF"
    with pytest.raises(DeskError, match="没有另存"):
        attachments.copy_out(archive, kept, archive.with_name("a.sdesk.files"))
    attachments.path_of(archive, kept).unlink()
    with pytest.raises(DeskError, match="文件不见了"):
        attachments.copy_out(archive, kept, tmp_path / "二.pdf")
    assert not (tmp_path / "二.pdf").exists()
