"""What can go wrong on the way between two computers is a sentence in the window, and no more."""

import json
import os
import random
from pathlib import Path
from zipfile import ZipFile

import pytest
from desk.moving.moves import WORDS, Move
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from store.backing import names, tree, with_byte_changed, with_photo
from store.crafted import LIST, listed, written
from store.real import needs_disk, pull_out, small_disk

from secretary_desk.desk.moving import dialog as dialog_module
from secretary_desk.desk.moving.job import Job
from secretary_desk.store.pack import pack
from secretary_desk.store.store import Store

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints"),  # the offscreen platform says it
    pytest.mark.usefixtures("quick"),
]


@pytest.fixture
def package(old: Move, tmp_path: Path) -> Path:
    return pack(old.archive, tmp_path / "a.sdeskpack", None).path


@pytest.fixture
def locked(old: Move, tmp_path: Path) -> Path:
    return pack(old.archive, tmp_path / "b.sdeskpack", WORDS).path


def grow(archive: Path, photos: int) -> None:
    """Add photos of 4 MB."""
    with Store.open(archive) as store:
        for number in range(photos):
            photo = random.Random(number).randbytes(4_000_000)
            store.save(with_photo(archive, f"第{number}次", photo))


def refused(move: Move, sentence: str) -> None:
    """Whether the way in ends in a sentence, with nothing brought in."""
    assert sentence in move.trouble()
    assert "什么也没有改动" in move.trouble()
    assert "\n" not in move.trouble()
    assert not move.archives.exists()


def test_a_wrong_passphrase_is_said_and_may_be_typed_again(new: Move, locked: Path):
    new.press("选择文件", locked)
    new.press("看看里面有什么")
    assert new.trouble() == "请输入口令"
    new.type("wrong words")
    new.press("看看里面有什么")
    refused(new, "口令不对，或文件已损坏")
    (box,) = new.boxes()
    assert new.dialog.focusWidget() is box
    assert box.selectedText()
    QTest.keyClicks(box, WORDS)
    assert new.trouble() == ""
    new.press("看看里面有什么")
    new.press("搬到这台电脑")
    new.press("打开这份档案")
    assert new.arrived


@pytest.mark.parametrize("share", [0, 0.01, 0.5, 0.99])
@pytest.mark.parametrize("is_locked", [False, True])
def test_a_file_that_was_cut_short_is_refused(
    new: Move, package: Path, locked: Path, share: float, is_locked: bool
):
    file = locked if is_locked else package
    data = file.read_bytes()
    file.write_bytes(data[: round(len(data) * share)])
    new.press("选择文件", file)
    if new.boxes():
        new.type(WORDS)
        new.press("看看里面有什么")
    refused(new, "损坏")


def test_a_file_with_a_byte_changed_is_refused(new: Move, package: Path, locked: Path):
    for file in (package, locked):
        with_byte_changed(file, 5000)
        new.press("选择文件", file)
        if new.boxes():
            new.type(WORDS)
            new.press("看看里面有什么")
        refused(new, "损坏")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda told: told.update(format=2), "请先升级程序"),
        (lambda told: told["files"]["archive.sdesk"].update(sha256="0" * 64), "已损坏"),
        (lambda told: told["files"].update({"../a": {"size": 1, "sha256": "0" * 64}}), "已损坏"),
        (lambda told: told.pop("files"), "已损坏"),
    ],
)
def test_a_file_that_we_did_not_write_so_is_refused(
    new: Move, package: Path, tmp_path: Path, change, sentence: str
):
    new.press("选择文件", written(tmp_path / "c.sdeskpack", listed(read(package), change)))
    refused(new, sentence)


def test_any_other_file_is_refused(new: Move, old: Move, tmp_path: Path):
    (tmp_path / "照片.sdeskpack").write_bytes(b"\xff\xd8\xff" + bytes(5000))
    (tmp_path / "空.sdeskpack").touch()
    for file in (tmp_path / "照片.sdeskpack", tmp_path / "空.sdeskpack", old.archive):
        new.press("选择文件", file)
        refused(new, "不完整或已损坏")
        assert not new.button("搬到这台电脑").isEnabled()


def test_an_archive_of_a_later_program_asks_for_it(new: Move, package: Path, tmp_path: Path):
    parts = read(package)
    whole = bytearray(parts["archive.sdesk"])
    whole[60:64] = (99).to_bytes(4, "big")  # SQLite's user_version
    later = listed(parts | {"archive.sdesk": bytes(whole)})
    new.press("选择文件", written(tmp_path / "c.sdeskpack", later))
    new.press("搬到这台电脑")
    refused(new, "更新版本")


@pytest.mark.parametrize("name", ["../../evil\n<b>x</b>", "a" * 100_000, "\u202e" * 50, ""])
def test_a_name_that_leads_elsewhere_or_is_endless_is_shown_tamed(
    new: Move, package: Path, tmp_path: Path, name: str
):
    crafted = listed(read(package), lambda told: told.update(name=name))
    new.press("选择文件", written(tmp_path / "c.sdeskpack", crafted))
    assert "装好的日期" in new.said()
    assert new.dialog.width() < 1000
    assert new.dialog.height() < 560
    new.press("搬到这台电脑")
    new.press("打开这份档案")
    assert [path.parent for path in new.arrived] == [new.archives]


SETTINGS = {
    "huge": json.dumps({"pins": ["a" * 2**21]}).encode(),
    "binary": bytes(range(256)),
    "no settings": b"[1, 2]",
    "deep": b"[" * 100_000,
}


@pytest.mark.parametrize("settings", SETTINGS)
def test_settings_that_are_none_are_refused(
    new: Move, package: Path, tmp_path: Path, settings: str
):
    parts = read(package) | {"settings.json": SETTINGS[settings]}
    new.press("选择文件", written(tmp_path / "c.sdeskpack", listed(parts)))
    if not new.trouble():
        new.press("搬到这台电脑")
    refused(new, "损坏")


