"""记一笔: from anywhere, by keyboard alone, in lines of Chinese."""

import pytest
from desk.fields.forms import OFFSCREEN, press
from desk.windows import standing
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from typing_chinese import compose, preedit

from secretary_desk.desk.page import Place
from secretary_desk.errors import DeskError
from secretary_desk.kinds import study_meeting, talk, visit
from secretary_desk.kinds.study_meeting import Form
from secretary_desk.records.record import ref

pytestmark = [OFFSCREEN, pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)]
KEY = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(new_desk, qtbot):
    yield from shown(new_desk, qtbot)


@pytest.fixture
def sample_window(sample_desk, qtbot):
    yield from shown(sample_desk, qtbot)


def shown(desk, qtbot):
    window = standing(qtbot, desk)
    yield window
    desk.ask.answers.extend(["不要了"])
    assert window.close()


def jot(window, line=""):
    """Open 记一笔 by its keys and write a line into what has the focus."""
    press(window, KEY.Key_N, modifier=CTRL | SHIFT)
    dialog = window._quick._dialog
    assert dialog.isVisible()
    write(dialog, line)
    return dialog


def write(dialog, line):
    for part in line.split(" "):
        if part.isascii():
            press(dialog, part)
        else:
            compose(dialog.focusWidget(), part)
        press(dialog, KEY.Key_Space)


def paste(dialog, text):
    data = QMimeData()
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)
    press(dialog, KEY.Key_V, modifier=CTRL)


def said(dialog):
    return dialog._said.text() if dialog._said.isVisible() else ""


def preview(dialog):
    """Return what the preview says, line by line."""
    many = dialog._preview._many
    if dialog._preview.currentWidget() is many:
        return [many.item(row).text() for row in range(many.count())]
    rows = dialog._preview._one.widget()._rows
    return [f"{name.text()} {text.text()}" for name, text in rows if name.isVisible()]


def meetings(window):
    return window.desk.store.entries(study_meeting.KIND)


def test_a_line_is_kept_with_enter_and_the_next_one_can_be_written(window):
    dialog = jot(window, "3.5 支委会 研究发展对象 5/5")
    assert preview(dialog) == [
        "记入 三会一课", "日期 3月5日（周四）", "类型 支部委员会", "主题 研究发展对象",
        "应到 5人", "实到 5人",
    ]  # fmt: skip
    assert said(dialog) == ""
    press(dialog, KEY.Key_Return)
    (meeting,) = meetings(window)
    assert (meeting.held_on, meeting.form) == ("2026-03-05", Form.COMMITTEE)
    assert (meeting.topic, meeting.due, meeting.present) == ("研究发展对象", 5, 5)
    assert dialog._noted.text() == "已记下：三会一课 3月5日 支部委员会"
    write(dialog, "3.6 党课 学习党章")
    press(dialog, KEY.Key_Return)
    assert [m.form for m in meetings(window)] == [Form.COMMITTEE, Form.LESSON]
    press(dialog, KEY.Key_Escape)
    assert not dialog.isVisible()


def test_what_was_understood_is_shown_in_the_same_place_while_lines_are_typed_and_pasted(window):
    dialog = jot(window)
    inside = dialog._preview._one.widget()
    assert inside._hint.isVisible()
    for line in ("3.5 支委会 研究发展对象 5/5", "7.1 荣获市级先进基层党组织", "3.6\n3.7", "3.5"):
        press(dialog, KEY.Key_A, modifier=CTRL)
        paste(dialog, line)
    assert preview(dialog)[:2] == ["记入 三会一课", "日期 3月5日（周四）"]
    assert not inside._hint.isVisible()
    press(dialog, KEY.Key_A, modifier=CTRL)
    press(dialog, KEY.Key_Delete)
    assert preview(dialog) == []
    assert inside._hint.isVisible()
    assert dialog._preview._one.widget() is inside


def test_a_place_used_before_is_known_without_more_words(window):
    window.desk.save(study_meeting.StudyMeeting(place="铺轨基地"))
    dialog = jot(window, "3.5 支委会 铺轨基地 研究发展对象")
    assert "地点 铺轨基地" in preview(dialog)


