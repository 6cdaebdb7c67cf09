"""One person's way in its form: 25 steps by the keyboard, what comes next, nothing lost."""

import pytest
from desk.record.test_record_page import press, shown
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from rules.ways import FAULTLESS
from typing_chinese import compose, preedit

from secretary_desk.desk.page import Place
from secretary_desk.kinds import development
from secretary_desk.kinds.development import Development, Step, StepRow
from secretary_desk.kinds.person import KIND as PERSON
from secretary_desk.kinds.rule_value import RuleValue
from secretary_desk.records.day import Day
from secretary_desk.records.record import ref
from secretary_desk.records.specs import Link

KEY = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
FIRST = StepRow(step=Step.APPLICATION, on=Day("2026-11-10"), papers=True)


@pytest.fixture
def page(new_desk, qtbot):
    page = shown(qtbot, new_desk, development.KIND)
    yield page
    page._editor._autosave.stop()


def steps(page):
    return page._editor._form.field("steps")


def box(page, step, cell="on"):
    return steps(page)._lines[step].box(cell)


def begin(page, name="示例甲"):
    press(page, KEY.Key_N, CTRL)
    compose(QApplication.focusWidget(), name)
    for _ in range(5):
        if QApplication.focusWidget() is box(page, Step.APPLICATION):
            return
        press(QApplication.focusWidget(), KEY.Key_Tab)
    raise AssertionError("Tab does not lead to the first step")


def opened(page, *rows, **more):
    """Return a way that is kept, shown in the form."""
    (way,) = page._desk.save(Development(who=Link(None, "示例甲"), steps=rows, **more))
    page.show_place(Place("development", entry=ref(way)))
    return way


def stored(page, kind=development.KIND):
    (record,) = page._desk.store.entries(kind)
    return record


def test_one_person_goes_through_all_25_steps_by_the_keyboard_alone(page):
    begin(page)
    for day in FAULTLESS.values():
        QTest.keyClicks(QApplication.focusWidget(), day)
        press(QApplication.focusWidget(), KEY.Key_Tab)
        press(QApplication.focusWidget(), KEY.Key_Space)
        press(QApplication.focusWidget(), KEY.Key_Tab, SHIFT)
        press(QApplication.focusWidget(), KEY.Key_Down)
    assert steps(page)._card._title.text() == "25步都已完成"
    press(QApplication.focusWidget(), KEY.Key_Return, CTRL)
    kept = stored(page).steps
    assert {row.step: row.on for row in kept} == FAULTLESS
    assert all(row.papers for row in kept)
    assert page._editor.base.created == ""  # the next one has begun


def test_confirmation_in_the_form_is_carried_to_the_roster(page, new_desk):
    begin(page, "张三")  # the secretary, whom the first start put on the roster
    for row, day in ((Step.ADMISSION, "2024-12-10"), (Step.CONFIRMATION, "2025-12-11")):
        box(page, row).setFocus()
        QTest.keyClicks(box(page, row), day)
    assert page.leave()
    members = {p.name: p for p in new_desk.store.entries(PERSON)}
    assert members["张三"].confirmed_on == "2025-12-11"


def test_what_comes_next_is_told_with_its_article_and_its_day_is_filled_in_with_one_key(page):
    opened(page, FIRST)
    card = steps(page)._card
    assert card._title.text() == "下一步：2　党组织派人谈话"
    assert card._times.text() == "最晚　递交申请书后一个月内：2026年12月10日前"
    assert "第七条" in card._sources.text()
    assert card._suggested.text() == "建议　2026年11月23日（星期一）"  # the 21st is a Saturday
    press(page, KEY.Key_J, CTRL)
    assert QApplication.focusWidget() is box(page, Step.TALK)
    assert page.leave()
    assert stored(page).on(Step.TALK) == "2026-11-23"
    assert card._suggested.text() == "已定在2026年11月23日"
    press(page, KEY.Key_J, CTRL)  # there is nothing to fill in any more
    assert page.leave()
    assert len(stored(page).steps) == 2


def test_filling_in_is_undone_as_any_save(page):
    opened(page, FIRST)
    press(page, KEY.Key_J, CTRL)
    assert page.leave()
    page._desk.undo()
    assert stored(page).on(Step.TALK) is None
    assert box(page, Step.TALK).text() == ""


def test_the_list_and_the_line_beside_the_step_tell_it_too(page):
    opened(page, FIRST)
    line = steps(page)._lines[Step.TALK]
    assert line.told.isVisible()
    assert "材料：谈话记录" in line.told.text()
    assert not steps(page)._lines[Step.ACTIVIST].told.isVisible()


def test_arrows_go_from_day_to_day(page):
    opened(page, FIRST)
    box(page, Step.APPLICATION).setFocus()
    press(QApplication.focusWidget(), KEY.Key_Down)
    assert QApplication.focusWidget() is box(page, Step.TALK)
    press(QApplication.focusWidget(), KEY.Key_Up)
    press(QApplication.focusWidget(), KEY.Key_Up)
    assert QApplication.focusWidget() is box(page, Step.APPLICATION)