def test_foreign_settings_are_passed_over_and_the_archive_comes_in(
    new: Move, package: Path, tmp_path: Path
):
    foreign = {
        "archives": ["/etc/passwd"],
        "folder/moving": "C:\\Windows",
        "pins": ["dues", "/etc/passwd", 5],
        "views": {"window": "AAAA", "calendar": "../../x"},
    }
    parts = read(package) | {"settings.json": json.dumps(foreign).encode()}
    new.press("选择文件", written(tmp_path / "c.sdeskpack", listed(parts)))
    new.press("搬到这台电脑")
    new.press("打开这份档案")
    assert new.arrived
    assert new.memory.travelling() == {"pins": ["dues"], "views": {}}
    assert new.memory.recent() == []
    assert new.memory.state("window").isEmpty()


def read(package: Path) -> dict[str, bytes]:
    with ZipFile(package) as opened:
        assert LIST in opened.namelist()
        return {name: opened.read(name) for name in opened.namelist()}


def test_a_file_that_is_gone_when_it_is_wanted_is_said(new: Move, package: Path, locked: Path):
    new.press("选择文件", package)
    package.unlink()
    new.press("搬到这台电脑")
    refused(new, "优盘已拔出")
    new.press("选择文件", package)
    refused(new, "优盘已拔出")
    new.press("选择文件", locked)
    new.type(WORDS)
    locked.unlink()
    new.press("看看里面有什么")
    refused(new, "优盘已拔出")


def test_a_damaged_archive_is_not_taken_along(old: Move, tmp_path: Path):
    with_byte_changed(old.archive, old.archive.read_bytes().rindex("有照片".encode()))
    before = tree(tmp_path)
    old.take(tmp_path / "优盘.sdeskpack", None)
    assert "没有保留" in old.trouble()
    assert tree(tmp_path) == before


@pytest.mark.skipif(os.name == "nt", reason="of POSIX")
def test_a_name_or_a_place_that_cannot_be_is_said(old: Move, tmp_path: Path):
    (tmp_path / "文件").touch()
    for target in (tmp_path / ("长" * 300), tmp_path / "文件" / "a", Path("/proc/a")):
        before = names(tmp_path)
        old.take(target.with_name(f"{target.name}.sdeskpack"), None)
        assert "没有写成" in old.trouble()
        assert names(tmp_path) == before
        old.press("返回")
        old.dialog._taking._locked.setChecked(True)


@needs_disk
def test_a_full_stick_is_said_and_nothing_is_left_on_it(old: Move, tmp_path: Path):
    grow(old.archive, 1)
    with small_disk(tmp_path / "优盘", 3 * 2**20):
        old.take(tmp_path / "优盘" / "a.sdeskpack")
        assert "所在的磁盘只剩3MB，需要7MB" in old.trouble()
        assert [box.text() for box in old.boxes()] == [WORDS, WORDS]
        assert not any((tmp_path / "优盘").iterdir())
    old.press("存到哪里", tmp_path / "a.sdeskpack")
    assert "装好了" in old.said()


@needs_disk
def test_a_full_computer_is_said_and_nothing_is_left_on_it(new: Move, old: Move, tmp_path: Path):
    grow(old.archive, 1)
    file = pack(old.archive, tmp_path / "a.sdeskpack", None).path
    with small_disk(new.archives, 3 * 2**20):
        new.press("选择文件", file)
        new.press("搬到这台电脑")
        assert "磁盘只剩" in new.trouble()
        assert "什么也没有改动" in new.trouble()
        assert not any(new.archives.iterdir())
        assert new.button("搬到这台电脑").isEnabled()


@needs_disk
@pytest.mark.parametrize("what", ["正在装入", "正在核对"])
def test_a_stick_pulled_out_while_it_is_written_is_said(
    old: Move, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
):
    def pull_then(job: Job, doing: str, share: float) -> None:
        if doing == what and os.path.ismount(tmp_path / "优盘"):
            pull_out(tmp_path / "优盘")

    monkeypatch.setattr(Job, "_hear", pull_then)
    grow(old.archive, 3)
    before = tree(old.archive.parent)
    with small_disk(tmp_path / "优盘", 64 * 2**20):
        old.take(tmp_path / "优盘" / "a.sdeskpack", None)
        assert "没有写成" in old.trouble()
        assert "优盘已拔出" in old.trouble()
        assert "原来的档案没有变动" in old.trouble()
    assert tree(old.archive.parent) == before
    assert not any((tmp_path / "优盘").iterdir())


@needs_disk
def test_a_stick_pulled_out_before_it_is_read_is_said(new: Move, package: Path, tmp_path: Path):
    with small_disk(tmp_path / "优盘", 8 * 2**20):
        file = tmp_path / "优盘" / "a.sdeskpack"
        file.write_bytes(package.read_bytes())
        new.press("选择文件", file)
        pull_out(tmp_path / "优盘")
        new.press("搬到这台电脑")
        refused(new, "优盘已拔出")


def test_a_fault_of_the_program_leaves_a_dialog_that_can_be_used(
    old: Move, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot
):
    def fails(*_given, **_more):
        raise ZeroDivisionError

    monkeypatch.setattr(dialog_module, "pack", fails)
    with qtbot.captureExceptions() as raised:
        old.take(tmp_path / "a.sdeskpack", None)
    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]
    monkeypatch.undo()
    QTest.mouseClick(old.button("返回"), Qt.MouseButton.LeftButton)
    old.dialog._taking._locked.setChecked(True)
    old.take(tmp_path / "a.sdeskpack")
    assert "装好了" in old.said()
