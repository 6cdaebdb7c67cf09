"""Attendance: ticked from the roster of the day, or typed."""

import pytest
from desk.fields.forms import OFFSCREEN, Around, field_for, person, press, shown
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from typing_chinese import compose

from secretary_desk.desk.fields.names_list import NamesList
from secretary_desk.kinds.study_meeting import StudyMeeting
from secretary_desk.records.day import Day
from secretary_desk.records.fields import specs_of
from secretary_desk.records.record import Attendance
from secretary_desk.records.specs import Link, Prose

pytestmark = OFFSCREEN
SPEC = specs_of(StudyMeeting)["attendance"]
ZHANG = person("张三", group="第一党小组", job="工程部")
LI = person("李四", group="第一党小组")
WANG = person("王五", group="第二党小组", arrived_on=Day("2026-05-01"))
ROSTER = [ZHANG, LI, WANG]


def row(who, present=True, reason=""):
    link = Link(None, who) if isinstance(who, str) else Link(who.id, who.name)
    return Attendance(who=link, present=present, reason=reason)


def made(qtbot, people=ROSTER, value=(), unfold=True, size=(600, 600)):
    field = field_for(SPEC, Around(people=people), name="attendance", value=value)
    shown(qtbot, field, size=size)
    if unfold:
        press(field.form, Qt.Key.Key_Space)
    return field


def summary(field):
    return field.findChildren(QLabel)[0].text()


def names(field):
    return field.findChild(NamesList)


def edit(field, accessible):
    found = [e for e in field.findChildren(QLineEdit) if e.accessibleName() == accessible]
    return next(e for e in found if e.isVisible())


def click(field, words):
    next(b for b in field.findChildren(QPushButton) if b.text().strip() == words).click()


