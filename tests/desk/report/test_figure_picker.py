"""Choosing a figure and the form in which it is said, by keys, by mouse, in Chinese."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from sample import sample_year
from typing_chinese import compose, preedit

from secretary_desk.desk.report.figures.picker import FigurePicker
from secretary_desk.facts.gather import LAST_YEAR, gather
from secretary_desk.report.forms import FORMS, OTHER
from secretary_desk.report.resolving import Resolver
from secretary_desk.report.template import Reference, Step, reference

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform
YEAR = sample_year()
FACTS = gather(YEAR)
HELD = "三会一课.次数.支部委员会"
ALL_HELD = "三会一课.次数.合计"
DOWN, UP, ENTER, ESCAPE = (
    Qt.Key.Key_Down,
    Qt.Key.Key_Up,
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
)


def opened(qtbot, facts=FACTS):
    picker = FigurePicker(facts, Resolver(facts, YEAR))
    qtbot.addWidget(picker)
    picker.show()
    qtbot.waitExposed(picker)
    picker.activateWindow()
    return picker


@pytest.fixture
def picker(qtbot):
    return opened(qtbot)


def look_for(picker, typed):
    """Empty the search box and type into it."""
    picker._search.selectAll()
    QTest.keyClick(picker._search, Qt.Key.Key_Delete)
    QTest.keyClicks(picker._search, typed) if typed.isascii() else compose(picker._search, typed)


def labels(picker):
    return [line.text(0).strip() for line in picker._list.lines()]


def forms(picker):
    """Return the forms on offer with what each would say."""
    return {line.text(0): line.text(1) for line in picker._forms._forms.lines()}


def choose_form(picker, name):
    """Walk down to a form with the arrow keys."""
    table = picker._forms._forms
    table.setFocus()
    for _ in forms(picker):
        if table.currentItem().text(0) == name:
            return
        QTest.keyClick(table, DOWN)
    raise AssertionError(f"no form {name}")


def derive(picker, name):
    """Walk to a derivation with the arrow keys."""
    box = picker._forms._derivations
    box.setFocus()
    for _ in range(box.count()):
        if box.currentText().startswith(name):
            return
        QTest.keyClick(box, DOWN)
    raise AssertionError(f"no derivation {name}")


def derivations(picker):
    box = picker._forms._derivations
    return [box.itemText(place).partition("：")[0] for place in range(box.count())]


def press(picker, words):
    (button,) = (b for b in picker.findChildren(QPushButton) if b.text().startswith(words))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def double_click(picker, item):
    view = picker._list
    view.scrollToItem(item)
    at = view.visualItemRect(item).center()
    for click in (QTest.mouseClick, QTest.mouseDClick):
        click(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def said(picker):
    return picker._result.text()


def test_every_figure_stands_under_its_kind_this_years_first(picker):
    assert len(labels(picker)) == len(FACTS.figures())
    headings = [heading.text(0) for heading, _ in picker._list._groups]
    assert headings[:3] == ["支部概况", "党员名册", "三会一课"]
    assert len(set(headings)) == len(headings)
    is_old = [heading.startswith("上年 ") for heading in headings]
    assert is_old == sorted(is_old)
    assert {line.text(1) for line in picker._list.lines()} >= {"12次", "94.1%"}


def test_a_total_stands_before_its_categories(picker):
    told = labels(picker)
    for total, first in (
        ("三会一课次数", "支部党员大会次数"),
        ("主题党日次数", "主题党日（学习）"),
        ("荣誉", "省部级荣誉"),
    ):
        assert told.index(first) == told.index(total) + 1


@pytest.mark.parametrize("typed", ["支部委员会次数", "zbwyhcs", "zhibuweiyuanhui", "shyk 12"])
def test_a_figure_is_found_by_words_pinyin_initials_kind_or_value(picker, typed):
    look_for(picker, typed)
    assert labels(picker)[0] == "支部委员会次数"
    assert len(labels(picker)) < 10
    assert said(picker) == "12次"


def test_enter_takes_the_first_that_was_found(picker, qtbot):
    look_for(picker, "zbwyhcs")
    with qtbot.waitSignal(picker.accepted):
        QTest.keyClick(picker._search, ENTER)
    assert picker.reference() == Reference(HELD)


def test_the_arrow_keys_walk_the_list_from_the_search_box_past_headings(picker):
    look_for(picker, "zbwyhcs")
    QTest.keyClick(picker._search, DOWN)
    assert picker.reference() == Reference("三会一课.书记主持支委会")
    QTest.keyClick(picker._search, DOWN)
    assert picker.reference() == Reference(LAST_YEAR + HELD)
    QTest.keyClick(picker._search, UP)
    QTest.keyClick(picker._search, UP)
    QTest.keyClick(picker._search, UP)
    assert picker.reference() == Reference(HELD)
    assert picker._search.text() == "zbwyhcs"


def test_what_was_walked_to_stays_while_it_is_still_found(picker):
    look_for(picker, "zbwyh")
    QTest.keyClick(picker._search, DOWN)
    walked = picker.reference()
    QTest.keyClicks(picker._search, "cs")
    assert picker.reference() == walked != Reference(HELD)


def test_escape_leaves(picker, qtbot):
    look_for(picker, "zbwyhcs")
    with qtbot.waitSignal(picker.rejected):
        QTest.keyClick(picker._search, ESCAPE)
    assert picker.result() == picker.DialogCode.Rejected.value


def test_a_double_click_takes_a_figure_and_no_heading(picker, qtbot):
    heading, lines = picker._list._groups[2]
    double_click(picker, heading)
    assert picker.isVisible()
    with qtbot.waitSignal(picker.accepted):
        double_click(picker, lines[2])
    assert picker.reference() == Reference(HELD)


def test_nothing_found_is_said_and_nothing_can_be_taken(picker):
    look_for(picker, "没有这个数")
    assert labels(picker) == []
    assert picker._nothing.text() == "没有找到“没有这个数”"
    assert picker._nothing.isVisible()
    assert not picker._take.isEnabled()
    QTest.keyClick(picker._search, ENTER)
    assert picker.isVisible()
    assert picker.reference() is None
    look_for(picker, "支部委员会")
    assert not picker._nothing.isVisible()
    assert said(picker) == "12次"


def test_enter_while_composing_belongs_to_the_input_method(picker):
    preedit(picker._search, "zhi")
    QTest.keyClick(picker._search, ENTER)
    QTest.keyClick(picker._search, DOWN)
    assert picker.isVisible()
    compose(picker._search, "主题党日次数")
    assert said(picker) == "12次"


def test_a_press_on_insert_takes_what_is_shown_though_something_is_composed(picker, qtbot):
    look_for(picker, "zbwyhcs")
    preedit(picker._search, "dang")
    with qtbot.waitSignal(picker.accepted):
        press(picker, "插入")
    assert picker.reference() == Reference(HELD)


def test_each_form_shows_what_it_would_say_and_those_that_change_nothing_are_left_out(picker):
    look_for(picker, "zbwyhcs")
    assert forms(picker) == {"照原样": "12次", "汉字": "十二次", "余": "10余次", "不带单位": "12"}
    look_for(picker, "三会一课到会率")
    assert forms(picker)["约"] == "约94%"
    assert "汉字" not in forms(picker)


def test_a_form_is_part_of_the_reference(picker, qtbot):
    look_for(picker, "zbwyhcs")
    choose_form(picker, "汉字")
    assert said(picker) == "十二次"
    with qtbot.waitSignal(picker.accepted):
        QTest.keyClick(picker._forms._forms, ENTER)
    assert str(picker.reference()) == f"{HELD} | 大写"


def test_a_form_stays_with_the_next_figure_where_it_has_it(picker):
    look_for(picker, "支部委员会次数")
    choose_form(picker, "汉字")
    look_for(picker, "党课次数")
    assert said(picker) == "六次"
    look_for(picker, "三会一课到会率")
    assert said(picker) == "94.1%"


def test_a_share_of_another_figure_may_be_said_in_tenths(picker):
    look_for(picker, "党小组会次数")
    derive(picker, "占比")
    assert picker.reference() is None
    assert "请选另一个数" in picker._trouble.text()
    QTest.keyClick(picker._search, ENTER)
    assert picker.isVisible()
    box = picker._forms._other
    box.setFocus()
    compose(box, "三会一课次数")
    assert said(picker) == "60%"
    choose_form(picker, "成")
    assert said(picker) == "六成"
    assert str(picker.reference()) == f"三会一课.次数.党小组会 | 占比({ALL_HELD}) | 成"


def test_the_other_figure_is_offered_those_of_its_measure_first(picker):
    look_for(picker, "党小组会次数")
    derive(picker, "占比")
    box = picker._forms._other
    box.setFocus()
    QTest.keyClick(box, DOWN)
    assert box.offered()[0] == "三会一课次数（三会一课 55次）"
    assert not [line for line in box.offered() if line.startswith("党小组会次数")]
    QTest.keyClick(box.offers_list(), ENTER)
    assert picker.isVisible()
    assert str(picker.reference()) == f"三会一课.次数.党小组会 | 占比({ALL_HELD})"


def test_a_typed_number_is_said_to_be_the_users_own(picker, qtbot):
    look_for(picker, "zbwyhcs")
    derive(picker, "占比")
    box = picker._forms._other
    box.setFocus()
    QTest.keyClicks(box, "20")
    assert said(picker) == "60%"
    notes = [note for note in picker.findChildren(QLabel) if note.text().startswith("手填的数")]
    assert [note.isVisible() for note in notes] == [True]
    with qtbot.waitSignal(picker.accepted):
        QTest.keyClick(box, ENTER)
    assert str(picker.reference()) == f"{HELD} | 占比(20)"


def test_a_name_still_being_composed_is_taken_in_before_the_figure_is(picker, qtbot):
    look_for(picker, "党小组会次数")
    derive(picker, "多")
    box = picker._forms._other
    box.setFocus()
    compose(box, "支部委员会次数", commit=False)
    assert picker.reference() is None
    picker.accept()
    assert not picker.isVisible()
    assert str(picker.reference()) == f"三会一课.次数.党小组会 | 多({HELD})"


def test_against_last_year_only_where_last_year_has_it(picker):
    look_for(picker, "zbwyhcs")
    derive(picker, "较上年")
    assert said(picker) == "增加2次"
    assert str(picker.reference()) == f"{HELD} | 较上年"
    look_for(picker, "亮点工作")
    assert LAST_YEAR + "亮点工作.项数" not in FACTS.said
    assert "较上年" not in derivations(picker)
    assert said(picker) == "4项"


def test_a_sum_that_gives_nothing_says_so(picker):
    look_for(picker, "zbwyhcs")
    derive(picker, "多")
    box = picker._forms._other
    box.setFocus()
    QTest.keyClicks(box, "99")
    assert said(picker) == ""
    assert "没有结果" in picker._trouble.text()
    assert not picker._take.isEnabled()


def test_the_arrow_beside_the_box_lists_the_other_figures(picker):
    derive(picker, "占比")
    (arrow,) = (a for a in picker._forms._other.actions() if not a.icon().isNull())
    arrow.trigger()
    assert len(picker._forms._other.offered()) > 20


def test_a_figure_whose_name_no_template_can_hold_is_not_offered(qtbot):
    named = "支部概况.手填.职工(在岗|外包)"
    fact = replace(FACTS.said["支部概况.手填.项目职工"], key=named, label="职工(在岗|外包)")
    picker = opened(qtbot, replace(FACTS, said={**FACTS.said, named: fact}))
    assert "项目职工" in labels(picker)
    assert fact.label not in labels(picker)


def test_whatever_can_be_chosen_reads_back_as_it_was_written(picker):
    for fact in picker._facts.values():
        for form in FORMS.values():
            step = Step(form.name, fact.key if form.needs == OTHER else "")
            chosen = Reference(fact.key, (step,))
            assert reference(str(chosen)) == chosen


def test_the_branchs_words_are_never_markup(qtbot):
    key = "支部概况.手填.项目职工"
    fact = replace(FACTS.said[key], label="<b>职工</b>", unit="<i>人</i>")
    picker = opened(qtbot, replace(FACTS, said={key: fact}))
    assert labels(picker) == ["<b>职工</b>"]
    shown = [label for label in picker.findChildren(QLabel) if "<" in label.text()]
    assert {label.text() for label in shown} == {"<b>职工</b>", "186<i>人</i>"}
    assert {label.textFormat() for label in shown} == {Qt.TextFormat.PlainText}


def test_a_year_without_figures_has_nothing_to_insert(qtbot):
    picker = opened(qtbot, replace(FACTS, said={}))
    assert picker.reference() is None
    assert not picker._take.isEnabled()


def test_it_fits_a_small_screen(picker):
    derive(picker, "占比")
    QTest.keyClicks(picker._forms._other, "20")
    assert (picker.width() <= 1093, picker.height() <= 614) == (True, True)
    least = picker.minimumSizeHint()
    assert (least.width() <= 1093, least.height() <= 614) == (True, True)
