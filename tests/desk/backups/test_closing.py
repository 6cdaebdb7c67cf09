"""Leaving: a backup first, and the window stays where none can be made."""

import shutil
import threading
import time

import pytest
from desk.windows import menu
from PySide6.QtCore import QTimer
from sample import sample_archive
from store.makers import meeting
from store.real import needs_disk, small_disk

from secretary_desk import paths
from secretary_desk.desk.backups import keeper as keeping
from secretary_desk.kinds.branch import KIND as BRANCH
from secretary_desk.store.backup import back_up, backups_of


def test_a_backup_that_cannot_be_made_keeps_the_window_and_says_why(program, home):
    archive = sample_archive(home)
    program.start(archive)
    paths.backups(archive).write_bytes(b"in the way")
    program._ask.answers.extend(["返回", "再试一次", "返回"])
    assert not program.window.close()
    assert "退出前的备份没有做成，窗口没有关" in program._ask.asked[-1]
    assert program.window.isVisible()
    assert program.window.desk.store.entries(BRANCH)
    assert not program.window.close()
    paths.backups(archive).unlink()
    assert program.window.close()
    assert len(backups_of(archive)) == 1


def test_whoever_only_presses_a_key_at_that_question_stays(program, home):
    archive = sample_archive(home)
    program.start(archive)
    paths.backups(archive).write_bytes(b"in the way")
    asked = []
    program._ask.choose = lambda text, *answers, **given: asked.append((answers, given)) or 0
    assert not program.window.close()
    assert asked == [(("返回", "再试一次", "不备份，退出"), {"on_escape": 0})]
    program._ask.choose = lambda text, *answers, **_: answers.index("不备份，退出")
    assert program.window.close()


@needs_disk
def test_a_full_disk_keeps_the_window_until_there_is_room(program, home):
    disk = home / "disk"
    with small_disk(disk, 12 * 2**20):
        archive = sample_archive(disk)
        program.start(archive)
        (disk / "films").write_bytes(bytes(shutil.disk_usage(disk).free - 2**20))
        program._ask.answers.append("返回")
        assert not program.window.close()
        assert "磁盘只剩" in program._ask.asked[-1]
        assert program.window.desk.save(meeting("盘满时还能看"))
        (disk / "films").unlink()
        assert program.window.close()
        assert len(backups_of(archive)) == 1
        assert not list(paths.backups(archive).glob(".*"))


@needs_disk
def test_a_folder_that_is_read_only_keeps_the_window(program, home):
    archive = sample_archive(home)
    program.start(archive)
    with small_disk(paths.backups(archive), 16 * 2**20, "ro"):
        program._ask.answers.append("返回")
        assert not program.window.close()
        assert "只读" in program._ask.asked[-1]
    assert program.window.close()


@pytest.fixture
def slow(monkeypatch):
    """A backup that waits for its leave; lists the threads in which it was made."""
    leave, threads = threading.Event(), []

    def slowly(*given, **named):
        threads.append(threading.current_thread())
        assert leave.wait(20)
        return back_up(*given, **named)

    monkeypatch.setattr(keeping, "back_up", slowly)
    return leave, threads


def test_a_long_backup_is_waited_for_with_a_window_that_lives(program, home, slow, qtbot):
    leave, threads = slow
    archive = sample_archive(home)
    program.start(archive)
    seen = []

    def look():
        program.window.close()  # pressed once more
        seen.append(program.window.isVisible())
        leave.set()

    QTimer.singleShot(500, look)
    began = time.monotonic()
    assert program.window.close()
    assert time.monotonic() - began >= 0.5
    assert seen == [True]
    assert threads[0] is not threading.main_thread()
    assert len(threads) == len(backups_of(archive)) == 1


def test_without_a_change_leaving_twice_makes_one_backup(program, home):
    archive = sample_archive(home)
    for _ in range(2):
        program.start(archive)
        assert program.window.close()
        program.window = None
    assert len(backups_of(archive)) == 1
    program.start(archive)
    assert menu_entries(program)[5:9] == [
        "备份一份…", "立即备份到第二处", "第二处备份…", "从备份恢复…",
    ]  # fmt: skip


def menu_entries(program):
    actions = program.window.menuBar().actions()[0].menu().actions()
    return [action.text() for action in actions]


def test_the_menu_is_the_way_to_all_of_it(program, home):
    program.start(sample_archive(home))
    menu(program, "从备份恢复…")
    assert program._offering.dialog.isVisible()
