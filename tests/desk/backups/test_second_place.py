"""The second place for backups: chosen, filled, missed and spoken of."""

import shutil
import threading
from datetime import datetime, timedelta

import pytest
from clock import Clock
from desk.answering import Answering
from desk.windows import button, menu, press
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from sample import sample_archive
from store.makers import meeting
from store.real import needs_disk, small_disk

from secretary_desk.desk.backups import second_place
from secretary_desk.desk.backups.reminder import Reminder
from secretary_desk.desk.memory import Memory
from secretary_desk.desk.moments import spoken_local
from secretary_desk.desk.program import Program
from secretary_desk.store.backup import backups_of
from secretary_desk.store.founding import create_archive

OWN = "书记案头备份"


@pytest.fixture
def clock():
    # The archive's own times are those of this machine.
    return Clock(datetime.now().replace(microsecond=0))


@pytest.fixture
def program(home, qtbot, clock):
    program = Program(Memory(home / "memory.ini"), Answering(), now=clock)
    yield program
    if program.window is not None:
        program.window.close()


@pytest.fixture
def archive(program, home):
    archive = sample_archive(home)
    program.start(archive)
    return archive


@pytest.fixture
def stick(home):
    (home / "优盘").mkdir()
    return home / "优盘"


def choose(program, stick):
    program._ask.answers.extend(
        ["选文件夹…", stick, "仍用这里"]
    )  # of one disk with the archive here
    menu(program, "第二处备份…")


def noted(program):
    return program.window._status._note.text()


def reminded(program):
    program._opened.keeper.remind()
    bar = program.window.findChild(Reminder)
    return "" if bar.isHidden() else bar._said.text()


def test_a_place_is_chosen_and_filled_at_once(program, archive, stick):
    choose(program, stick)
    (made,) = backups_of(archive, stick / OWN)
    assert made.reason == "第二处"
    assert "再备一份" in program._ask.asked[0]
    assert "每次退出时，只要它接着" in program._ask.details[0]
    assert "同一块硬盘" in program._ask.asked[2]
    assert f"已备份到第二处（{spoken_local(made.at, program._now())}）" in noted(program)
    program._ask.answers.append("关闭")
    menu(program, "第二处备份…")
    assert str(stick / OWN) in program._ask.asked[-1]
    assert f"上次：{spoken_local(made.at, program._now())}" in program._ask.asked[-1]


def test_whoever_does_not_want_a_second_place_is_asked_for_no_folder(program, archive):
    program._ask.answers.append("取消")
    menu(program, "第二处备份…")
    assert len(program._ask.asked) == 1


def test_where_nothing_has_changed_the_backup_that_is_there_is_said_to_be_the_latest(
    program, archive, stick, clock
):
    choose(program, stick)
    (made,) = backups_of(archive, stick / OWN)
    clock.go(minutes=5)
    menu(program, "立即备份到第二处")
    when = spoken_local(made.at, clock())
    assert noted(program).startswith(f"没有新的改动，上次（{when}）那份就是最新的")
    program.window.desk.save(meeting("新的"))
    menu(program, "立即备份到第二处")
    assert noted(program).startswith(f"已备份到第二处（{spoken_local(clock(), clock())}）")


def test_of_a_place_that_is_away_it_is_said_that_it_is(program, archive, stick):
    choose(program, stick)
    program._ask.answers.extend(["关闭", "关闭"])
    menu(program, "第二处备份…")
    assert "没有插上" not in program._ask.asked[-1]
    stick.rename(stick.with_name("拔出"))
    menu(program, "第二处备份…")
    assert "现在找不到这一处：优盘没有插上" in program._ask.asked[-1]


def test_a_place_on_the_archives_disk_is_asked_about_until_there_is_another(
    program, archive, home, stick
):
    program._ask.answers.extend(["选文件夹…", home, "另选一处", None])
    menu(program, "第二处备份…")
    assert not (home / OWN).exists()


@needs_disk
def test_a_stick_of_its_own_is_not_asked_about(program, archive, stick):
    with small_disk(stick, 16 * 2**20):
        program._ask.answers.extend(["选文件夹…", stick])
        menu(program, "立即备份到第二处")
        assert len(backups_of(archive, stick / OWN)) == 1


def test_each_leaving_fills_the_second_place_too(program, archive, stick, clock):
    choose(program, stick)
    clock.go(hours=1)
    program.window.desk.save(meeting("新的"))
    assert program.window.close()
    assert len(backups_of(archive)) == 1
    assert len(backups_of(archive, stick / OWN)) == 2


def test_a_place_that_is_away_is_no_trouble_on_leaving(program, archive, stick):
    choose(program, stick)
    stick.rename(stick.with_name("拔出"))
    asked = len(program._ask.asked)
    assert program.window.close()
    assert len(program._ask.asked) == asked
    assert not stick.exists()
    assert len(backups_of(archive)) == 1


