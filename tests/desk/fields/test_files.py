"""Attachments."""

from io import BytesIO

import pytest
from desk.answering import Answering
from desk.fields.forms import OFFSCREEN, Around, field_for, press, shown
from PIL import Image
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from typing_chinese import compose

from secretary_desk.desk.fields.file_strip import FileStrip
from secretary_desk.desk.fields.thumbnail import Seen
from secretary_desk.records.day import Day
from secretary_desk.records.fields import specs_of
from secretary_desk.records.record import Attachment, Record
from secretary_desk.store.attachments import State

pytestmark = OFFSCREEN
KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SPEC = specs_of(Record)["files"]
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
PHOTO = Attachment(name="签到表.jpg", sha256="a" * 64, size=3_456_789)
PAPER = Attachment(name="会议记录.pdf", sha256="b" * 64, size=12)


def made(qtbot, value=(), *answers, size=(500, 400), around=None):
    around = around or Around(ask=Answering(*answers))
    field = field_for(SPEC, around, name="files", value=value)
    shown(qtbot, field, size=size)
    return field


def files_named(folder, *names):
    paths = [folder / name for name in names]
    for path in paths:
        path.write_text(f"述职{path.name}", "utf-8")
    return paths


def names(field):
    return [file.name for file in field.value()]


def strip(field):
    return field.findChild(FileStrip)


def on_strip(field, *keys, modifier=NONE):
    strip(field).setFocus()
    press(field.form, *keys, modifier=modifier)


def sentences(field):
    return [label.text() for label in field.findChildren(QLabel) if not label.isHidden()]


def copied(*urls, image=None, text=None):
    data = QMimeData()
    if urls:
        data.setUrls(urls)
    if image is not None:
        data.setImageData(image)
    if text is not None:
        data.setText(text)
    QApplication.clipboard().setMimeData(data)


def picture(width=60, height=40, colour="#A61B1B"):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


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


def test_dropped_files_are_attached(qtbot, tmp_path):
    field = made(qtbot, (PHOTO,))
    with qtbot.waitSignal(field.edited):
        assert drop(field, *map(QUrl.fromLocalFile, map(str, files_named(tmp_path, "甲", "乙"))))
    assert names(field) == ["签到表.jpg", "甲", "乙"]


def test_what_is_no_file_is_not_taken(qtbot):
    field = made(qtbot)
    assert not drop(field, QUrl("https://example.org/x.jpg"))
    assert field.value() == ()


def test_files_are_chosen_with_the_keyboard(qtbot, tmp_path):
    field = made(qtbot, (), files_named(tmp_path, "签到表.txt", "签到表二.txt"))
    press(field.form, KEY.Key_Return)
    assert names(field) == ["签到表.txt", "签到表二.txt"]
    assert field.context.ask.asked == ["添加附件"]


def test_choosing_none_changes_nothing(qtbot):
    field = made(qtbot, (PHOTO,), None)
    with qtbot.assertNotEmitted(field.edited):
        press(field.form, KEY.Key_Space)
    assert field.value() == (PHOTO,)


def test_files_that_cannot_be_kept_are_told_at_once_and_the_others_are_attached(qtbot, tmp_path):
    field = made(qtbot)
    field.attach(tmp_path / "没有", *files_named(tmp_path, "甲"), tmp_path / "也没有")
    assert names(field) == ["甲"]
    (told,) = field.context.ask.asked
    assert told.splitlines() == [
        f"附件“{tmp_path / name}”没有存进来：没有这个文件" for name in ("没有", "也没有")
    ]


def test_the_same_content_is_attached_once_and_it_is_said_of_which_file(qtbot, tmp_path):
    (path,) = files_named(tmp_path, "甲")
    (tmp_path / "乙").write_bytes(path.read_bytes())
    field = made(qtbot)
    field.attach(path)
    with qtbot.assertNotEmitted(field.edited):
        field.attach(path, tmp_path / "乙")
    assert names(field) == ["甲"]
    assert "“乙”和“甲”内容相同，没有重复添加" in " ".join(sentences(field))


