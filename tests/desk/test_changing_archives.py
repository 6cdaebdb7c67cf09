"""From one archive to another: nothing typed is lost on the way, and nothing is left open."""

import pytest
from desk.windows import menu
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from sample import sample_archive
from sqlite_utils import Database
from typing_chinese import compose

from secretary_desk import paths
from secretary_desk.desk.page import Place
from secretary_desk.kinds import study_meeting
from secretary_desk.store.founding import create_archive
from secretary_desk.store.rows import sealed


@pytest.fixture
def other(home):
    """Another archive, in a folder of its own."""
    (home / "other").mkdir()
    create_archive(home / "other" / "乙.sdesk", "乙支部", "李四", None, 2026).close()
    return home / "other" / "乙.sdesk"


def locks(folder):
    return sorted(lock.name for lock in folder.rglob("~$*"))


def type_something_unreadable(window):
    window.go(Place("study_meeting"))
    window.page.begin()
    form = window.page._editor._form
    compose(form.field("topic").focusProxy(), "研究发展对象")
    QTest.keyClicks(form.field("held_on").focusProxy(), "x")


def test_whoever_wants_to_mend_what_is_typed_stays_in_the_archive(program, home, other):
    program.start(sample_archive(home))
    window = program.window
    type_something_unreadable(window)
    program._ask.answers.append("返回修改")
    assert not program.open(other)
    assert (program.window, program._ask.parent) == (window, window)
    assert window.isVisible()
    assert locks(home) == ["~$示例.sdesk.lock"]
    program._ask.answers.append("放弃这一处")
    assert program.open(other)
    assert locks(home) == ["~$乙.sdesk.lock"]


def test_whoever_stays_since_the_backup_failed_stays_in_the_archive(program, home, other):
    archive = sample_archive(home)
    program.start(archive)
    window = program.window
    paths.backups(archive).write_bytes(b"in the way")
    program._ask.answers.append("返回")
    assert not program.open(other)
    assert (program.window, program.archive()) == (window, archive)
    assert program._memory.last_archive() == archive
    assert window.desk.store.entries(study_meeting.KIND)  # still open
    assert locks(home) == ["~$示例.sdesk.lock"]
    program._ask.answers.append("不备份，退出")
    assert window.close()


def test_an_archive_whose_entries_cannot_be_read_is_not_kept_open(program, home, other, qtbot):
    db = Database(other)
    row = next(iter(db["branch"].rows)) | {"secretaries": '[{"who": 5}]'}
    db["branch"].upsert(sealed(row), pk="id")
    db.close()
    program.start(sample_archive(home))
    assert not program.open(other)
    qtbot.waitUntil(lambda: open_files(other) == [])  # looked at for what is wrong
    said = [each.text() for each in program._offering.dialog.findChildren(QLabel)]
    assert any("乙.sdesk”已损坏" in text for text in said)
    assert locks(home) == ["~$示例.sdesk.lock"]


def open_files(path):
    """Return this process's descriptors of a file; none where the machine does not tell."""
    folder = path.__class__("/proc/self/fd")
    links = list(folder.iterdir()) if folder.is_dir() else []
    return [link for link in links if link.exists() and link.readlink() == path]


def test_the_window_cannot_be_closed_behind_the_three_questions(program, home):
    program.start()
    assert not program._first.isModal()
    program.open(sample_archive(home))
    menu(program, "新建档案…")
    assert program._first.isModal()


def test_words_typed_last_are_not_looked_for_in_a_closed_archive(program, home, qtbot):
    program.start(sample_archive(home))
    QTest.keyClicks(program.window._head._words, "dk")
    assert program.window.close()
    qtbot.wait(300)  # asked now, the closed file would raise
    assert program.window._head._words.text() == ""
