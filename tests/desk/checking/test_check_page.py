"""自查 as its user meets it: by keys and clicks, from a finding to its entry, reasons, the day."""

from dataclasses import replace
from datetime import date

import pytest
from desk.answering import Answering
from desk.windows import standing
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton
from typing_chinese import compose

from secretary_desk.desk.checking.lines import AreaLine, FoundLine, RuleLine
from secretary_desk.desk.checking.painter import _laid_out
from secretary_desk.desk.page import Place
from secretary_desk.kinds import check_answer
from secretary_desk.kinds.check_answer import CheckAnswer
from secretary_desk.kinds.study_meeting import Form, StudyMeeting
from secretary_desk.kinds.theme_day import ThemeDay
from secretary_desk.records.day import Day
from secretary_desk.records.record import ref
from secretary_desk.rules import RULES

# The offscreen platform says so of every menu.
pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing)", extend=True)
KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
GROUPS = ("三会一课", "monthly_groups")
SECOND = (*GROUPS, "第二党小组2026-02")


def shown(desk, qtbot, size=(1366, 768)):
    window = standing(qtbot, desk, size)
    qtbot.addWidget(window)
    window.go(Place("check"))
    return window


@pytest.fixture
def window(sample_desk, qtbot):
    return shown(sample_desk, qtbot)


@pytest.fixture
def page(window):
    return window.page


def lines(page):
    """Return the lines of the tree, whether folded or not."""
    tree = page._tree

    def under(parent):
        for row in range(tree.model().rowCount(parent)):
            index = tree.model().index(row, 0, parent)
            yield index.data(Qt.ItemDataRole.UserRole)
            yield from under(index)

    return list(under(tree.rootIndex()))


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def go_down_to(page, key):
    """Walk down with the arrow key until a line is the current one."""
    page._tree.setFocus()
    for _ in range(200):
        if page._tree.line().key == key:
            return
        press(KEY.Key_Down)
    raise AssertionError(f"the arrows do not lead to {key}")


def button(page, words):
    found = (b for b in page.findChildren(QPushButton) if b.text().startswith(words))
    return next(b for b in found if b.isVisible())


def texts(page):
    return [w.text() for w in page._detail.findChildren(QLabel) if w.isVisible()]


def write(page, words):
    """Go from a finding to its reason, and compose one there."""
    press(KEY.Key_S, ALT)
    compose(page._detail._reason, words)


def answers(desk):
    return [each.reason for each in desk.store.entries(check_answer.KIND)]


def test_every_rule_stands_under_its_area_with_what_it_found(page):
    found = lines(page)
    rules = [line.outcome.rule for line in found if isinstance(line, RuleLine)]
    assert rules == list(RULES)
    areas = [line.text for line in found if isinstance(line, AreaLine)]
    assert areas == list(dict.fromkeys(rule.area for rule in RULES))
    assert "2月第二党小组会未登记" in [line.text for line in found if isinstance(line, FoundLine)]


def test_how_it_stands_is_said_in_words_and_never_as_a_score(page):
    said = page._asking._said.text()
    assert said.startswith("截至2026年11月21日：未登记")
    assert "%" not in said
    assert "分" not in said


def test_the_current_line_is_told_in_full_with_its_source(page):
    go_down_to(page, GROUPS)
    assert "一般 · 《中国共产党支部工作条例（试行）》第十三条" in texts(page)
    assert "未登记3条" in texts(page)


def test_enter_on_what_is_missing_begins_the_entry_with_what_is_known(window, page):
    go_down_to(page, SECOND)
    press(KEY.Key_Return)
    begun = window.page._editor._form.record()
    assert isinstance(begun, StudyMeeting)
    assert (begun.form, begun.group, begun.held_on) == (Form.GROUP, "第二党小组", "2026-02")
    window.go_back()
    assert window.page is page
    assert page._tree.line().key == SECOND


def test_what_was_missing_is_gone_once_it_is_entered(window, page, sample_desk):
    meeting = StudyMeeting(held_on=Day("2026-02-09"), form=Form.GROUP, group="第二党小组")
    sample_desk.save(replace(meeting, topic="学习"))
    assert SECOND not in [line.key for line in lines(page)]
    sample_desk.undo()
    assert SECOND in [line.key for line in lines(page)]