def test_a_pasted_picture_is_named_by_the_entrys_day_else_by_the_clock(qtbot):
    field = made(qtbot)
    for colour in ("red", "green"):
        copied(image=picture(colour=colour))
        press(field.form, KEY.Key_V, modifier=CTRL)
    field.set_day(Day("2026-03-02"))
    copied(image=picture(colour="blue"))
    press(field.form, KEY.Key_V, modifier=CTRL)
    assert names(field) == [
        "照片 2026-03-05 14.30.png", "照片 2026-03-05 14.30（2）.png", "照片 2026-03-02.png",
    ]  # fmt: skip


def test_copied_files_are_pasted_with_their_names(qtbot, tmp_path):
    field = made(qtbot, (PHOTO,))
    copied(*map(QUrl.fromLocalFile, map(str, files_named(tmp_path, "甲.pdf"))))
    on_strip(field, KEY.Key_V, modifier=CTRL)
    assert names(field) == ["签到表.jpg", "甲.pdf"]


def test_pasting_words_attaches_nothing(qtbot):
    field = made(qtbot)
    copied(text="支委会")
    press(field.form, KEY.Key_V, modifier=CTRL)
    assert field.value() == ()


def test_a_large_picture_is_kept_as_a_photo(qtbot):
    noise = Image.effect_noise((2600, 2600), 120).convert("RGB")
    buffer = BytesIO()
    noise.save(buffer, "BMP")
    field = made(qtbot)
    copied(image=QImage.fromData(buffer.getvalue()))
    press(field.form, KEY.Key_V, modifier=CTRL)
    assert names(field) == ["照片 2026-03-05 14.30.jpg"]
    assert field.value()[0].size < 8 * 2**20


def test_arrows_move_and_enter_opens(qtbot):
    field = made(qtbot, (PHOTO, PAPER))
    on_strip(field, KEY.Key_Right, KEY.Key_Return)
    on_strip(field, KEY.Key_Left, KEY.Key_Enter)
    assert field.context.opened == [PAPER, PHOTO]


def test_delete_takes_a_file_off_and_ctrl_z_puts_it_back(qtbot):
    field = made(qtbot, (PHOTO, PAPER))
    with qtbot.waitSignal(field.edited):
        on_strip(field, KEY.Key_Delete)
    assert field.value() == (PAPER,)
    assert "已去掉“签到表.jpg”，按 Ctrl+Z 放回" in sentences(field)
    press(field.form, KEY.Key_Delete)
    assert field.value() == ()
    assert QApplication.focusWidget().text() == " 添加文件…"
    with qtbot.waitSignal(field.edited):
        press(field.form, KEY.Key_Z, KEY.Key_Z, modifier=CTRL)
    assert field.value() == (PHOTO, PAPER)


def test_another_entrys_files_are_not_put_back_here(qtbot):
    field = made(qtbot, (PHOTO, PAPER))
    on_strip(field, KEY.Key_Delete)
    field.set_value(())
    press(field.form, KEY.Key_Z, modifier=CTRL)
    assert field.value() == ()


@pytest.mark.parametrize(("words", "deed"), [("打开", "opened"), ("另存一份…", "saved")])
def test_buttons_do_for_the_mouse_what_keys_do(qtbot, words, deed):
    field = made(qtbot, (PHOTO, PAPER))
    buttons = {b.toolTip().split("（")[0]: b for b in field.findChildren(QToolButton)}
    buttons[words].click()
    assert getattr(field.context, deed) == [PHOTO]
    buttons["去掉"].click()
    assert field.value() == (PAPER,)


def test_a_file_gets_another_name_and_keeps_its_ending(qtbot):
    field = made(qtbot, (PHOTO, PAPER))
    on_strip(field, KEY.Key_F2)
    with qtbot.waitSignal(field.edited):
        compose(QApplication.focusWidget(), "三月签到表")
        press(field.form, KEY.Key_Return)
    assert names(field) == ["三月签到表.jpg", "会议记录.pdf"]
    assert field.value()[0].sha256 == PHOTO.sha256
    assert strip(field).hasFocus()


def test_a_name_in_the_making_is_taken_in_before_saving(qtbot):
    field = made(qtbot, (PHOTO,))
    on_strip(field, KEY.Key_F2)
    compose(QApplication.focusWidget(), "三月签到表", commit=False)
    field.take_in()
    field.take_in()
    assert names(field) == ["三月签到表.jpg"]


