"""Places where an archive is in danger: told at its founding, and once where it is opened."""

from pathlib import Path, PurePosixPath

import pytest
from desk.answering import Answering
from desk.conftest import NOW
from desk.windows import SMALL
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from sample import sample_archive
from store.dying import dead_network, needs_network

from secretary_desk.desk.instance import Instance
from secretary_desk.desk.memory import Memory
from secretary_desk.desk.opening import Opened
from secretary_desk.desk.place_note import PlaceNote
from secretary_desk.desk.places import place_warning


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (r"C:\Users\张三\OneDrive\支部.sdesk", "OneDrive同步"),
        (r"C:\Users\张三\OneDrive - 公司\党建\支部.sdesk", "OneDrive同步"),
        (r"D:\我的坚果云\支部.sdesk", ""),
        (r"D:\坚果云\支部.sdesk", "坚果云同步"),
        (r"D:\Nutstore Files\支部.sdesk", "坚果云同步"),
        (r"E:\同步\党建\支部.sdesk", "OneDrive同步"),
        (r"E:\同步盘\支部.sdesk", ""),
        (r"\\server\share\支部.sdesk", "在网络上"),
        ("/media/zhang/KINGSTON/支部.sdesk", "优盘或移动硬盘"),
        ("/home/zhang/支部.sdesk", ""),
    ],
)
def test_a_place_where_an_archive_is_in_danger_is_warned_of(place: str, words: str):
    environment = {"OneDriveCommercial": "E:\\同步\\", "OneDriveConsumer": "", "PATH": "/media"}
    said = place_warning(PurePosixPath(place), environment)
    assert words in said
    assert bool(said) == bool(words)


def test_a_stick_is_a_good_place_for_what_is_carried_on_it_on_purpose():
    place = PurePosixPath("/media/zhang/KINGSTON/资料/支部.sdesk")
    assert place_warning(place, {})
    assert place_warning(place, {}, carried=True) == ""
    assert "在网络上" in place_warning(PurePosixPath(r"\\server\share\a.sdesk"), {}, carried=True)


@needs_network
def test_a_folder_of_another_computer_is_known_by_its_mount_though_it_does_not_answer(tmp_path):
    place = tmp_path / "党办 共享" / "支部" / "甲.sdesk"
    assert place_warning(place) == ""
    with dead_network(tmp_path / "党办 共享"):
        assert "这个位置在网络上" in place_warning(place)
        assert place_warning(tmp_path / "党办 共享2" / "甲.sdesk") == ""
    assert place_warning(place) == ""


@pytest.fixture
def synced(tmp_path, monkeypatch) -> Path:
    """An archive in a folder that OneDrive synchronises."""
    folder = tmp_path / "OneDrive - 示例"
    folder.mkdir()
    monkeypatch.setenv("OneDriveCommercial", str(folder))
    return sample_archive(folder)


@pytest.fixture
def opened(qtbot, tmp_path):
    made = []

    def work(archive):
        memory = Memory(tmp_path / "memory.ini")
        shown = Opened(archive, Instance(archive), memory, Answering(), lambda: NOW)
        shown.window.resize(*SMALL)
        shown.window.show()
        made.append(shown)
        return shown

    yield work
    for shown in made:
        shown.put_away()


def note(shown) -> PlaceNote:
    return shown.window.findChild(PlaceNote)


def test_an_archive_opened_in_a_synchronised_folder_says_so_until_that_is_read(opened, synced):
    first = opened(synced)
    assert note(first).isVisible()
    assert note(first).findChild(QLabel).text() == (
        "档案现在完好。不过这个位置由OneDrive同步，同步时可能损坏正在使用的档案；"
        "建议放在本机文件夹，再用“备份一份…”存到这里。"
    )
    QTest.mouseClick(note(first).findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert not note(first).isVisible()
    assert not note(opened(synced)).isVisible()


def test_an_archive_moved_to_another_such_place_says_so_again(opened, synced, tmp_path):
    first = opened(synced)
    QTest.mouseClick(note(first).findChild(QPushButton), Qt.MouseButton.LeftButton)
    first.put_away()
    (tmp_path / "坚果云").mkdir()
    moved = synced.rename(tmp_path / "坚果云" / synced.name)
    assert "坚果云同步" in note(opened(moved)).findChild(QLabel).text()


def test_an_archive_in_a_good_place_says_nothing(opened, tmp_path):
    assert not note(opened(sample_archive(tmp_path))).isVisible()
