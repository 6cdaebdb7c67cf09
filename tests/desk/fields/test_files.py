"""Attachments."""

import pytest
from desk.answering import Answering
from desk.fields.forms import OFFSCREEN, Around, field_for, press, shown
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton

from secretary_desk.desk.fields.files import told_size
from secretary_desk.records.fields import specs_of
from secretary_desk.records.record import Attachment, Record

pytestmark = OFFSCREEN
SPEC = specs_of(Record)["files"]
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
PHOTO = Attachment(name="签到表.jpg", sha256="a" * 64, size=3_456_789)
PAPER = Attachment(name="会议记录.pdf", sha256="b" * 64, size=12)


def made(qtbot, value=(), *answers, size=(500, 400)):
    field = field_for(SPEC, Around(ask=Answering(*answers)), name="files", value=value)
    shown(qtbot, field, size=size)
    return field


def files_named(folder, *names):
    paths = [folder / name for name in names]
    for path in paths:
        path.write_text("述职", "utf-8")
    return paths


def drop(field, *urls):
    data = QMimeData()
    data.setUrls(urls)
    action = Qt.DropAction.CopyAction
    at = field.rect().center()
    enter = QDragEnterEvent(at, action, data, LEFT, NONE)
    enter.ignore()
    QApplication.sendEvent(field, enter)
    if enter.isAccepted():
        QApplication.sendEvent(field, QDropEvent(QPointF(at), action, data, LEFT, NONE))
    return enter.isAccepted()


def button(field, words):
    return next(b for b in field.findChildren(QPushButton) if b.accessibleName() == words)


def test_dropped_files_are_attached(qtbot, tmp_path):
    field = made(qtbot, (PHOTO,))
    with qtbot.waitSignal(field.edited):
        assert drop(field, *map(QUrl.fromLocalFile, map(str, files_named(tmp_path, "甲", "乙"))))
    assert [file.name for file in field.value()] == ["签到表.jpg", "甲", "乙"]


def test_what_is_no_file_is_not_taken(qtbot):
    field = made(qtbot)
    assert not drop(field, QUrl("https://example.org/x.jpg"))
    assert field.value() == ()


def test_a_file_is_chosen_with_the_keyboard(qtbot, tmp_path):
    (path,) = files_named(tmp_path, "签到表.txt")
    field = made(qtbot, (), path)
    press(field.form, Qt.Key.Key_Return)
    assert [file.name for file in field.value()] == ["签到表.txt"]
    assert field.context.ask.asked == ["添加附件"]


def test_choosing_none_changes_nothing(qtbot):
    field = made(qtbot, (PHOTO,), None)
    with qtbot.assertNotEmitted(field.edited):
        press(field.form, Qt.Key.Key_Space)
    assert field.value() == (PHOTO,)


def test_a_file_that_cannot_be_kept_is_told_and_the_others_are_attached(qtbot, tmp_path):
    field = made(qtbot)
    field.attach(tmp_path / "没有", *files_named(tmp_path, "甲"))
    assert [file.name for file in field.value()] == ["甲"]
    assert field.context.ask.asked == [f"附件“{tmp_path / '没有'}”没有存进来：没有这个文件"]


def test_the_same_file_is_attached_once(qtbot, tmp_path):
    paths = files_named(tmp_path, "甲")
    field = made(qtbot)
    field.attach(*paths)
    with qtbot.assertNotEmitted(field.edited):
        field.attach(*paths)
    assert len(field.value()) == 1


def test_a_file_is_opened_by_its_name(qtbot):
    field = made(qtbot, (PHOTO, PAPER))
    button(field, "打开会议记录.pdf").click()
    assert field.context.opened == [PAPER]


def test_a_file_is_taken_off_by_its_button_and_by_delete(qtbot):
    field = made(qtbot, (PHOTO, PAPER))
    with qtbot.waitSignal(field.edited):
        field.findChildren(QToolButton)[0].click()
    assert field.value() == (PAPER,)
    button(field, "打开会议记录.pdf").setFocus()
    press(field.form, Qt.Key.Key_Delete)
    assert field.value() == ()
    assert QApplication.focusWidget().text() == " 添加文件…"


def test_tab_goes_through_the_files_in_order(qtbot, tmp_path):
    field = made(qtbot, (PHOTO,))
    field.attach(*files_named(tmp_path, "甲"))
    field.form.before.setFocus()
    met = []
    for _ in range(3):
        press(field.form, Qt.Key.Key_Tab)
        met.append(QApplication.focusWidget().accessibleName())
    assert met == ["打开签到表.jpg", "打开甲", "附件：添加文件"]


def test_a_long_name_is_shortened_in_its_middle_and_leaves_the_field_narrow(qtbot):
    long = Attachment(name="会议记录" * 40 + "A&B.pdf", sha256="c" * 64, size=1)
    field = made(qtbot, (long,))
    assert not field.form.scroll.horizontalScrollBar().isVisible()
    shown_name = button(field, f"打开{long.name}").text()
    assert "…" in shown_name
    assert shown_name.endswith("A&&B.pdf")


@pytest.mark.parametrize(
    ("size", "told"),
    [(None, ""), (0, "0 KB"), (1, "1 KB"), (1024, "1 KB"), (3_456_789, "3.3 MB")],
)
def test_sizes_are_told_as_people_read_them(size, told):
    assert told_size(size) == told


def test_a_shown_list_says_names_and_sizes_and_is_no_edit(qtbot):
    field = made(qtbot)
    with qtbot.assertNotEmitted(field.edited):
        field.set_value((PHOTO, PAPER))
    sizes = [label.text() for label in field.findChildren(QLabel)]
    assert {"3.3 MB", "1 KB"} <= set(sizes)
