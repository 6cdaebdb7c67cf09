"""Backups and packages on the command line, each with its documented JSON."""

import json
from pathlib import Path

import pytest
from cli.running import new_archive, refusal, said, value

MEETING = {"日期": "2026-03-05", "类型": "支委会", "主题": "研究发展对象"}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    photo = tmp_path / "照片.jpg"
    photo.write_bytes(b"\xff\xd8" + bytes(3000))
    path = new_archive(tmp_path)
    add(path, **MEETING, 附件=[str(photo)])
    return path


def add(archive: Path, **entry: object) -> None:
    said("add", archive, "三会一课", given=json.dumps(entry, ensure_ascii=False))


def listed(archive: Path) -> list[str]:
    return [entry["fields"]["topic"] for entry in value("list", "list", archive, "三会一课")]


def test_a_backup_is_made_listed_and_restored(archive: Path):
    made = value("backup", "backup", archive)
    assert (made["entries"], made["reason"]) == (3, "手动")
    add(archive, 主题="后来")
    assert value("backups", "backups", archive) == [made]
    told = value("restore", "restore", made["path"], archive, "--show")
    change = {"kind": "study_meeting", "label": "三会一课", "back": 0, "changed": 0, "gone": 1}
    assert (told["done"], told["changes"]) == (False, [change])
    assert sorted(listed(archive)) == ["后来", "研究发展对象"]
    assert "三会一课：去掉1条\n已恢复：" in said("restore", made["path"], archive, "--force")
    assert listed(archive) == ["研究发展对象"]
    assert [one["reason"] for one in value("backups", "backups", archive)] == ["恢复前", "手动"]


def test_a_backup_goes_to_a_folder_of_ones_choice(archive: Path, tmp_path: Path):
    stick = tmp_path / "优盘"
    assert "找不到" in refusal("backup", archive, "--to", stick)
    stick.mkdir()
    assert "已备份并核对" in said("backup", archive, "--to", stick)
    (told,) = value("backups", "backups", archive, "--in", stick)
    assert Path(told["path"]).parent == stick
    said("restore", told["path"], tmp_path / "新" / "a.sdesk")
    assert listed(tmp_path / "新" / "a.sdesk") == ["研究发展对象"]


def test_an_archive_is_replaced_only_when_told(archive: Path):
    made = value("backup", "backup", archive)["path"]
    assert "恢复不会覆盖档案" in refusal("restore", made, archive)
    Path(made).write_bytes(Path(made).read_bytes()[:-1])
    assert "不完整" in refusal("restore", made, archive, "--force")
    assert listed(archive) == ["研究发展对象"]


@pytest.mark.parametrize("words", ["", "七月一日 party\n"])
def test_an_archive_goes_into_one_file_and_comes_out(archive: Path, tmp_path: Path, words: str):
    file, new = tmp_path / "搬家.sdeskpack", tmp_path / "新 电脑"
    secret = ("--passphrase-file", "-") if words else ()
    packed = value("pack", "pack", archive, "-o", file, *secret, given=words)
    assert (packed["entries"], packed["files"], packed["missing"]) == (3, 1, 0)
    assert packed["encrypted"] is bool(words)
    out = value("unpack", "unpack", file, "--to", new, *secret, given=words)
    assert Path(out["archive"]) == new / archive.name
    assert listed(new / archive.name) == ["研究发展对象"]
    assert len(list(new.rglob("*.jpg"))) == 1
    assert "已经存在；要覆盖请加 --force" in refusal("pack", archive, "-o", file)


def test_a_passphrase_is_asked_for_and_a_wrong_one_refused(archive: Path, tmp_path: Path):
    file, words = tmp_path / "搬家.sdeskpack", tmp_path / "口令.txt"
    words.write_text("七月一日\n", "utf-8-sig")
    assert "已打包并核对" in said("pack", archive, "-o", file, "--passphrase-file", words)
    assert "请用 --passphrase-file 给出" in refusal("unpack", file)
    words.write_text("八月一日", "utf-8")
    unpack = ("unpack", file, "--to", tmp_path / "新", "--passphrase-file")
    assert "口令不对" in refusal(*unpack, words)
    assert "打不开" in refusal(*unpack, tmp_path / "没有")
    words.write_bytes(b"\xff\xfe")
    assert "不是 UTF-8 文本" in refusal(*unpack, words)
    words.write_bytes(b"")
    assert "口令不能是空的" in refusal(*unpack, words)
    assert not (tmp_path / "新").exists()


def test_a_package_needs_its_ending_and_must_be_one(archive: Path, tmp_path: Path):
    assert "要以 .sdeskpack 结尾" in refusal("pack", archive, "-o", tmp_path / "a.zip")
    assert "不完整或已损坏" in refusal("unpack", archive)
    assert "没有打开" in refusal("unpack", tmp_path / "没有.sdeskpack")
