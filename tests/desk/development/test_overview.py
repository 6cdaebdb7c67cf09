"""Everyone's progress: who is nearest to the end first, what comes next, one click to the form."""

from datetime import date

import pytest
from desk.record.test_record_page import press, shown
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from rules.ways import until, way

from secretary_desk.desk.development.overview_cell import _fitting
from secretary_desk.desk.development.overview_model import NEXT, OverviewModel, next_told
from secretary_desk.kinds import development
from secretary_desk.kinds.development import Step
from secretary_desk.kinds.person import Person
from secretary_desk.kinds.rule_value import RuleValue
from secretary_desk.records.day import Day
from secretary_desk.rules.path import path
from secretary_desk.rules.values import Values

TODAY = date(2026, 11, 21)


@pytest.fixture
def page(new_desk, qtbot):
    page = shown(qtbot, new_desk, development.KIND)
    yield page
    page._editor._autosave.stop()


def named(name, days, **more):
    return way(days, who=Person(name=name), **more)


def on_the_way(page, *ways):
    kept = page._desk.save(*ways)
    QTest.mouseClick(page._list._as_progress, Qt.MouseButton.LeftButton)
    return kept


def names(page):
    model = page._list._overview.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def told(days, **more):
    return next_told(path(way(days, **more), Values(), TODAY))


def test_who_is_nearest_to_the_end_comes_first_and_who_has_no_step_left_last(page):
    on_the_way(
        page,
        named("示例甲", until(Step.TALK)),
        named("示例乙", until(Step.ADMISSION)),
        named("示例丙", until(Step.ARCHIVED)),
        named("示例丁", until(Step.ACTIVIST), stopped_on=Day("2026-03-01")),
    )
    assert names(page) == ["示例乙", "示例甲", "示例丙", "示例丁"]


def test_who_awaits_an_approval_from_last_year_is_still_here(page):
    on_the_way(page, named("示例甲", until(Step.CONFIRMATION)))
    assert names(page) == ["示例甲"]
    assert page._list.count() == 0  # by its dates it is last year's


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ({}, ("递交申请书", "")),
        ({Step.APPLICATION: "2026-11-10"}, ("派人谈话", "2026.12.10前")),
        ({Step.APPLICATION: "2026-11"}, ("派人谈话", "约2026.12.1前")),
        ({Step.APPLICATION: "2026-11-10", Step.TALK: "2026-12-01"}, ("派人谈话", "定在2026.12.1")),
        ({Step.ACTIVIST: "2026-03-02"} | dict.fromkeys([Step.TRAINING], "2026-03-09"),
         ("确定发展对象", "2027.3.2起")),
        (until(Step.ARCHIVED), ("全部完成", "")),
    ],
)  # fmt: skip
def test_what_comes_next_is_told_in_few_words(days, words):
    assert told(days) == words


def test_a_click_shows_the_way_and_what_is_typed_there_moves_on(page):
    on_the_way(page, named("示例甲", until(Step.TALK)), named("示例乙", until(Step.ADMISSION)))
    table = page._list._overview
    place = QPoint(20, table.rowViewportPosition(1) + 5)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page._editor.base.who.name == "示例甲"
    line = page._editor._form.field("steps")._lines[Step.ACTIVIST]
    line.box().setFocus()
    QTest.keyClicks(line.box(), "2023.9.12")
    assert page.leave()
    assert table.model().path(1).next.step is Step.ACTIVIST_FILED
    (marked,) = table.selectionModel().selectedRows()
    assert marked.row() == 1


def test_the_keyboard_goes_from_row_to_row(page):
    on_the_way(page, named("示例甲", until(Step.TALK)), named("示例乙", until(Step.ADMISSION)))
    page._list.setFocus()
    press(QApplication.focusWidget(), Qt.Key.Key_Down)
    press(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert page._editor.base.who.name == "示例甲"


def test_back_to_the_list_the_same_entry_is_marked(page):
    on_the_way(page, named("示例甲", until(Step.TALK)), named("示例乙", until(Step.ADMISSION)))
    page._list.setFocus()
    press(QApplication.focusWidget(), Qt.Key.Key_Down)
    QTest.mouseClick(page._list._as_list, Qt.MouseButton.LeftButton)
    assert not page._list._overview.isVisible()
    (marked,) = page._list._view.selectionModel().selectedRows()
    assert page._list._model.record(marked.row()).who.name == "示例乙"


def test_a_value_that_the_user_sets_moves_the_days(page):
    on_the_way(page, named("示例甲", {Step.APPLICATION: "2026-11-10"}))
    page._desk.save(RuleValue(key="发展党员.谈话月数", value="2"))
    model = page._list._overview.model()
    assert next_told(model.path(0)) == ("派人谈话", "2027.1.10前")


def test_a_cell_tells_its_steps_and_the_last_one_the_articles_words():
    model = OverviewModel()
    model.set_paths([path(way(until(Step.APPLICATION)), Values(), TODAY)])
    tip = Qt.ItemDataRole.ToolTipRole
    assert model.index(0, 1).data(tip) == (
        "<qt>1 递交入党申请书：2023年1月10日<br>2 党组织派人谈话：下一步</qt>"
    )
    assert "递交申请书后一个月内" in model.index(0, NEXT).data(tip)


def test_a_name_is_never_taken_for_markup():
    model = OverviewModel()
    model.set_paths([path(named("<b>示例</b>", {}), Values(), TODAY)])
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "<qt>&lt;b&gt;示例&lt;/b&gt;</qt>"
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "<b>示例</b>"


def test_days_take_the_form_for_which_there_is_room(page):
    metrics = page.fontMetrics()
    room = metrics.horizontalAdvance("2026.12.30")
    day = Day("2023-09-12")
    assert _fitting(day, room, metrics) == "2023.9.12"
    assert _fitting(day, room - 1, metrics) == "23.9.12"
    assert _fitting(day, room // 2, metrics) == "23.9"
    assert _fitting(Day("2023-09"), room // 2, metrics) == "23.9"


def test_which_of_the_two_was_shown_last_is_remembered(page, new_desk, qtbot):
    on_the_way(page, named("示例甲", until(Step.TALK)))
    again = shown(qtbot, new_desk, development.KIND)
    assert again._list._overview.isVisible()
    assert names(again) == ["示例甲"]
    QTest.mouseClick(again._list._as_list, Qt.MouseButton.LeftButton)
    assert not shown(qtbot, new_desk, development.KIND)._list._overview.isVisible()