@needs_disk
def test_a_full_second_place_is_said_and_whoever_wants_leaves(program, archive, stick):
    with small_disk(stick, 16 * 2**20):
        program._ask.answers.extend(["选文件夹…", stick])
        menu(program, "第二处备份…")
        (stick / "films").write_bytes(bytes(shutil.disk_usage(stick).free - 2**18))
        program.window.desk.save(meeting("新的"))
        program._ask.answers.append("返回")
        assert not program.window.close()
        assert "第二处的没有做成" in program._ask.asked[-1]
        assert "磁盘只剩" in program._ask.asked[-1]
        program._ask.answers.append("退出")
        assert program.window.close()
        assert len(backups_of(archive)) == 1


def test_whoever_does_not_want_to_wait_for_a_dead_network_leaves(
    program, archive, stick, monkeypatch
):
    choose(program, stick)
    leave = threading.Event()
    monkeypatch.setattr(second_place, "back_up_to", lambda *_: leave.wait(20))

    def give_up():
        waiting = QApplication.activeModalWidget()
        if waiting is None or "不要拔出优盘" not in waiting.findChild(QLabel).text():
            return  # the other backup is being made still
        looking.stop()
        assert not waiting.close()
        QTest.keyClick(waiting, Qt.Key.Key_Escape)
        assert waiting.isVisible()
        press(waiting, "不等了，直接退出")

    looking = QTimer(program, interval=100)
    looking.timeout.connect(give_up)
    looking.start()
    assert program.window.close()
    assert not leave.is_set()
    assert len(backups_of(archive)) == 1
    leave.set()


def test_at_once_where_it_is_away_says_so(program, archive, stick):
    choose(program, stick)
    shutil.rmtree(stick)
    menu(program, "立即备份到第二处")
    assert f"没有备份：找不到“{stick / OWN}”。请插上优盘" in program._ask.asked[-1]


def test_after_seven_days_without_it_a_bar_says_so_and_does_it(program, archive, stick, clock):
    choose(program, stick)
    assert reminded(program) == ""
    clock.go(days=8)
    assert reminded(program) == ""  # nothing was changed since
    program._memory.keep_about(archive, second_at=(clock() - timedelta(days=12)).isoformat())
    program.window.desk.save(meeting("新的"))
    assert "第二处备份已经12天没有做了" in reminded(program)
    press(program.window.findChild(Reminder), "现在备份")
    assert reminded(program) == ""
    assert len(backups_of(archive, stick / OWN)) == 2


def test_a_bar_that_was_put_off_comes_again_with_the_next_start(program, archive, stick, clock):
    choose(program, stick)
    program._memory.keep_about(archive, second_at=(clock() - timedelta(days=12)).isoformat())
    program.window.desk.save(meeting("新的"))
    assert reminded(program)
    press(program.window.findChild(Reminder), "以后再说")
    assert reminded(program) == ""
    shutil.rmtree(stick)
    assert program.window.close()
    program.window = None
    program.start(archive)
    assert reminded(program)


def test_a_grown_archive_without_a_second_place_is_spoken_of_until_dismissed(program, home, clock):
    archive = home / "新.sdesk"
    create_archive(archive, "第一党支部", "张三", None, clock().year).close()
    program.start(archive)
    assert reminded(program) == ""  # of today
    clock.go(days=8)
    assert reminded(program) == ""  # nothing much in it
    for number in range(20):
        program.window.desk.save(meeting(str(number)))
    assert "请在优盘或移动硬盘上也备一份" in reminded(program)
    bar = program.window.findChild(Reminder)
    assert button(bar, "现在备份").isHidden()
    press(bar, "不再提醒")
    assert reminded(program) == ""
    assert program._memory.about(archive)["second_hint"] == "不再提醒"


def test_a_place_that_is_given_up_is_filled_no_more(program, archive, stick):
    choose(program, stick)
    program._ask.answers.append("不用第二处了")
    menu(program, "第二处备份…")
    program.window.desk.save(meeting("新的"))
    assert program.window.close()
    assert len(backups_of(archive, stick / OWN)) == 1


def test_a_place_where_nothing_can_be_made_is_a_sentence(program, archive, stick):
    (stick / OWN).write_bytes(b"in the way")
    choose(program, stick)
    assert "不能新建文件夹" in program._ask.asked[-1]
    assert program._memory.about(archive) == {}


def test_a_failing_backup_on_the_way_is_said_in_the_status_bar(program, archive, clock, qtbot):
    (archive.parent / "备份").write_bytes(b"in the way")
    program.window.desk.save(meeting("新的"))
    clock.go(minutes=31)
    working = program._opened.keeper._working
    working.look()
    qtbot.waitUntil(lambda: "程序会再试" in program.window._status._note.text())
    (archive.parent / "备份").unlink()


def test_the_sample_is_never_spoken_of(program, clock):
    program.open_sample()
    clock.go(days=400)
    assert reminded(program) == ""