def test_ctrl_enter_keeps_a_line_and_opens_its_form(window):
    dialog = jot(window, "3.5 支委会 研究发展对象")
    press(dialog, KEY.Key_Return, modifier=CTRL)
    (meeting,) = meetings(window)
    assert not dialog.isVisible()
    assert window.page._editor.base == meeting


def test_an_unfinished_line_is_kept_and_says_what_is_wanting(window):
    dialog = jot(window, "3.5 买桌子")
    assert said(dialog).splitlines() == [
        "没有认出是哪一种记录，先放在“三会一课”；可在“种类”里换一种。",
        "还缺类型：先记下，填上才计数。",
    ]
    press(dialog, KEY.Key_Return)
    assert meetings(window)[0].topic == "买桌子"


def test_a_line_that_names_no_kind_is_of_the_page_it_was_begun_on(window):
    window.go(Place("visit"))
    dialog = jot(window, "3.5 老党员家")
    press(dialog, KEY.Key_Return)
    (visited,) = window.desk.store.entries(visit.KIND)
    assert visited.target == "老党员家"
    assert window.page._list.count() == 1


def test_the_kind_can_be_chosen_by_keyboard(window):
    dialog = jot(window, "3.5 老党员家")
    press(dialog, KEY.Key_Tab)
    for _ in range(dialog._kinds.findText("走访调研")):
        press(dialog, KEY.Key_Down)
    assert preview(dialog)[0] == "记入 走访调研"
    press(dialog, KEY.Key_Return)
    assert window.desk.store.entries(visit.KIND)


def test_what_is_still_composed_belongs_to_the_line(window):
    dialog = jot(window, "3.5 支委会")
    preedit(dialog._box, "研究工作")
    press(dialog, KEY.Key_Return)
    assert meetings(window) == []  # this Enter was the input method's
    dialog._keep_action.trigger()
    assert meetings(window)[0].topic == "研究工作"


def test_several_lines_are_shown_to_be_ticked_and_kept_as_one_step(window):
    dialog = jot(window)
    paste(dialog, "3.5 支委会 研究工作\n3.6 党课 学习党章\n买桌子")
    assert preview(dialog) == [
        "三会一课：3月5日（周四），支部委员会，研究工作",
        "三会一课：3月6日（周五），党课，学习党章",
        "三会一课：买桌子（缺日期、类型）",
    ]
    for _ in range(3):
        press(dialog, KEY.Key_Tab)
    assert QApplication.focusWidget() is dialog._preview._many
    press(dialog, KEY.Key_Down, KEY.Key_Down, KEY.Key_Space)
    assert said(dialog) == "打勾的2条会记下"
    press(dialog, KEY.Key_Return)
    assert [m.topic for m in meetings(window)] == ["研究工作", "学习党章"]
    assert dialog._box.text() == "买桌子"
    assert window.desk.undo()
    assert meetings(window) == []


def test_shift_enter_begins_another_line(window):
    dialog = jot(window, "3.5 党课 学习")
    press(dialog, KEY.Key_Return, modifier=SHIFT)
    write(dialog, "3.6 党课 讨论")
    assert len(preview(dialog)) == 2


@pytest.mark.parametrize("text", ["支委会", "支委会\n党课\n党课\n党课\n党课\n党课"])
def test_the_box_is_as_high_as_its_lines(window, text):
    dialog = jot(window)
    paste(dialog, text)
    assert dialog._box.verticalScrollBar().maximum() == 0


def test_more_lines_than_are_shown_stay_in_the_box(window):
    dialog = jot(window)
    paste(dialog, "\n".join(f"3.5 党课 第{number}讲" for number in range(1, 53)))
    press(dialog, KEY.Key_Return)
    assert len(meetings(window)) == 50
    assert dialog._box.text() == "3.5 党课 第51讲\n3.5 党课 第52讲"


