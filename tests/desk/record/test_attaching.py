"""Photos and scans in an entry's form: dropped anywhere, pasted, kept, missed, copied out."""

from io import BytesIO

import pytest
from desk.fields.forms import OFFSCREEN, press
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from secretary_desk.desk.fields.file_strip import FileStrip
from secretary_desk.desk.record.page import RecordPage
from secretary_desk.kinds import theme_day
from secretary_desk.records.record import ref
from secretary_desk.store import attachments
from secretary_desk.store.backup import copy_to
from secretary_desk.store.store import Store

pytestmark = OFFSCREEN
KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(new_desk, qtbot):
    page = RecordPage(new_desk, theme_day.KIND)
    new_desk.changed.connect(page.refresh)
    qtbot.addWidget(page)
    page.resize(1150, 640)
    page.show()
    page.activateWindow()
    assert QTest.qWaitForWindowActive(page)
    page.begin()
    yield page
    page._editor._autosave.stop()


def field(page):
    return page._editor._form.field("files")


def strip(page):
    return page.findChild(FileStrip)


def stored(page):
    return [f.name for entry in page._desk.store.entries(theme_day.KIND) for f in entry.files]


def copy_picture(colour="red"):
    image = Image.new("RGB", (60, 40), colour)
    buffer = BytesIO()
    image.save(buffer, "PNG")
    data = QMimeData()
    data.setImageData(QImage.fromData(buffer.getvalue()))
    QApplication.clipboard().setMimeData(data)