@pytest.mark.parametrize("keys", [(KEY.Key_Escape,), (KEY.Key_Delete, KEY.Key_Return)])
def test_a_name_given_up_or_emptied_stays_as_it_was(qtbot, keys):
    field = made(qtbot, (PHOTO,))
    on_strip(field, KEY.Key_F2)
    with qtbot.assertNotEmitted(field.edited):
        press(field.form, *keys)
    assert names(field) == ["签到表.jpg"]


def test_a_picture_is_seen_small(qtbot):
    field = made(qtbot)
    copied(image=picture())
    press(field.form, KEY.Key_V, modifier=CTRL)
    model, side = strip(field).model(), strip(field).side()
    drawn = model.data(model.index(0), Qt.ItemDataRole.DecorationRole).pixmap(side, side).toImage()
    assert drawn.pixelColor(drawn.rect().center()).name() == "#a61b1b"


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (State.MISSING, "“签到表.jpg”不在档案旁边的附件文件夹里"),
        (State.CHANGED, "“签到表.jpg”被改动过"),
    ],
)
def test_a_missing_or_changed_file_is_said_and_stays_in_the_entry(qtbot, state, said):
    around = Around()
    around.kept_files[PHOTO.sha256] = Seen(state)
    field = made(qtbot, (PHOTO, PAPER), around=around)
    assert any(sentence.startswith(said) for sentence in sentences(field))
    model = strip(field).model()
    tips = [model.data(model.index(n), Qt.ItemDataRole.ToolTipRole) for n in (0, 1)]
    assert tips == [f"<qt>签到表.jpg，{state.value}</qt>", "<qt>会议记录.pdf，1KB</qt>"]
    assert field.value() == (PHOTO, PAPER)
    around.kept_files.clear()
    field.attach()
    assert not any("签到表" in sentence for sentence in sentences(field))


def test_a_picture_that_cannot_be_shown_says_so_and_is_kept(qtbot, tmp_path):
    field = made(qtbot)
    field.attach(*files_named(tmp_path, "照片.heic", "坏.jpg"))
    model = strip(field).model()
    for number, name in enumerate(("照片.heic", "坏.jpg")):
        tip = model.data(model.index(number), Qt.ItemDataRole.ToolTipRole)
        assert tip == f"<qt>{name}，显示不出图像</qt>"
    assert names(field) == ["照片.heic", "坏.jpg"]


def test_a_files_name_is_never_taken_for_markup(qtbot):
    field = made(qtbot, (Attachment(name="<b>x</b>.pdf", sha256="0" * 64, size=1),))
    tip = strip(field).model().index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("<qt>&lt;b&gt;x&lt;/b&gt;.pdf")


def test_tab_goes_through_the_files_to_the_button(qtbot, tmp_path):
    field = made(qtbot, (PHOTO,))
    field.attach(*files_named(tmp_path, "甲"))
    field.form.before.setFocus()
    met = []
    for _ in range(3):
        press(field.form, KEY.Key_Tab)
        met.append(QApplication.focusWidget())
    assert [w.accessibleName() for w in met[:2]] == ["附件", "附件：添加文件"]
    assert met[2] is field.form.after


def test_many_files_and_long_names_leave_the_field_narrow_and_low(qtbot):
    files = [Attachment(name="会议记录" * 40 + f"{n}A&B.pdf", sha256=f"{n:064}") for n in range(30)]
    field = made(qtbot, files, size=(360, 400))
    assert not field.form.scroll.horizontalScrollBar().isVisible()
    assert strip(field).height() <= 2 * strip(field).cell().height() + 4


def test_a_focused_text_of_the_desk_leaves_files_to_the_form(qtbot):
    line = field_for(specs_of(Record)["tags"])
    form = shown(qtbot, line)
    copied(image=picture())
    press(form, KEY.Key_V, modifier=CTRL)
    assert form.keys == [KEY.Key_V]
    copied(image=picture(), text="两会精神")
    press(form, KEY.Key_V, modifier=CTRL)
    assert form.keys == [KEY.Key_V]
    assert line.value() == ("两会精神",)


def test_a_shown_list_is_no_edit(qtbot):
    field = made(qtbot)
    with qtbot.assertNotEmitted(field.edited):
        field.set_value((PHOTO, PAPER))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert strip(field).model().rowCount() == 2
