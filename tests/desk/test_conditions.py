"""The window on a full, a read-only, a dead and a vanished disk: opened, typed in, and closed."""

import subprocess

import pytest
from desk.test_quick import jot
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from sample import sample_archive
from store.dying import dead_network, needs_network, needs_stick, stick
from store.real import filled, needs_disk, small_disk
from typing_chinese import compose

from secretary_desk.desk.page import Place
from secretary_desk.desk.place_note import PlaceNote
from secretary_desk.kinds import study_meeting
from secretary_desk.store.health import check_header
from secretary_desk.store.holding import lock_of
from secretary_desk.store.store import Store

MIB, LEAVE = 2**20, "不备份，退出"


@pytest.fixture
def disk(home):
    with small_disk(home / "盘", 16 * MIB) as mounted:
        assert mounted
        yield home / "盘"


def asked(program) -> list[str]:
    return program._ask.asked


def note(program) -> PlaceNote:
    return program.window.findChild(PlaceNote)


@needs_disk
def test_on_a_full_disk_the_archive_opens_and_whoever_leaves_is_told_of_the_backup(program, disk):
    archive = sample_archive(disk)
    filler = filled(disk)
    assert program.open(archive)
    assert not note(program).isVisible()
    program._ask.answers += ["返回"]
    assert not program.window.close()
    assert "磁盘" in asked(program)[-1]
    assert "没有变动" in asked(program)[-1]
    filler.unlink()
    assert program.window.close()


@needs_disk
def test_a_read_only_disk_is_said_at_the_opening_and_no_lock_is_laid_there(program, disk):
    archive = sample_archive(disk)
    before = archive.read_bytes()
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    assert program.open(archive)
    assert note(program).isVisible()
    said = note(program).findChild(QLabel).text()
    assert said.startswith("这份档案现在只能看、能导出，存不下改动")
    assert said.endswith("已保存的内容都在。")
    assert not lock_of(archive).exists()
    program._ask.answers += [LEAVE]
    assert program.window.close()
    assert "只读" in asked(program)[-1]
    assert archive.read_bytes() == before
    assert list(disk.iterdir()) == [archive]


@needs_network
def test_an_archive_on_a_network_that_is_down_is_a_sentence(program, home):
    with dead_network(home / "共享"):
        assert not program.open(home / "共享" / "甲.sdesk")
        dialog = program._offering.dialog
        told = asked(program) + [label.text() for label in dialog.findChildren(QLabel)]
        assert any("网络断开了，连上后再试；文件没有被改动" in text for text in told)
        program.leave()


@needs_stick
def test_an_archive_on_a_stick_that_does_not_answer_is_a_sentence(program, home):
    with stick(home / "优盘") as plugged:
        archive = sample_archive(plugged.folder)
        plugged.pull()
        assert not program.open(archive)
        dialog = program._offering.dialog
        told = asked(program) + [label.text() for label in dialog.findChildren(QLabel)]
        assert any("优盘已拔出，接好后再试；文件没有被改动" in text for text in told)
        dialog.close()
        plugged.plug()
        assert program.open(archive)
        assert program.window.close()


@needs_stick
def test_a_window_whose_stick_is_away_closes_when_its_user_wants_it(program, home):
    with stick(home / "优盘") as plugged:
        archive = sample_archive(plugged.folder)
        assert program.open(archive)
        plugged.pull(unmounted=True)
        program._ask.answers += ["返回", LEAVE]
        assert not program.window.close()
        assert program.window.isVisible()
        assert program.window.close()
        assert all("优盘" in text for text in asked(program))
        plugged.plug()
        assert check_header(archive)
        Store.open(archive).close()


@needs_disk
@pytest.mark.qt_log_ignore(r"does not support raise")
def test_a_line_jotted_down_on_a_full_disk_stays_in_its_box(program, disk):
    archive = sample_archive(disk)
    assert program.open(archive)
    program.window.desk.save(study_meeting.StudyMeeting(topic="先写一条"))
    filler = filled(disk)
    dialog = jot(program.window, "3.5 支委会 研究发展对象")
    QTest.keyClick(dialog._box, Qt.Key.Key_Return)
    assert "磁盘已满，请清理后再试；此前保存的内容都在" in dialog._noted.text()
    assert dialog._box.text().strip() == "3.5 支委会 研究发展对象"
    filler.unlink()
    QTest.keyClick(dialog._box, Qt.Key.Key_Return)
    assert "已记下" in dialog._noted.text()
    dialog.hide()
    assert program.window.close()


@needs_disk
def test_a_photo_for_which_there_is_no_room_is_told_and_the_entry_goes_on(program, disk, home):
    archive = sample_archive(disk)
    assert program.open(archive)
    window = program.window
    window.go(Place("study_meeting"))
    window.page.begin()
    form = window.page._editor._form
    compose(form.field("topic").focusProxy(), "有照片的一条")
    assert window.page._editor.save()
    photo = home / "照片.jpg"
    photo.write_bytes(b"\xff\xd8" + bytes(3 * MIB))
    filler = filled(disk, but=MIB)
    form.field("files").attach(photo)
    assert "附件“照片.jpg”没有存进来：磁盘已满，请清理后再试；原来的文件没有变动" in asked(program)
    assert form.field("files").value() == ()
    filler.unlink()
    form.field("files").attach(photo)
    assert len(form.field("files").value()) == 1
    assert window.close()
