"""The first window: three questions, nothing typed is lost, nothing is sent off too early."""

from pathlib import Path

import pytest
from desk.answering import Answering
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton
from typing_chinese import compose, preedit

from secretary_desk.desk.first_start import FirstStart, Founding
from secretary_desk.kinds.branch import UnitType

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform says it


@pytest.fixture
def ask() -> Answering:
    return Answering()


@pytest.fixture
def window(qtbot, ask: Answering, tmp_path: Path):
    shown = FirstStart(ask, tmp_path)
    qtbot.addWidget(shown)
    shown.show()
    shown.wanted = []
    shown.founding_wanted.connect(shown.wanted.append)
    return shown


def lines(window: FirstStart) -> list[QLineEdit]:
    return window.findChildren(QLineEdit)


def press(window: FirstStart, text: str) -> None:
    (button,) = (b for b in window.findChildren(QPushButton) if b.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def said(window: FirstStart) -> list[str]:
    labels = [label for label in window.findChildren(QLabel) if label.property("role") == "trouble"]
    return [label.text() for label in labels if label.isVisible()]


def test_three_answers_found_an_archive_named_after_the_branch(window: FirstStart, tmp_path: Path):
    branch, secretary = lines(window)
    compose(branch, "第一/党支部")
    compose(secretary, "张三")
    window.findChild(QComboBox).setFocus()
    QTest.keyClick(window.findChild(QComboBox), Qt.Key.Key_Down)
    press(window, "开始使用")
    expected = Founding(tmp_path / "第一_党支部.sdesk", "第一/党支部", "张三", UnitType.AGENCY)
    assert window.wanted == [expected]
    assert window.isVisible()


def test_the_unit_type_may_wait(window: FirstStart):
    for line in lines(window):
        QTest.keyClicks(line, "abc")
    press(window, "开始使用")
    assert window.wanted[0].unit_type is None


def test_the_keyboard_alone_is_enough(window: FirstStart):
    QTest.keyClicks(lines(window)[0], "abc")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClicks(window.focusWidget(), "def")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert [(f.branch, f.secretary) for f in window.wanted] == [("abc", "def")]


def test_what_is_still_being_composed_is_taken_in(window: FirstStart):
    branch, secretary = lines(window)
    compose(branch, "第一党支部")
    compose(secretary, "张三", commit=False)
    assert secretary.text() == ""
    window.findChildren(QPushButton)[-1].click()
    assert window.wanted[0].secretary == "张三"
    assert secretary.text() == "张三"


def test_enter_while_composing_belongs_to_the_input_method(window: FirstStart):
    branch, secretary = lines(window)
    compose(branch, "第一党支部")
    preedit(secretary, "zhang")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        QTest.keyClick(secretary, key)
    assert window.wanted == []
    compose(secretary, "张")
    QTest.keyClick(secretary, Qt.Key.Key_Return)
    assert window.wanted[0].secretary == "张"


def test_a_missing_name_is_said_beside_its_field_and_the_rest_stays(window: FirstStart):
    branch, secretary = lines(window)
    compose(secretary, "张三")
    press(window, "开始使用")
    assert window.wanted == []
    assert said(window) == ["请填写支部名称"]
    assert secretary.text() == "张三"
    assert window.focusWidget() is branch
    compose(branch, "第一党支部")
    assert said(window) == []


def test_blanks_are_no_name(window: FirstStart):
    for line in lines(window):
        QTest.keyClicks(line, "   ")
    press(window, "开始使用")
    assert said(window) == ["请填写支部名称", "请填写书记姓名"]


def test_escape_throws_nothing_away(window: FirstStart):
    branch, _ = lines(window)
    compose(branch, "第一党支部")
    QTest.keyClick(branch, Qt.Key.Key_Escape)
    assert window.isVisible()
    assert branch.text() == "第一党支部"
    branch.clear()
    QTest.keyClick(branch, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_the_place_is_shown_and_can_be_changed(window: FirstStart, ask: Answering, tmp_path: Path):
    branch, secretary = lines(window)
    compose(branch, "第一党支部")
    compose(secretary, "张三")
    ask.answers.extend([None, tmp_path / "OneDrive"])
    press(window, "更改位置…")
    assert shown_place(window) == str(tmp_path / "第一党支部.sdesk")
    press(window, "更改位置…")
    assert shown_place(window) == str(tmp_path / "OneDrive" / "第一党支部.sdesk")
    assert "OneDrive同步" in said(window)[0]
    press(window, "开始使用")
    assert window.wanted[0].path == tmp_path / "OneDrive" / "第一党支部.sdesk"


def shown_place(window: FirstStart) -> str:
    texts = [label.text().replace("\u200b", "") for label in window.findChildren(QLabel)]
    return next(text for text in texts if text.endswith(".sdesk"))


def test_a_failure_is_said_and_what_was_typed_stays(window: FirstStart):
    branch, _ = lines(window)
    compose(branch, "第一党支部")
    window.tell_trouble("“第一党支部.sdesk”没有写成：<b>磁盘</b>已满")
    assert said(window) == ["“第一党支部.sdesk”没有写成：<b>磁盘</b>已满"]
    assert branch.text() == "第一党支部"
    for label in window.findChildren(QLabel):
        if label.property("role"):
            assert label.textFormat() == Qt.TextFormat.PlainText


def test_an_archive_there_already_one_to_be_moved_and_the_sample_are_one_press_away(
    window: FirstStart, qtbot
):
    with qtbot.waitSignal(window.open_wanted, timeout=1000):
        press(window, "打开已有档案…")
    with qtbot.waitSignal(window.moving_wanted, timeout=1000):
        press(window, "从旧电脑搬来…")
    with qtbot.waitSignal(window.sample_wanted, timeout=1000):
        press(window, "先看看示例")


def test_the_window_fits_a_small_screen_with_every_sentence_shown(window: FirstStart, ask):
    ask.answers.append(Path("/media/zhang/KINGSTON/" + "很长的文件夹名称/" * 8))
    press(window, "更改位置…")
    press(window, "开始使用")
    window.tell_trouble("“第一党支部.sdesk”没有写成：文件夹不存在或没有权限；此前保存的内容都在")
    QApplication.processEvents()
    assert window.width() <= 1093
    assert window.height() <= 614
    for label in window.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width()), label.text()
