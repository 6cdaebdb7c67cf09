"""The one window: from page to page, year to year, and back again."""

import pytest
from desk.windows import standing
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QPushButton
from typing_chinese import compose, preedit

from secretary_desk.desk.fields.combo_box import ComboBox
from secretary_desk.desk.page import Place
from secretary_desk.desk.pages import SIDEBAR
from secretary_desk.desk.record.empty import PICTURES, TEACHING
from secretary_desk.kinds import KINDS, SUPPLEMENT, study_meeting
from secretary_desk.kinds.branch import KIND as BRANCH
from secretary_desk.kinds.person import Person
from secretary_desk.records.day import Day
from secretary_desk.records.record import ref

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
PAGES = [entrance.page for group in SIDEBAR.values() for entrance in group]


@pytest.fixture
def window(new_desk, qtbot):
    yield from shown(new_desk, qtbot)


@pytest.fixture
def sample_window(sample_desk, qtbot):
    yield from shown(sample_desk, qtbot)


def shown(desk, qtbot):
    window = standing(qtbot, desk)
    yield window
    desk.ask.answers.extend(["放弃这一处"] * 3)
    assert window.close()


def sidebar_button(window, label):
    buttons = window._sidebar.findChildren(QPushButton)
    return next(button for button in buttons if button.text() == label)


def click(window, label):
    QTest.mouseClick(sidebar_button(window, label), Qt.MouseButton.LeftButton)


def box(window, name):
    return window.page._editor._form.field(name).focusProxy()


def begin_meeting(window, topic="研究发展对象"):
    click(window, "三会一课")
    QTest.keyClick(window.page, KEY.Key_N, CTRL)
    QTest.keyClicks(box(window, "held_on"), "3.5")
    compose(box(window, "topic"), topic)


def test_the_calendar_is_home(window):
    assert window.page.title == "年历"
    assert sidebar_button(window, "年历").isChecked()
    assert window.windowTitle() == "第一党支部 — 书记案头"


@pytest.mark.parametrize("page", PAGES)
def test_every_entrance_leads_to_a_page_with_its_title_and_help(sample_window, page):
    assert sample_window.go(Place(page))
    assert sample_window.page.title
    assert sample_window.page.help
    assert sample_window._head._title.text() == sample_window.page.title


def test_every_kind_has_an_entrance_and_says_what_belongs_there():
    kinds = {kind.name for kind in KINDS}
    assert kinds <= set(PAGES)
    assert kinds == TEACHING.keys() == PICTURES.keys()


def test_what_is_typed_is_kept_on_the_way_to_another_page(window):
    begin_meeting(window)
    preedit(box(window, "place"), "会议室")
    click(window, "主题党日")
    (meeting,) = window.desk.store.entries(study_meeting.KIND)
    assert (meeting.topic, meeting.place) == ("研究发展对象", "会议室")
    assert window.page.title == "主题党日"


def test_what_is_typed_is_kept_on_closing(window):
    begin_meeting(window)
    preedit(box(window, "place"), "会议室")
    assert window.close()
    (meeting,) = window.desk.store.entries(study_meeting.KIND)
    assert meeting.place == "会议室"


def test_a_page_with_something_unreadable_is_not_left_without_asking(window):
    begin_meeting(window)
    QTest.keyClicks(box(window, "held_on"), "x")
    window.desk.ask.answers.append("返回修改")
    click(window, "主题党日")
    assert window.page.title == "三会一课"
    assert sidebar_button(window, "三会一课").isChecked()
    window.desk.ask.answers.append("返回修改")
    assert not window.close()


def test_undo_and_redo_say_what_they_do(window):
    begin_meeting(window)
    window.leave()
    assert window._undo.text().startswith("撤销：新增 三会一课 3月5日")
    window._undo.trigger()
    assert window.desk.store.entries(study_meeting.KIND) == []
    assert window._redo.text().startswith("重做：新增 三会一课 3月5日")
    window._redo.trigger()
    assert len(window.desk.store.entries(study_meeting.KIND)) == 1


def test_control_z_in_a_text_is_the_texts(window):
    begin_meeting(window)
    QTest.keyClicks(box(window, "guests"), "abc")
    QTest.keyClick(box(window, "guests"), KEY.Key_Z, CTRL)
    assert box(window, "guests").text() == ""
    assert box(window, "topic").text() == "研究发展对象"


