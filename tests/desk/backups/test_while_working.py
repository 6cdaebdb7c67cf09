"""Backups made while the archive is worked in: seldom, in a thread, and never in the way."""

import shutil
import threading
from datetime import timedelta

import pytest
from clock import Clock
from desk.conftest import NOW
from store.backing import archive_with_photo, save, topics

from secretary_desk import paths
from secretary_desk.desk.autosave import Autosave
from secretary_desk.desk.backups import while_working as module
from secretary_desk.desk.backups.while_working import WhileWorking
from secretary_desk.desk.waiting import wait_for
from secretary_desk.store.backup import back_up, backups_of, restore


@pytest.fixture
def clock():
    return Clock(NOW)


@pytest.fixture
def archive(tmp_path):
    return archive_with_photo(tmp_path)


@pytest.fixture
def working(archive, clock, qtbot):
    working = WhileWorking(archive, clock)
    yield working
    working.deleteLater()


@pytest.fixture
def wait(working, qtbot):
    """Look whether it is time, and wait for the backup that is made then."""

    def look():
        working.look()
        qtbot.waitUntil(lambda: working._work is None, timeout=10_000)

    return look


def test_a_backup_is_made_half_an_hour_after_the_first_change(working, archive, clock, wait):
    wait()
    clock.go(hours=5)
    wait()
    assert backups_of(archive) == []  # nothing was changed
    working.note_change()
    clock.go(minutes=29)
    working.note_change()
    wait()
    assert backups_of(archive) == []
    clock.go(minutes=1)
    wait()
    (made,) = backups_of(archive)
    assert (made.reason, made.at) == ("使用中", clock.time)
    clock.go(hours=2)
    wait()
    assert len(backups_of(archive)) == 1


def test_what_is_saved_meanwhile_is_for_the_next(working, archive, clock, wait):
    for topic in ("三", "四"):
        save(archive, topic)
        working.note_change()
        clock.go(minutes=30)
        wait()
    assert len(backups_of(archive)) == 2
    assert topics(restore(backups_of(archive)[0].path, archive.with_name("又.sdesk")))[-1] == "四"


def test_a_clock_set_back_puts_no_backup_off_for_long(working, archive, clock, wait):
    working.note_change()
    clock.go(days=-300)
    wait()
    clock.go(minutes=30)
    wait()
    assert len(backups_of(archive)) == 1


def test_a_computer_that_slept_makes_its_backup_when_it_wakes(working, archive, clock, wait):
    working.note_change()
    clock.go(days=3)
    wait()
    assert len(backups_of(archive)) == 1


def test_nobody_is_disturbed_in_typing(working, archive, clock, wait):
    working.note_change()
    clock.go(minutes=31)
    typing = Autosave(None)
    Autosave.waiting.add(typing)
    wait()
    assert backups_of(archive) == []
    assert working._timer.interval() == 2_000
    Autosave.waiting.discard(typing)
    wait()
    assert len(backups_of(archive)) == 1


def test_a_failure_is_said_once_and_tried_again(working, archive, clock, wait, qtbot):
    paths.backups(archive).write_bytes(b"in the way")
    told = []
    working.failed.connect(told.append)
    working.note_change()
    clock.go(minutes=30)
    for _ in range(3):
        wait()
        clock.go(minutes=5)
    assert len(told) == 1
    assert told[0].startswith("备份没有做成。没有写成：")
    assert told[0].endswith("原来的档案没有变动。程序会再试")
    paths.backups(archive).unlink()
    wait()
    assert len(backups_of(archive)) == 1
    working.note_change()
    shutil.rmtree(paths.backups(archive))
    paths.backups(archive).write_bytes(b"in the way again")
    clock.go(minutes=30)
    wait()
    assert len(told) == 2


def test_one_that_is_being_made_is_awaited_and_not_torn(working, archive, clock, monkeypatch):
    leave, threads = threading.Event(), []

    def slowly(*given, **named):
        threads.append(threading.current_thread())
        assert leave.wait(10)
        return back_up(*given, **named)

    monkeypatch.setattr(module, "back_up", slowly)
    working.note_change()
    clock.go(minutes=30)
    working.look()
    working.look()
    work = working.stop()
    threading.Timer(0.6, leave.set).start()
    wait_for(work, "请稍候")
    assert len(threads) == 1
    assert threads[0] is not threading.main_thread()
    assert [made.reason for made in backups_of(archive)] == ["使用中"]
    assert not list(paths.backups(archive).glob(".*"))


def test_looking_is_done_by_itself(archive, clock, qtbot, monkeypatch):
    monkeypatch.setattr(module, "_LOOK", 50)
    working = WhileWorking(archive, clock, every=timedelta(minutes=1))
    working.note_change()
    clock.go(minutes=1)
    qtbot.waitUntil(lambda: len(backups_of(archive)) == 1, timeout=10_000)
    wait_for(working.stop(), "") if working.stop() else None
    working.deleteLater()
