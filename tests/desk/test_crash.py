"""Exceptions that nothing caught: noted, told once, and the user goes on."""

import gc
import logging
import threading
from pathlib import Path

import pytest
from desk.answering import Answering
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from secretary_desk.desk import crash
from secretary_desk.desk.crash import CrashHandler
from secretary_desk.desk.log import LOG
from secretary_desk.errors import Away, DeskError

pytestmark = pytest.mark.qt_no_exception_capture
SECRET = "欧阳某某谈话内容"
ARCHIVE = Path("/家/第一党支部.sdesk")


class Noted(logging.Handler):
    """The types of the exceptions in the log."""

    def __init__(self) -> None:
        super().__init__()
        self.types: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        kinds = [line for line in record.getMessage().split("\n") if not line.startswith(" ")]
        self.types.append(kinds[-1].removeprefix("builtins."))


@pytest.fixture
def noted():
    handler = Noted()
    LOG.addHandler(handler)
    yield handler.types
    LOG.removeHandler(handler)


@pytest.fixture
def ask() -> Answering:
    return Answering()


@pytest.fixture
def left() -> list[str]:
    return []


@pytest.fixture
def handler(qapp, ask: Answering, left: list[str], noted: list[str]):
    made = CrashHandler(ask, lambda: ARCHIVE, lambda: left.append("left"))
    made.install()
    yield made
    made.uninstall()


class Speaker(QObject):
    spoken = Signal()


def test_an_exception_in_a_slot_says_that_the_data_is_safe(
    handler, ask: Answering, noted: list[str], left
):
    ask.answers.append("继续")
    speaker = Speaker()
    speaker.spoken.connect(lambda: {}[SECRET])
    speaker.spoken.emit()
    (asked,) = ask.asked
    assert asked.startswith("程序出了一点问题")
    assert f"已保存的内容都在“{ARCHIVE}”里" in asked
    assert SECRET not in asked
    assert noted == ["KeyError"]
    assert not left


def test_an_exception_in_the_event_loop_is_told_after_its_event(handler, ask: Answering, qtbot):
    ask.answers.append("继续")
    QTimer.singleShot(0, lambda: 1 / 0)
    qtbot.waitUntil(lambda: len(ask.asked) == 1)


def test_an_exception_while_painting_is_told_once(handler, ask: Answering, qtbot, noted: list[str]):
    class Broken(QWidget):
        def paintEvent(self, event):
            raise ValueError(SECRET)

    ask.answers.append("继续")
    broken = Broken()
    qtbot.addWidget(broken)
    broken.show()
    qtbot.waitUntil(lambda: len(noted) >= 1)
    while len(noted) < 5:
        broken.update()
        qtbot.wait(10)
    assert len(ask.asked) == 1


def test_an_exception_in_another_thread_is_told_in_the_windows_thread(
    handler, ask: Answering, qtbot
):
    told_in = []
    ask.answers.append("继续")
    ask.choose = lambda *given, **more: told_in.append(threading.current_thread()) or 2
    worker = threading.Thread(target=lambda: 1 / 0)
    worker.start()
    worker.join()
    assert told_in == []
    qtbot.waitUntil(lambda: bool(told_in))
    assert told_in == [threading.main_thread()]


def test_an_exception_while_taking_an_object_down_is_only_noted(handler, ask, noted: list[str]):
    class Broken:
        def __del__(self):
            raise ValueError(SECRET)

    Broken()
    gc.collect()
    assert noted == ["ValueError"]
    assert ask.asked == []


def test_a_sentence_meant_for_the_user_is_said_as_it_is(handler, ask: Answering, qtbot):
    for _ in range(2):
        handler.report(DeskError("磁盘已满，请清理后再试"))
    assert ask.asked == ["磁盘已满，请清理后再试"] * 2


def test_a_disk_that_is_away_is_said_once_though_many_miss_it_and_again_at_the_next_press(
    handler, ask: Answering, monkeypatch
):
    def missed() -> None:
        raise Away("找不到“甲.sdesk”，优盘可能已拔出")

    def missed_elsewhere() -> None:
        missed()

    for look in (missed, missed_elsewhere):
        with pytest.raises(Away) as caught:
            look()
        handler.report(caught.value)
    assert ask.asked == ["找不到“甲.sdesk”，优盘可能已拔出"]
    monkeypatch.setattr(crash, "_AT_ONCE", 0.0)
    handler.report(caught.value)
    assert len(ask.asked) == 2


def test_the_details_are_copied_without_words_and_the_question_stays(handler, ask: Answering):
    ask.answers.extend(["复制详情", "继续"])
    try:
        {}[SECRET]
    except KeyError as error:
        handler.report(error)
    assert len(ask.asked) == 2
    copied = QGuiApplication.clipboard().text()
    assert "builtins.KeyError" in copied
    assert "test_crash.py:" in copied
    assert "书记案头 " in copied
    assert SECRET not in copied


def test_leaving_closes_the_window_as_its_user_would(handler, ask: Answering, left: list[str]):
    ask.answers.append("退出")
    handler.report(ValueError())
    assert left == ["left"]


def test_a_second_exception_while_asking_is_noted_and_not_asked(handler, ask, noted: list[str]):
    def choose(text, *answers, detail=""):
        ask.asked.append(text)
        handler.report(TypeError(SECRET))
        return 2

    ask.choose = choose
    handler.report(ValueError())
    assert len(ask.asked) == 1
    assert noted == ["ValueError", "TypeError"]


def test_an_exception_in_the_question_itself_ends_there(handler, ask: Answering, noted: list[str]):
    def choose(text, *answers, detail=""):
        ask.asked.append(text)
        raise RuntimeError(SECRET)

    ask.choose = choose
    handler.report(ValueError())
    handler.report(TypeError())
    assert len(ask.asked) == 2
    assert noted == ["ValueError", "RuntimeError", "TypeError", "RuntimeError"]


def test_another_error_after_the_first_was_answered_is_asked_again(handler, ask: Answering):
    ask.answers.extend(["继续", "继续"])
    handler.report(ValueError())
    handler.report(ValueError())
    handler.report(TypeError())
    assert len(ask.asked) == 2


def test_leaving_the_program_is_no_error(handler, ask: Answering, noted: list[str]):
    handler.report(SystemExit(0))
    assert (ask.asked, noted) == ([], [])