def test_saving_is_said_below(window, qtbot):
    begin_meeting(window)
    qtbot.waitUntil(lambda: window._status._saved.text() == "已保存 09:00", timeout=4000)


def test_another_year_shows_its_entries(sample_window):
    click(sample_window, "三会一课")
    assert sample_window.page._list.count() > 40
    years = sample_window._head._years
    years.setFocus()
    QTest.keyClick(years, KEY.Key_Up)
    assert sample_window.desk.year == 2027
    assert sample_window.page._list.count() == 0


def test_an_entry_without_a_date_is_filed_under_the_year_shown(window):
    window._on_year_chosen(2025)
    click(window, "三会一课")
    QTest.keyClick(window.page, KEY.Key_N, CTRL)
    compose(box(window, "topic"), "学习")
    QTest.keyClicks(box(window, "held_on"), "3.5")
    window.leave()
    (meeting,) = window.desk.store.entries(study_meeting.KIND)
    assert meeting.held_on == Day("2025-03-05")


def test_control_f_finds_in_everything(sample_window, qtbot):
    click(sample_window, "三会一课")
    QTest.keyClick(sample_window.page, KEY.Key_F, CTRL)
    words = sample_window._head.findChild(QLineEdit)
    assert words.hasFocus()
    compose(words, "党课")
    qtbot.waitUntil(lambda: sample_window.page.title == "查找", timeout=3000)


def test_the_profile_changes_the_name_on_the_desk(window):
    click(window, "支部概况")
    name = box(window, "name")
    QTest.keyClick(name, KEY.Key_A, CTRL)
    compose(name, "第二党支部")
    window.leave()
    assert window._sidebar._branch.text().replace("\u200b", "") == "第二党支部"
    assert [p.name for p in window.desk.store.entries(BRANCH)] == ["第二党支部"]


def test_a_year_without_a_profile_begins_with_the_nearest_and_gets_its_own(window):
    window._on_year_chosen(2027)
    click(window, "支部概况")
    assert "2027 年度还没有自己的概况" in window.page._note.text()
    compose(box(window, "superior"), "某某党委")
    window.leave()
    profiles = {p.filed_under: p.superior for p in window.desk.store.entries(BRANCH)}
    assert profiles == {2026: "", 2027: "某某党委"}


def test_f1_asks_for_the_help_of_the_page_shown(window, qtbot):
    click(window, "主题党日")
    with qtbot.waitSignal(window.help_wanted) as asked:
        QTest.keyClick(window.page, KEY.Key_F1)
    assert asked.args == ["theme_day"]


def steps(window):
    """Return the buttons of undoing and redoing that can be seen, by their words and places."""
    buttons = [b for b in window.findChildren(QPushButton) if b.property("role") == "step"]
    seen = [b for b in buttons if b.isVisible()]
    return [(b.text().strip(), window._status.isAncestorOf(b), b) for b in seen]


def test_what_can_be_undone_is_told_as_it_is_written(window):
    window.desk.save(Person(name="<b>甲&乙</b>"))
    told = "撤销：新增 党员名册 <b>甲&乙</b>"
    undo = [b for words, _, b in steps(window) if words == "撤销"]
    assert len(undo) == 2
    for each in undo:
        assert each.accessibleName() == told
        document = QTextDocument()
        document.setHtml(each.toolTip())  # as a tool tip is shown
        assert document.toPlainText() == f"{told}（Ctrl+Z）"


def test_the_status_bar_undoes_by_a_button_only_and_says_beside_it_what(window):
    assert [words for words, below, _ in steps(window) if below] == []
    window.desk.save(Person(name="王五"))
    window.desk.save(Person(name="李四" * 30))
    last = window._status._last
    assert last.text().startswith("上一步：新增 党员名册 李四")
    assert last.text().endswith("…")
    before = window.desk.store.undoable()
    QTest.mouseClick(last, Qt.MouseButton.LeftButton)
    assert window.desk.store.undoable() == before
    ((_, _, undo),) = [step for step in steps(window) if step[1]]
    assert not undo.icon().isNull()
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert [words for words, below, _ in steps(window) if below] == ["撤销", "重做"]
    assert last.text() == "上一步：新增 党员名册 王五"
    assert window._status._note.text().startswith("已撤销：新增 党员名册 李四")