def drop_onto(widget, *paths):
    """Drop files as Qt does: it offers them to a widget and then to what is around it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), action, data, left, none)
    enter.ignore()
    QApplication.sendEvent(widget, enter)
    if enter.isAccepted():
        QApplication.sendEvent(widget, QDragMoveEvent(QPoint(5, 5), action, data, left, none))
        QApplication.sendEvent(widget, QDropEvent(QPointF(5, 5), action, data, left, none))


def seen(qtbot, page):
    qtbot.waitUntil(lambda: not field(page)._looks._pending)


@pytest.mark.parametrize("name", ["topic", "summary", "attendance", "files"])
def test_files_dropped_anywhere_on_the_form_are_attached(page, qtbot, tmp_path, name):
    (tmp_path / "签到表.txt").write_text("签到", "utf-8")
    target = page._editor._form.field(name)
    target = getattr(target.focusProxy(), "viewport", target.focusProxy)() or target
    with qtbot.waitSignal(page._editor._form.edited):
        drop_onto(target, tmp_path / "签到表.txt")
    assert page.leave()
    assert stored(page) == ["签到表.txt"]
    (entry,) = page._desk.store.entries(theme_day.KIND)
    assert entry.topic == entry.summary == ""


@pytest.mark.parametrize("name", ["topic", "form", "summary", "attendance"])
def test_a_picture_is_pasted_wherever_no_text_is_and_the_status_bar_says_so(page, qtbot, name):
    page._editor._form.field(name).setFocus()
    copy_picture()
    with qtbot.waitSignal(page.noted) as noted:
        press(page, KEY.Key_V, modifier=CTRL)
    assert noted.args == ["已添加1个附件"]
    assert page.leave()
    assert stored(page) == ["照片 2026-11-21.png"]
    (kept,) = attachments.folder(page._desk.store.path).rglob("*.png")
    assert QImage(str(kept)).width() == 60


def test_text_is_pasted_into_a_text_and_the_form_leaves_it_alone(page):
    box = page._editor._form.field("topic").focusProxy()
    box.setFocus()
    QApplication.clipboard().setText("学党章")
    press(page, KEY.Key_V, modifier=CTRL)
    assert box.text() == "学党章"
    assert field(page).value() == ()


def test_a_folder_or_too_large_a_file_is_told_and_nothing_is_lost(page, tmp_path):
    large, good = tmp_path / "录像.mp4", tmp_path / "签到表.txt"
    good.write_text("签到", "utf-8")
    with large.open("wb") as file:
        file.truncate(attachments.LIMIT + 1)
    page._desk.ask.answers.append("知道了")
    field(page).attach(large, tmp_path, good)
    (told,) = page._desk.ask.asked
    first, second = told.splitlines()
    assert first.startswith("附件“录像.mp4”没有存进来：它有20.0MB，超过每个20MB的上限")
    assert "是文件夹" in second
    assert page.leave()
    assert stored(page) == ["签到表.txt"]


def test_after_a_file_was_chosen_ctrl_enter_is_the_forms(page, tmp_path):
    (tmp_path / "签到表.txt").write_text("签到", "utf-8")
    page._desk.ask.answers.append([tmp_path / "签到表.txt"])
    add = field(page)._add
    add.setFocus()
    press(page, KEY.Key_Return)
    assert strip(page).hasFocus()
    press(page, KEY.Key_Return, modifier=CTRL)
    assert stored(page) == ["签到表.txt"]
    assert page._editor.base.created == ""
    (entry,) = page._desk.store.entries(theme_day.KIND)
    page._show(entry)
    add.setFocus()
    press(page, KEY.Key_Return, modifier=CTRL)
    assert page._editor.base.created == ""


def test_undoing_the_removal_brings_a_file_back_whole(page, qtbot):
    copy_picture()
    press(page, KEY.Key_V, modifier=CTRL)
    assert page.leave()
    (entry,) = page._desk.store.entries(theme_day.KIND)
    page._open(ref(entry))
    page._show(entry)  # another visit, so that its saves do not merge with the first's
    strip(page).setFocus()
    press(page, KEY.Key_Delete)
    assert page.leave()
    assert stored(page) == []
    assert page._desk.undo()
    assert stored(page) == ["照片 2026-11-21.png"]
    assert [file.name for file in field(page).value()] == ["照片 2026-11-21.png"]
    assert attachments.is_sound(page._desk.store.path, field(page).value()[0])


def test_a_file_that_went_missing_is_said_and_comes_back_by_adding_it_again(page, qtbot, tmp_path):
    (tmp_path / "签到表.txt").write_text("签到", "utf-8")
    field(page).attach(tmp_path / "签到表.txt")
    assert page.leave()
    (entry,) = page._desk.store.entries(theme_day.KIND)
    path = attachments.path_of(page._desk.store.path, entry.files[0])
    path.unlink()
    page._show(entry)
    seen(qtbot, page)
    assert any("“签到表.txt”不在档案旁边" in label.text() for label in page.findChildren(QLabel))
    assert page.leave()
    assert stored(page) == ["签到表.txt"]
    field(page).attach(tmp_path / "签到表.txt")
    seen(qtbot, page)
    assert path.is_file()
    assert not any("不在档案旁边" in label.text() for label in page.findChildren(QLabel))


def test_a_copy_of_the_archive_has_the_pasted_pictures(page, tmp_path):
    copy_picture()
    press(page, KEY.Key_V, modifier=CTRL)
    assert page.leave()
    copy_to(page._desk.store.path, tmp_path / "优盘" / "副本.sdesk")
    with Store.open(tmp_path / "优盘" / "副本.sdesk") as copy:
        (entry,) = copy.entries(theme_day.KIND)
        assert attachments.is_sound(copy.path, entry.files[0])


def test_a_file_is_saved_elsewhere_under_a_name_that_can_be(page, tmp_path):
    page._desk.memory.keep_folder(tmp_path, "attachments")
    kept = attachments.keep_bytes(page._desk.store.path, "../com1: 决议?.PDF", b"%PDF")
    page._desk.ask.answers.append("as suggested")
    field(page).context.save_attachment(kept)
    (saved,) = tmp_path.glob("*.pdf")
    assert saved.read_bytes() == b"%PDF"
    page._desk.ask.answers.append(None)
    field(page).context.save_attachment(kept)
    attachments.path_of(page._desk.store.path, kept).unlink()
    page._desk.ask.answers.append(tmp_path / "二.pdf")
    field(page).context.save_attachment(kept)
    assert page._desk.ask.asked[-1].startswith("附件“../com1: 决议?.PDF”没有另存：文件不见了")