@pytest.mark.parametrize("answer", ["返回", "不要了", "记下"])
def test_escape_asks_about_what_is_not_kept(window, answer):
    dialog = jot(window, "3.5 党课 学习党章")
    window.desk.ask.answers.append(answer)
    press(dialog, KEY.Key_Escape)
    assert window.desk.ask.asked == ["“记一笔”里的“3.5 党课 学习党章”还没有记下。"]
    assert dialog.isVisible() == (answer == "返回")
    assert len(meetings(window)) == (answer == "记下")
    assert bool(dialog._box.text()) == (answer == "返回")


def test_the_window_is_not_closed_over_a_line_that_is_not_kept(window):
    jot(window, "3.5 党课")
    window.desk.ask.answers.append("返回")
    assert not window.close()
    assert window.isVisible()


def test_lines_too_many_to_be_kept_at_once_are_asked_about_again(window):
    paste(jot(window), "\n".join(f"3.5 党课 第{number}讲" for number in range(1, 53)))
    window.desk.ask.answers += ["记下", "返回"]
    assert not window.close()
    assert "第51讲" in window.desk.ask.asked[-1]
    window.desk.ask.answers.append("记下")
    assert window._quick.may_close()
    assert len(meetings(window)) == 52


def test_where_nothing_is_ticked_nothing_is_said_to_be_kept(window):
    dialog = jot(window)
    paste(dialog, "3.5 党课 学习\n3.6 党课 讨论")
    for row in range(2):
        dialog._preview._many.item(row).setCheckState(Qt.CheckState.Unchecked)
    window.desk.ask.answers.append("记下")
    press(dialog, KEY.Key_Escape)
    assert dialog.isVisible()
    assert dialog._noted.text() == "没有打勾的，没有记下"
    assert len(dialog._box.text().splitlines()) == 2


def test_a_line_stays_where_it_cannot_be_saved(window, monkeypatch):
    dialog = jot(window, "3.5 党课 学习党章")

    def fail(*_records, **_more):
        raise DeskError("磁盘已满，请清理后再试")

    with monkeypatch.context() as patch:
        patch.setattr(window.desk, "save", fail)
        press(dialog, KEY.Key_Return)
    assert dialog._noted.text() == "磁盘已满，请清理后再试"
    assert dialog._box.text().strip() == "3.5 党课 学习党章"


def test_names_are_those_of_the_roster_and_the_talker_is_the_secretary(window):
    dialog = jot(window, "3.5 与李四谈话 工作压力")
    assert "谈话人 张三" in preview(dialog)
    press(dialog, KEY.Key_Return)
    (talked,) = window.desk.store.entries(talk.KIND)
    assert (talked.talker.name, talked.to.name, talked.summary) == ("张三", "李四", "工作压力")
    assert talked.talker.id


def test_a_line_like_an_entry_is_pointed_out_and_may_still_be_kept(sample_window):
    window = sample_window
    known = next(m for m in meetings(window) if m.form is Form.COMMITTEE)
    dialog = jot(window)
    paste(dialog, f"{known.held_on.show_short()} 支委会 {known.topic}")
    assert said(dialog).endswith("很像，也许已经记过了。")
    assert known.topic in said(dialog)
    before = len(meetings(window))
    dialog._open_twin.setFocus()
    press(dialog, KEY.Key_Space)
    assert window.page._editor.base == window.desk.store.get(ref(known))
    press(dialog, KEY.Key_Return)
    assert len(meetings(window)) == before + 1


def test_the_way_of_writing_is_explained(window, qtbot):
    dialog = jot(window)
    with qtbot.waitSignal(window.help_wanted) as asked:
        press(dialog, KEY.Key_F1)
    assert asked.args == ["quick"]


@pytest.mark.parametrize("size", [(1366, 768), (1093, 614)])
def test_it_stands_within_the_smallest_screen_with_everything_in_sight(sample_window, size):
    sample_window.resize(*size)
    dialog = jot(sample_window)
    paste(dialog, "\n".join(f"3.{day} 支委会 研究第{day}项工作 5/5" for day in range(1, 29)))
    assert dialog.width() <= size[0]
    assert dialog.height() <= 560  # the frame of a window comes on top
    for shown in (dialog._box, dialog._preview, dialog._said):
        assert dialog.rect().contains(shown.geometry())
    assert dialog._preview.height() > dialog.fontMetrics().lineSpacing() * 4