def test_text_in_the_making_in_a_note_is_kept_on_leaving(page):
    opened(page, FIRST)
    box(page, Step.TALK, "note").setFocus()
    preedit(box(page, Step.TALK, "note"), "由书记谈话")
    assert page.leave()
    assert stored(page).steps[1] == StepRow(step=Step.TALK, note="由书记谈话")


def test_opening_and_leaving_an_entry_writes_nothing(page):
    rows = (
        StepRow(step=Step.TALK, on=Day("2026-11-12")),
        FIRST,  # out of order, as a workbook may have it
        StepRow(step=Step.TALK, on=Day("2026-11-13"), note="又谈一次"),
        StepRow(step=Step.SPONSORS),
        StepRow(on=Day("2026-11-14")),
    )
    way = opened(page, *rows)
    assert page.leave()
    assert page._desk.store.get(ref(way)) == page._editor.base
    assert stored(page).steps == rows


def test_what_a_record_holds_twice_stays_when_another_step_is_typed(page):
    twice = StepRow(step=Step.APPLICATION, on=Day("2026-11-11"))
    opened(page, FIRST, twice)
    box(page, Step.TALK).setFocus()
    QTest.keyClicks(box(page, Step.TALK), "11.20")
    assert page.leave()
    assert stored(page).steps[:2] == (FIRST, twice)


def test_an_emptied_line_is_taken_out(page):
    opened(page, FIRST, StepRow(step=Step.TALK, on=Day("2026-11-12")))
    box(page, Step.TALK).setFocus()
    press(box(page, Step.TALK), KEY.Key_A, CTRL)
    press(box(page, Step.TALK), KEY.Key_Delete)
    assert page.leave()
    assert stored(page).steps == (FIRST,)


def test_a_day_that_cannot_be_read_is_named_with_its_step(page):
    opened(page, FIRST)
    box(page, Step.TALK).setFocus()
    QTest.keyClicks(box(page, Step.TALK), "13.45")
    assert page._editor._form.troubles()[0].startswith("党组织派人谈话：")
    box(page, Step.TALK).clear()


def test_tab_leads_from_a_step_to_what_belongs_to_it(page):
    opened(page, FIRST)
    box(page, Step.SPONSORS, "note").setFocus()
    press(QApplication.focusWidget(), KEY.Key_Tab)
    assert page._editor._form.field("sponsors").isAncestorOf(QApplication.focusWidget())
    press(QApplication.focusWidget(), KEY.Key_Tab)
    assert QApplication.focusWidget() is box(page, Step.TRAINING)


def test_whose_way_was_stopped_is_told_of_nothing_to_do(page):
    opened(page, FIRST, stopped_on=Day("2026-11-15"))
    assert steps(page)._card._title.text() == "已停止，不再办理"
    assert not steps(page)._card._take.isEnabled()


def test_a_stop_typed_in_the_form_changes_what_is_told_at_once(page):
    opened(page, FIRST)
    stop = page._editor._form.field("stopped_on").focusProxy()
    stop.setFocus()
    QTest.keyClicks(stop, "11.15")
    assert steps(page)._card._title.text() == "已停止，不再办理"


def test_a_day_before_an_earlier_steps_is_told_above_the_steps(page):
    opened(page, FIRST)
    QTest.keyClicks(box(page, Step.TALK), "2026.11.1")
    said = page._editor._form._cells["steps"]._said
    assert said.text() == "“党组织派人谈话”的日期2026年11月1日早于前面的步骤"
    assert said.geometry().bottom() <= steps(page).geometry().top()


def test_a_day_that_cannot_be_read_keeps_no_other_step_from_being_saved(page):
    opened(page, FIRST)
    QTest.keyClicks(box(page, Step.TALK), "2026-02-31")
    box(page, Step.ACTIVIST, "note").setFocus()
    compose(QApplication.focusWidget(), "群团推优")
    box(page, Step.APPLICATION).selectAll()
    QTest.keyClicks(box(page, Step.APPLICATION), "2026-13-01")
    page._editor.save()
    assert stored(page).steps == (FIRST, StepRow(step=Step.ACTIVIST, note="群团推优"))
    page._desk.ask.answers.append("放弃这一处")
    assert page.leave()
    assert box(page, Step.APPLICATION).text() == "2026年11月10日"
    assert box(page, Step.ACTIVIST, "note").text() == "群团推优"
    assert not box(page, Step.TALK).text()


def test_a_value_that_the_user_sets_moves_the_days_of_the_way_that_is_open(page):
    opened(page, FIRST)
    page._desk.save(RuleValue(key="发展党员.谈话月数", value="2"))
    assert "2027年1月10日前" in steps(page)._card._times.text()
    page._desk.undo()
    assert "2026年12月10日前" in steps(page)._card._times.text()


def test_a_last_day_that_has_passed_is_said_to_have_and_a_day_is_suggested_all_the_same(page):
    opened(page, StepRow(step=Step.APPLICATION, on=Day("2026-05-10")))
    card = steps(page)._card
    assert card._passed.text() == "最晚　递交申请书后一个月内：2026年6月10日前，已超过"
    assert card._passed.property("role") == "trouble"
    assert card._suggested.text().startswith("建议　2026年11月")


def test_no_day_is_suggested_for_handing_in_the_request_which_is_the_persons_own_act(page):
    opened(page)
    assert not steps(page)._card._suggested.isVisible()
