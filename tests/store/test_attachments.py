"""Attachments: kept by content beside the archive, at most 20 MB, changes noticed."""

from pathlib import Path

import pytest

from secretary_desk.errors import DeskError
from secretary_desk.store import attachments


def test_a_file_is_kept_once_under_its_contents_hash(tmp_path: Path):
    photo = tmp_path / "会议照片.JPG"
    photo.write_bytes(b"\xff\xd8" + b"x" * 1000)
    archive = tmp_path / "a.sdesk"
    first, second = (attachments.keep(archive, photo) for _ in range(2))
    assert first == second
    assert (first.name, first.size) == ("会议照片.JPG", 1002)
    (kept,) = (tmp_path / "a.sdesk.files").rglob("*.jpg")
    assert kept == attachments.path_of(archive, first)
    assert kept.parent.name == first.sha256[:2]


def test_a_changed_or_missing_file_is_noticed(tmp_path: Path):
    source = tmp_path / "a.pdf"
    source.write_bytes(b"%PDF")
    kept = attachments.keep(tmp_path / "a.sdesk", source)
    assert attachments.is_sound(tmp_path / "a.sdesk", kept)
    attachments.path_of(tmp_path / "a.sdesk", kept).write_bytes(b"%PDf")
    assert not attachments.is_sound(tmp_path / "a.sdesk", kept)
    attachments.path_of(tmp_path / "a.sdesk", kept).unlink()
    assert not attachments.is_sound(tmp_path / "a.sdesk", kept)


def test_a_missing_or_too_large_file_is_a_sentence(tmp_path: Path):
    with pytest.raises(DeskError, match="没有存进来"):
        attachments.keep(tmp_path / "a.sdesk", tmp_path / "无.jpg")
    large = tmp_path / "large.bin"
    with large.open("wb") as file:
        file.truncate(attachments.LIMIT + 1)
    with pytest.raises(DeskError, match="超过每个20MB"):
        attachments.keep(tmp_path / "a.sdesk", large)
