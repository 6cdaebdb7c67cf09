"""References to people and entries, and namesakes told apart."""

import pytest
from desk.fields.forms import OFFSCREEN, Around, box, field_for, person, press, shown
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from typing_chinese import compose

from secretary_desk.kinds.problem import Problem
from secretary_desk.records.day import Day
from secretary_desk.records.specs import Link, Linked

pytestmark = OFFSCREEN
HOST = Linked(label="主持人")
IN_OFFICE = person("张伟", job="综合部", group="第一党小组", born_on=Day("1980-05"))
ON_SITE = person("张伟", job="工程部", born_on=Day("1991"))
LI = person("李娜", job="财务部")


@pytest.fixture
def host(qtbot):
    around = Around(people=[IN_OFFICE, ON_SITE, LI], suggestions={"host": ["李娜", "党校王老师"]})
    field = field_for(HOST, around, name="host")
    shown(qtbot, field)
    return field


def choose(field, typed, line):
    """Choose a line of the list, which opens by typing, or by ↓ with its first line chosen."""
    opening = typed or Qt.Key.Key_Down
    steps = line if typed else line - 1
    press(box(field), opening, *[Qt.Key.Key_Down] * steps, Qt.Key.Key_Return)


def test_a_person_is_found_by_initials_and_chosen_with_the_id(host, qtbot):
    with qtbot.waitSignal(host.edited):
        choose(host, "ln", 1)
    assert host.value() == Link(LI.id, "李娜")
    assert host.note() == ""


def test_the_last_word_on_a_choice_is_told_after_the_id_is_known(host):
    heard = []
    host.edited.connect(lambda: heard.append(host.value()))
    choose(host, "ln", 1)
    assert heard[-1] == Link(LI.id, "李娜")


def test_a_typed_name_is_a_name_alone(host):
    compose(box(host), "李娜")
    press(box(host), Qt.Key.Key_Tab)
    assert host.value() == Link(None, "李娜")


def test_names_used_earlier_are_offered_first_others_too_each_once(host):
    press(box(host), Qt.Key.Key_Down)
    assert box(host).offered() == [
        "李娜",
        "党校王老师",
        "张伟（综合部，第一党小组，1980年5月）",
        "张伟（工程部，1991年）",
    ]
    press(box(host), Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert host.value() == Link(None, "党校王老师")


def test_a_name_left_as_it_was_keeps_its_id(host):
    link = Link(LI.id, "李娜娜")  # as it was written then
    host.set_value(link)
    press(box(host), Qt.Key.Key_End)
    compose(box(host), "等")
    assert host.value() == Link(None, "李娜娜等")
    press(box(host), Qt.Key.Key_Backspace)
    assert host.value() == link


def test_an_emptied_reference_is_nothing(host):
    host.set_value(Link(LI.id, "李娜"))
    box(host).selectAll()
    press(box(host), Qt.Key.Key_Delete)
    assert host.value() is None


def test_namesakes_are_to_be_chosen_and_the_field_says_so(host):
    compose(box(host), "张伟")
    assert host.note() == ""
    press(box(host), Qt.Key.Key_Escape, Qt.Key.Key_Tab)
    assert host.value() == Link(None, "张伟")
    assert host.note() == "有2位同名，请选一位（按↓）"
    host.setFocus()
    choose(host, "", 2)
    assert host.value() == Link(ON_SITE.id, "张伟")
    assert host.note() == "工程部，1991年"
    assert box(host).offered() == []


def test_a_shown_reference_says_which_namesake_it_means(host):
    host.set_value(Link(None, "张伟"))
    assert host.note() == "有2位同名，请选一位（按↓）"
    host.set_value(Link(IN_OFFICE.id, "张伟"))
    assert host.note() == "综合部，第一党小组，1980年5月"
    host.set_value(Link(LI.id, "李娜"))
    assert host.note() == ""


def test_nothing_is_said_of_namesakes_while_a_name_is_typed(host):
    host.set_value(Link(None, "张伟"))
    press(box(host), Qt.Key.Key_End)
    compose(box(host), "民")
    assert host.note() == ""


def test_choosing_another_namesake_is_an_edit(host, qtbot):
    host.set_value(Link(IN_OFFICE.id, "张伟"))
    with qtbot.waitSignal(host.edited):
        choose(host, "", 2)
    assert host.value() == Link(ON_SITE.id, "张伟")


def test_what_tells_namesakes_apart_is_plain_text(qtbot):
    twins = [person("张伟", job="<b>工程部</b>"), person("张伟")]
    field = field_for(HOST, Around(people=twins), value=Link(twins[0].id, "张伟"))
    shown(qtbot, field)
    (note,) = field.findChildren(QLabel)
    assert note.text() == "<b>工程部</b>"
    assert note.textFormat() == Qt.TextFormat.PlainText


def test_other_entries_are_referred_to_by_name_and_told_apart_by_their_tables(qtbot):
    alike = [
        Problem(problem="学习不经常", found_on=Day("2025-12-01")),
        Problem(problem="学习不经常", found_on=Day("2026-01-01")),
    ]
    around = Around(entries={"problem": alike})
    field = field_for(Linked(label="对应问题", kind="problem"), around)
    shown(qtbot, field)
    compose(box(field), "学习不经常")
    press(box(field), Qt.Key.Key_Escape, Qt.Key.Key_Tab)
    assert field.note() == "有2条同名，请选一条（按↓）"
    field.setFocus()
    choose(field, "", 2)
    assert field.value() == Link(alike[1].id, "学习不经常")
    assert field.note() == "2026年1月1日"