def test_the_roster_is_ticked_without_a_mouse(qtbot):
    field = made(qtbot)
    with qtbot.waitSignal(field.edited):
        press(field.form, Qt.Key.Key_Space)
    press(field.form, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert field.value() == (row(ZHANG), row(LI, present=False))
    assert summary(field) == "应到2人，实到1人，缺席1人"
    press(field.form, Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Return)
    assert field.value() == (row(ZHANG, present=False),)


def test_arrows_go_on_at_the_end_of_a_line(qtbot):
    field = made(qtbot, [person(f"某{n}") for n in range(40)], size=(400, 600))
    press(field.form, *[Qt.Key.Key_Right] * 39, Qt.Key.Key_Space)
    assert [r.who.name for r in field.value()] == ["某39"]
    press(field.form, Qt.Key.Key_Right, *[Qt.Key.Key_Left] * 38, Qt.Key.Key_Space)
    assert [r.who.name for r in field.value()] == ["某1", "某39"]


def test_a_click_on_a_name_ticks_it(qtbot):
    field = made(qtbot)
    at = names(field).visualRect(names(field).model().index(1)).center()
    QTest.mouseClick(names(field).viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert field.value() == (row(LI),)


def test_all_came_with_one_press_and_is_told_once(qtbot):
    field, heard = made(qtbot), []
    field.edited.connect(lambda: heard.append(1))
    click(field, "全到")
    assert field.value() == tuple(map(row, ROSTER))
    assert heard == [1]
    assert summary(field) == "应到3人，实到3人"
    click(field, "清空")
    assert field.value() == ()
    assert summary(field) == "未勾选"


@pytest.mark.parametrize("typed", ["第一党小组", "一"])
def test_all_of_those_found_came(qtbot, typed):
    field = made(qtbot)
    compose(edit(field, "在名册中找人"), typed)
    click(field, "全到")
    assert field.value() == (row(ZHANG), row(LI))


def test_it_is_said_how_many_came_where_not_all_are_shown(qtbot):
    field = made(qtbot)
    compose(edit(field, "在名册中找人"), "一")
    click(field, "全到")
    said = field._roll._said
    assert said.isVisible()
    assert said.text() == "只把找到的2人记为到会，名册共3人"
    edit(field, "在名册中找人").clear()
    assert not said.isVisible()
    click(field, "全到")
    assert not said.isVisible()


def test_who_was_looked_for_in_one_entry_is_not_in_the_next(qtbot):
    field = made(qtbot)
    compose(edit(field, "在名册中找人"), "一")
    field.set_value(())
    assert edit(field, "在名册中找人").text() == ""
    click(field, "全到")
    assert field.value() == tuple(map(row, ROSTER))


def test_enter_ticks_the_one_who_was_found_and_the_next_can_be_typed(qtbot):
    field = made(qtbot)
    find = edit(field, "在名册中找人")
    find.setFocus()
    press(field.form, "lisi", Qt.Key.Key_Return, "wangwu", Qt.Key.Key_Return)
    assert field.value() == (row(LI), row(WANG))
    assert find.hasFocus()


def test_enter_leads_to_the_names_where_several_were_found(qtbot):
    field = made(qtbot)
    edit(field, "在名册中找人").setFocus()
    compose(edit(field, "在名册中找人"), "一")
    press(field.form, Qt.Key.Key_Return)
    assert field.value() == ()
    assert names(field).hasFocus()


@pytest.mark.parametrize(("typed", "found"), [("ls", [1]), ("wangwu", [2]), ("", [0, 1, 2])])
def test_people_are_found_by_pinyin(qtbot, typed, found):
    field = made(qtbot)
    edit(field, "在名册中找人").setFocus()
    press(field.form, typed)
    assert names(field).shown() == found


def test_the_roster_is_that_of_the_day(qtbot):
    field = made(qtbot)
    field.set_day(Day("2026-03-05"))
    click(field, "全到")
    assert field.value() == (row(ZHANG), row(LI))
    field.set_day(Day("2026-06-01"))
    assert field.value() == (row(ZHANG), row(LI))
    click(field, "全到")
    assert field.value() == (row(ZHANG), row(LI), row(WANG))


def test_another_day_keeps_who_is_ticked_even_off_its_roster(qtbot):
    field = made(qtbot)
    click(field, "全到")
    field.set_day(Day("2026-03-05"))
    assert field.value() == tuple(map(row, ROSTER))
    assert names(field).model().rowCount() == 3


def test_being_told_the_same_day_leaves_the_place_in_the_list(qtbot):
    field = made(qtbot)
    field.edited.connect(lambda: field.set_day(None))
    press(field.form, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert field.value() == (row(LI), row(WANG))


def test_a_reason_is_typed_for_each_absentee(qtbot):
    field = made(qtbot, value=(row(ZHANG), row(LI, present=False)))
    press(field.form, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is edit(field, "缺席原因")
    with qtbot.waitSignal(field.edited):
        compose(QApplication.focusWidget(), "病")
    compose(QApplication.focusWidget(), "假")
    assert field.value() == (row(ZHANG), row(LI, present=False, reason="病假"))
    click(field, "收起名册")
    assert summary(field) == "应到2人，实到1人（缺席：李四（病假））"


def test_a_reason_being_composed_is_taken_in(qtbot):
    field = made(qtbot, value=(row(LI, present=False),))
    compose(edit(field, "缺席原因"), "病假", commit=False)
    field.take_in()
    assert field.value() == (row(LI, present=False, reason="病假"),)


def test_people_who_are_not_on_the_roster_are_typed(qtbot):
    field = made(qtbot, value=(row(ZHANG),))
    others = edit(field, "名册外到会的人")
    others.setFocus()
    compose(others, "赵六、钱七，李四")
    press(field.form, Qt.Key.Key_Return)
    assert [(r.who.name, r.present) for r in field.value()] == [
        ("张三", True), ("李四", True), ("赵六", True), ("钱七", True),
    ]  # fmt: skip
    assert others.text() == ""
    assert field.value()[1].who.id == LI.id


@pytest.mark.parametrize("commit", [True, False])
def test_typed_people_are_kept_on_save_and_on_leaving(qtbot, commit):
    field = made(qtbot)
    others = edit(field, "名册外到会的人")
    others.setFocus()
    compose(others, "赵六", commit=commit)
    if commit:
        field.form.after.setFocus()
    else:
        field.take_in()
    assert field.value() == (row("赵六"),)


def place(field, number):
    return names(field).visualRect(names(field).model().index(number))


def at(field, number):
    """Return where a name stands on the screen."""
    return names(field).viewport().mapTo(field.form, place(field, number).center())


def tick(field, number, *, cross=False):
    where = place(field, number)
    here = where.center() if not cross else where.adjusted(where.width() - 12, 0, 0, 0).center()
    QTest.mouseClick(names(field).viewport(), Qt.MouseButton.LeftButton, pos=here)


@pytest.mark.parametrize("scrolled", [0, 0.5, 1])
def test_names_stay_where_they_are_while_they_are_ticked(qtbot, scrolled):
    field = made(qtbot, [person(f"欧阳某{n}") for n in range(30)], size=(420, 500))
    before = field.form.before  # what is wrong elsewhere in a form is said above the names
    field.edited.connect(lambda: before.setFixedHeight(20 + 15 * (len(field.value()) % 3)))
    bar = field.form.scroll.verticalScrollBar()
    bar.setValue(int(bar.maximum() * scrolled) or 60)
    for number in (4, 4, 7, 7, 7, 4, 9, 10, 10, 11):
        was = at(field, number)
        tick(field, number)
        QApplication.processEvents()
        assert at(field, number) == was


def test_the_names_stay_when_the_last_reasons_go(qtbot):
    field = made(qtbot, [person(f"某{n}") for n in range(8)], size=(420, 300))
    for number in (1, 2, 3):
        tick(field, number)
        tick(field, number)
    field.form.scroll.verticalScrollBar().setValue(10_000)
    was = at(field, 1)
    for number in (1, 2, 3):
        press(names(field), Qt.Key.Key_Space)
        names(field).setCurrentIndex(names(field).model().index(number))
    assert at(field, 1) == was


def test_reasons_follow_another_entry(qtbot):
    field = made(qtbot, value=(row(LI, False, "病假"),))
    field.set_value((row(LI, False, "出差"),))
    assert edit(field, "缺席原因").text() == "出差"


def test_the_roster_unfolds_into_view(qtbot):
    field = field_for(SPEC, Around(people=[person(f"某{n}") for n in range(6)]), name="attendance")
    others = [field_for(Prose(label="内容")) for _ in range(3)]
    form = shown(qtbot, *others, field, size=(420, 400))
    click(field, "从名册勾选…")
    viewport = form.scroll.viewport()
    assert viewport.rect().contains(field.mapTo(viewport, field.rect().topLeft()))
    assert viewport.rect().contains(field.mapTo(viewport, field.rect().bottomLeft()))


def test_the_names_have_their_room_at_once(qtbot):
    field = made(qtbot, [person(f"某{n}") for n in range(12)], size=(480, 600))
    assert place(field, 11).bottom() <= names(field).viewport().height()


def test_a_roster_taller_than_the_form_unfolds_from_its_beginning(qtbot):
    field = field_for(SPEC, Around(people=[person(f"某{n}") for n in range(40)]), name="attendance")
    form = shown(qtbot, field_for(Prose(label="内容")), field, size=(420, 250))
    click(field, "从名册勾选…")
    assert field.mapTo(form.scroll.viewport(), field.rect().topLeft()).y() == 0


def test_a_wrong_name_outside_the_roster_is_taken_off(qtbot):
    field = made(qtbot, value=(row(ZHANG), row("赵六"), row("钱七", False, "病假"), row("孙八")))
    tick(field, 3, cross=True)
    assert field.value() == (row(ZHANG), row("钱七", False, "病假"), row("孙八"))
    names(field).setCurrentIndex(names(field).model().index(4))
    press(field.form, Qt.Key.Key_Delete)
    assert field.value() == (row(ZHANG), row("钱七", False, "病假"))
    assert edit(field, "缺席原因").text() == "病假"
    assert any("Delete" in label.text() for label in field.findChildren(QLabel))


def test_nobody_is_taken_off_the_roster_itself(qtbot):
    field = made(qtbot, value=(row(ZHANG),))
    press(field.form, Qt.Key.Key_Delete)
    tick(field, 1, cross=True)
    assert names(field).model().rowCount() == 3
    assert field.value() == (row(ZHANG), row(LI))


def shapes(field, number):
    """Return the dark dots of a name's box without their colours."""
    cell = place(field, number)
    picture = names(field).viewport().grab(cell).toImage()
    dots = ((x, y) for x in range(4, cell.height() - 8) for y in range(6, cell.height() - 6))
    return {(x, y) for x, y in dots if QColor(picture.pixel(x, y)).lightness() < 180}


def test_came_absent_and_unsaid_are_told_apart_without_colour(qtbot):
    field = made(qtbot, value=(row(ZHANG), row(LI, present=False)))
    came, absent, unsaid = (shapes(field, number) for number in range(3))
    assert came
    assert absent
    assert len(came ^ absent) > 4
    assert len(unsaid) < min(len(came), len(absent)) / 2


def test_names_used_before_are_suggested_for_others(qtbot):
    field = made(qtbot)
    edit(field, "名册外到会的人").setFocus()
    press(field.form, "ww", Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert field.value() == (row(WANG),)


def test_rows_of_the_entry_keep_their_order_and_their_names(qtbot):
    value = (row("李四", False, "出差"), row("赵六"), Attendance(present=True), row(ZHANG))
    field = made(qtbot, value=value)
    click(field, "全到")
    came = (row("李四"), *value[1:], row(WANG))
    assert field.value() == came


def test_namesakes_on_the_roster_are_ticked_apart(qtbot):
    twins = [person("张伟", job="工程部"), person("张伟", job="综合部")]
    field = made(qtbot, twins)
    press(field.form, Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert field.value() == (row(twins[1]),)
    assert [names(field).model().index(n).data() for n in (0, 1)] == [
        "张伟（工程部）",
        "张伟（综合部）",
    ]


def test_a_bare_name_is_tied_to_none_of_its_namesakes(qtbot):
    twins = [person("张伟", job="工程部"), person("张伟", job="综合部")]
    field = made(qtbot, twins, (row("张伟"),))
    click(field, "全到")
    assert field.value() == (row("张伟"), row(twins[0]), row(twins[1]))


def test_folding_keeps_what_is_ticked_and_typed(qtbot):
    field = made(qtbot)
    click(field, "全到")
    compose(edit(field, "名册外到会的人"), "赵六")
    click(field, "收起名册")
    assert field.value() == (*map(row, ROSTER), row("赵六"))
    assert not names(field).isVisible()


def test_esc_in_the_roster_changes_nothing(qtbot):
    field = made(qtbot)
    click(field, "全到")
    press(field.form, Qt.Key.Key_Escape)
    assert field.value() == tuple(map(row, ROSTER))


def test_a_value_that_is_shown_is_no_edit(qtbot):
    field = made(qtbot)
    with qtbot.assertNotEmitted(field.edited):
        field.set_value((row(LI),))
    assert field.value() == (row(LI),)
    assert summary(field) == "应到1人，实到1人"


def test_many_absentees_are_told_in_short(qtbot):
    away = tuple(row(f"某{n}", present=False) for n in range(40))
    field = made(qtbot, [], away, unfold=False)
    assert summary(field).startswith("应到40人，实到0人（缺席：某0、某1、")
    assert summary(field).endswith("、某11等40人）")
    assert field.findChildren(QLabel)[0].textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize("width", [420, 900])
def test_forty_people_fit(qtbot, width):
    field = made(qtbot, [person(f"欧阳某{n}") for n in range(40)], size=(width, 700))
    assert not field.form.scroll.horizontalScrollBar().isVisible()
    if width == 900:
        qtbot.waitUntil(lambda: not names(field).verticalScrollBar().isVisible())


def test_one_key_says_that_all_who_are_shown_came(qtbot):
    field = made(qtbot)
    edit(field, "在名册中找人").setText("第一党小组")
    names(field).setFocus()
    with qtbot.waitSignal(field.edited):
        press(field.form, Qt.Key.Key_A, modifier=Qt.KeyboardModifier.ControlModifier)
    assert field.value() == (row(ZHANG), row(LI))