def test_a_double_click_on_a_finding_about_one_entry_opens_it(window, page, sample_desk):
    host = StudyMeeting(held_on=Day("2026-11-10"), form=Form.COMMITTEE, topic="学习")
    sample_desk.save(host)
    key = ("三会一课", "hosted_by_secretary", host.id)
    assert page._tree.choose(key)
    place = page._tree.visualRect(page._tree.currentIndex()).center()
    QTest.mouseClick(page._tree.viewport(), LEFT, pos=place)
    QTest.mouseDClick(page._tree.viewport(), LEFT, pos=place)
    assert window.page.title == "三会一课"
    assert window.page._editor.base.id == host.id


def test_of_several_entries_one_is_chosen_from_a_menu(window, page):
    many = next(
        line
        for line in lines(page)
        if isinstance(line, FoundLine) and len(line.finding.found.entries) > 15
    )
    page._tree.choose(many.key)
    QTest.mouseClick(button(page, "打开记录（"), LEFT)
    menu = next(m for m in page.findChildren(QMenu) if m.isVisible())
    words = [action.text() for action in menu.actions() if action.text()]
    assert words[0].startswith("党员名册 ")
    assert words[-1] == f"另有{len(many.finding.found.entries) - 15}条，到党员名册里看"
    first = menu.actions()[0]
    menu.close()
    first.trigger()
    assert window.page.title == "党员名册"


def test_a_reason_is_written_changed_and_taken_back_by_keys_and_each_step_can_be_undone(
    page, sample_desk
):
    go_down_to(page, SECOND)
    write(page, "外出施工")
    press(KEY.Key_Return, CTRL)
    assert answers(sample_desk) == ["外出施工"]
    assert page._tree.hasFocus()
    assert page._tree.line().reason == "说明：外出施工"
    write(page, "，三月补开")
    press(KEY.Key_Return, CTRL)
    assert len(answers(sample_desk)) == 1
    assert "三月补开" in answers(sample_desk)[0]
    QTest.mouseClick(button(page, "撤回说明"), LEFT)
    assert answers(sample_desk) == []
    assert sample_desk.undo().startswith("撤回自查说明“")
    assert page._tree.line().reason
    sample_desk.undo()
    assert page._detail._reason.text() == answers(sample_desk)[0] == "外出施工"
    sample_desk.undo()
    assert (answers(sample_desk), page._detail._reason.text()) == ([], "")


def test_going_on_keeps_what_was_typed_even_what_is_still_being_composed(page, sample_desk):
    go_down_to(page, SECOND)
    press(KEY.Key_S, ALT)
    compose(page._detail._reason, "外出施工", commit=False)
    page._tree.setFocus()
    press(KEY.Key_Down)
    assert answers(sample_desk) == ["外出施工"]
    assert page._detail._reason.text() == ""


def test_leaving_the_page_keeps_what_was_typed(window, page, sample_desk):
    go_down_to(page, SECOND)
    write(page, "外出施工")
    assert window.go(Place("calendar"))
    assert answers(sample_desk) == ["外出施工"]


def test_escape_leads_from_the_reason_back_to_the_list(page, sample_desk):
    go_down_to(page, SECOND)
    write(page, "外出施工")
    press(KEY.Key_Escape)
    assert page._tree.hasFocus()
    assert page._detail._reason.text() == "外出施工"


def test_only_what_was_found_or_only_what_statutes_say_can_be_listed(page):
    page._asking._found.click()
    assert all(line.outcome.findings for line in lines(page) if isinstance(line, RuleLine))
    page._asking._strict.click()
    weights = {line.outcome.rule.weight for line in lines(page) if isinstance(line, RuleLine)}
    assert weights == {"必须", "一般"}
    page._asking._found.click()
    page._asking._strict.click()
    assert len([line for line in lines(page) if isinstance(line, RuleLine)]) == len(RULES)


def test_an_earlier_day_owes_less(page, qtbot):
    page._asking._day.setFocus()
    page._asking._day.focusProxy().selectAll()
    for letter in "1.31":
        press(letter)
    qtbot.waitUntil(lambda: page._asking.day() == date(2026, 1, 31) and SECOND not in _keys(page))
    assert page._asking._said.text().startswith("截至2026年1月31日：")