def test_undo_stands_far_from_where_a_way_back_is_looked_for(window):
    _, undo, redo = (b for _, below, b in steps(window) if not below)
    assert (undo.text(), redo.text()) == (" 撤销", " 重做")
    assert undo.mapTo(window, undo.rect().topLeft()).x() > window.width() * 3 / 4


def test_a_year_can_be_switched_to_once_an_entry_has_its_date(window):
    years = window._head._years
    assert years.findText("2023 年度") < 0
    click(window, "三会一课")
    QTest.keyClick(window.page, KEY.Key_N, CTRL)
    QTest.keyClicks(box(window, "held_on"), "2023.3.5")
    window.leave()
    assert years.findText("2023 年度") >= 0
    assert years.currentText() == "2026 年度"


def test_enter_in_the_search_field_opens_the_first_hit(sample_window):
    QTest.keyClick(sample_window.page, KEY.Key_F, CTRL)
    words = sample_window._head.findChild(QLineEdit)
    compose(words, "盾构")
    QTest.keyClick(words, KEY.Key_Return)
    assert sample_window.page._editor.base.created
    assert any("盾构" in str(getattr(sample_window.page._editor.base, n))
               for n in sample_window.page._kind.specs)  # fmt: skip


def test_enter_without_a_hit_says_so(sample_window):
    QTest.keyClick(sample_window.page, KEY.Key_F, CTRL)
    words = sample_window._head.findChild(QLineEdit)
    compose(words, "没有这个词语")
    QTest.keyClick(words, KEY.Key_Return)
    assert sample_window.page.title == "查找"


def test_alt_left_leads_back_to_the_pages_come_from(sample_window):
    for page in ("report", "study_meeting", "theme_day"):
        sample_window.go(Place(page))
    back = [sample_window.page.title]
    for _ in range(4):
        QTest.keyClick(sample_window.page, KEY.Key_Left, Qt.KeyboardModifier.AltModifier)
        back.append(sample_window.page.title)
    assert back == ["主题党日", "三会一课", "述职报告", "年历", "年历"]


def test_an_entry_without_a_page_of_its_own_stands_on_the_reports(sample_window):
    (entry,) = sample_window.desk.store.entries(SUPPLEMENT)
    assert sample_window.go(Place("supplement", entry=ref(entry)))
    assert sample_window.page.title == "述职报告"


def test_an_entry_that_leads_out_of_the_year_is_told_of(window, qtbot):
    begin_meeting(window)
    QTest.keyClick(box(window, "held_on"), KEY.Key_A, CTRL)
    QTest.keyClicks(box(window, "held_on"), "2024.3.5")
    window.leave()
    assert "不在2026年度" in window._status._note.text()
    years = window._head._years
    assert "2024 年度" in [years.itemText(place) for place in range(years.count())]


def test_who_only_looks_at_an_entry_of_another_year_is_told_of_no_save(window):
    (old,) = window.desk.save(study_meeting.StudyMeeting(held_on=Day("2024-03-05"), topic="旧的"))
    window.go(Place("study_meeting", ref(old)))
    assert window.page._editor.base.id == old.id
    assert window.page.leave()
    assert "已保存" not in window._status._note.text()


def test_a_day_that_has_not_come_is_told_of(window):
    begin_meeting(window)
    QTest.keyClick(box(window, "held_on"), KEY.Key_A, CTRL)
    QTest.keyClicks(box(window, "held_on"), "12.3")
    said = window.page._editor._form._cells["held_on"]._said.text()
    assert said == "这一天还没有到，请核对"


def test_a_new_entry_goes_by_its_present_name_in_what_can_be_undone(window):
    begin_meeting(window, "学习")
    window.page._editor.save()
    QTest.keyClick(box(window, "form"), KEY.Key_Down)
    window.leave()
    assert window._undo.text() == "撤销：新增 三会一课 3月5日 支部党员大会"


def test_the_sample_says_that_it_is_one(window):
    assert window._sidebar._sample.isHidden()
    window._sidebar.set_branch("示例", is_sample=True)
    assert not window._sidebar._sample.isHidden()


@pytest.mark.parametrize("page", PAGES)
def test_nothing_on_a_page_heeds_the_wheel_but_what_scrolls(sample_window, page):
    sample_window.go(Place(page))
    boxes = sample_window.findChildren(QComboBox)
    assert boxes
    assert all(isinstance(box, ComboBox) for box in boxes)
    assert not sample_window.findChildren(QAbstractSpinBox)