def _keys(page):
    return [line.key for line in lines(page)]


def test_a_day_that_cannot_be_read_is_said_so_and_changes_nothing(page, qtbot):
    before = _keys(page)
    page._asking._day.setFocus()
    page._asking._day.focusProxy().selectAll()
    for letter in "13.45":
        press(letter)
    qtbot.waitUntil(page._asking._trouble.isVisible)
    assert page._asking._trouble.text()
    assert _keys(page) == before


def test_another_year_is_looked_at_as_of_its_end(window, page, sample_desk):
    sample_desk.set_year(2025)
    assert page._asking.day() == date(2025, 12, 31)
    sample_desk.set_year(2026)
    assert page._asking.day() == date(2026, 11, 21)


def test_many_findings_fold_and_stay_as_the_user_has_them(page, sample_desk):
    tree = page._tree
    few = tree._items[GROUPS].index()
    assert tree.isExpanded(few)
    go_down_to(page, GROUPS)
    press(KEY.Key_Left)
    assert not tree.isExpanded(tree._items[GROUPS].index())
    sample_desk.save(ThemeDay(held_on=Day("2026-11-20"), topic="学习"))
    page._asking._found.click()
    assert not tree.isExpanded(tree._items[GROUPS].index())
    press_on(tree, KEY.Key_Return)
    assert tree.isExpanded(tree._items[GROUPS].index())


def press_on(widget, key):
    widget.setFocus()
    QTest.keyClick(widget, key)


def test_rules_with_many_findings_begin_folded(qtbot, new_desk):
    page = shown(new_desk, qtbot).page
    for line in lines(page):
        if isinstance(line, RuleLine) and line.outcome.findings:
            index = page._tree._items[line.key].index()
            assert page._tree.isExpanded(index) == (len(line.outcome.findings) <= 3)


def test_the_history_leads_back_to_the_finding_that_was_answered(window, page, sample_desk):
    go_down_to(page, SECOND)
    write(page, "外出施工")
    press(KEY.Key_Return, CTRL)
    page._asking._strict.click()
    page._tree.choose(GROUPS[:1])
    answer = sample_desk.store.entries(check_answer.KIND)[0]
    window.go(Place("calendar"))
    window.go(Place("check_answer", ref(answer)))
    assert window.page is page
    assert page._tree.line().key == SECOND


def test_the_checklist_is_written_where_the_user_wants_it(page, sample_desk, tmp_path):
    file = tmp_path / "自查表.docx"
    page._exits.out._ask = Answering(file, "关闭")
    page._exits.word.trigger()
    assert file.read_bytes().startswith(b"PK")
    page._exits.out._ask = Answering(tmp_path / "自查表", "关闭")
    page._exits.pdf.trigger()
    assert (tmp_path / "自查表.pdf").read_bytes().startswith(b"%PDF")


def test_without_a_printer_it_says_what_to_do(page):
    page._exits.out._printers = list
    ask = page._exits.out._ask = Answering()
    page._exits.print.trigger()
    assert ask.asked == ["没有找到打印机，没有打印。"]


def test_all_that_is_listed_has_words_for_a_reader_of_the_screen(page):
    model = page._tree.model()
    for item in page._tree._items.values():
        assert model.data(item.index(), Qt.ItemDataRole.AccessibleTextRole)
    assert page._tree.accessibleName()
    assert page._detail._reason.accessibleName() == "说明"


@pytest.mark.parametrize("size", [(1093, 614), (1366, 768), (1920, 1080)])
def test_no_words_are_cut_off_at_any_size(qtbot, sample_desk, size):
    answer = {"year": 2026, "rule": GROUPS[1], "about": SECOND[2]}
    sample_desk.save(CheckAnswer(**answer, reason="外出施工" * 30 + "W" * 200))
    window = shown(sample_desk, qtbot, size)
    tree = window.page._tree
    painter, room = tree.itemDelegate(), tree.viewport().width()
    for item in tree._items.values():
        for piece in painter._pieces(tree.fontMetrics(), item.index()):
            layout = _laid_out(piece, tree.font())
            rows = [layout.lineAt(place) for place in range(layout.lineCount())]
            assert max(row.naturalTextWidth() for row in rows) <= piece.width + 1
            assert piece.left + piece.width <= room
    assert window.size().toTuple() == size
