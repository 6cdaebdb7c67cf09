"""按记录: all that was ever changed in one entry, field by field."""

from dataclasses import replace

import pytest
from desk.history.looking_back import button, choose, listed, meeting, opened, press
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from secretary_desk.desk.history.page import View
from secretary_desk.desk.page import Place
from secretary_desk.kinds.person import Person
from secretary_desk.kinds.theme_day import KIND as THEME_DAYS
from secretary_desk.kinds.theme_day import ThemeDay
from secretary_desk.records.record import Attachment, Attendance, ref
from secretary_desk.records.specs import Link

STEPS, ENTRIES = "这条记录的改动", "改动过的记录"


@pytest.fixture
def page(qtbot, sample_desk):
    return opened(qtbot, sample_desk, View.ENTRIES)


def told(page) -> list[str]:
    """Return what is said of each step of the entry, without its time."""
    model = listed(page, STEPS).model()
    return [model.index(row).data().split(" ", 2)[2] for row in range(model.rowCount())]


def test_the_entry_changed_last_stands_first_with_its_steps(page, sample_desk):
    (saved,) = sample_desk.save(meeting("原来的"))
    sample_desk.save(replace(saved, topic="改过的", place="会议室"))
    choose(page, "11月20日", ENTRIES)
    assert listed(page, ENTRIES).model().index(0).data() == "三会一课 11月20日 党课　改过的　会议室"
    changed, made = told(page)
    assert changed == "修改 三会一课 11月20日 党课；主题：原来的 → 改过的；地点：会议室"
    assert made.startswith("新增 三会一课 11月20日 党课；日期：2026年11月20日；类型：党课")


def test_of_a_list_the_rows_are_told_that_came_and_went(page, sample_desk):
    one, other = (Attendance(who=Link(None, name), present=True) for name in ("张三", "李四"))
    file = Attachment(name="签到表.pdf", sha256="0" * 64, size=1)
    (day,) = sample_desk.save(ThemeDay(topic="旧址", attendance=(one, other)))
    late = replace(other, present=False, reason="出差")
    sample_desk.save(replace(day, attendance=(one, late), files=(file,)))
    page._show_entry(ref(day))
    assert "到会情况：去掉 李四 到会；加上 李四 出差" in told(page)[0]
    assert "附件：签到表.pdf" in told(page)[0]


def test_private_fields_are_masked(page, sample_desk):
    (saved,) = sample_desk.save(Person(name="钱七", id_number="110101199003071234"))
    sample_desk.save(replace(saved, id_number="110101199003071230"))
    page._show_entry(ref(saved))
    assert "身份证号：1101**********1234 → 1101**********1230" in told(page)[0]


def test_a_step_of_the_entry_is_taken_back(page, sample_desk):
    (saved,) = sample_desk.save(meeting("原来的"))
    sample_desk.save(replace(saved, topic="改过的"))
    sample_desk.save(replace(sample_desk.store.get(ref(saved)), place="会议室"))
    page._show_entry(ref(saved))
    choose(page, "改过的", STEPS)
    press(page, "撤销这一步")
    now = sample_desk.store.get(ref(saved))
    assert (now.topic, now.place) == ("原来的", "会议室")
    assert told(page)[0].startswith("撤销：修改")


def test_a_step_of_many_entries_says_that_it_concerns_others_too(page, sample_desk):
    page._show_entry(ref(sample_desk.store.entries(THEME_DAYS)[0]))
    assert "（连同另外22条）" in told(page)[-1]


def test_an_entry_that_is_gone_is_told_by_its_last_step(page, sample_desk):
    (saved,) = sample_desk.save(meeting())
    sample_desk.delete(ref(saved))
    assert listed(page, ENTRIES).model().index(0).data() == "删除 三会一课 11月20日 党课　学习条例"


@pytest.fixture
def made_together(page, sample_desk):
    """Three meetings made in one step, of which the first is chosen and gone for good."""
    together = sample_desk.save(meeting("甲"), meeting("乙"), meeting("丙"))
    sample_desk.delete(ref(together[0]))
    sample_desk.erase([ref(together[0])])
    page._show_entry(ref(together[0]))
    return together


def test_of_an_entry_gone_for_good_it_is_said_in_the_list_and_above_its_steps(page, made_together):
    assert listed(page, ENTRIES).currentIndex().data() == "三会一课：1条已彻底删除"
    assert page._entries._title.isVisible()
    assert page._entries._title.text() == "三会一课：1条已彻底删除"
    assert told(page)[-1] == "三会一课：1条已彻底删除；同一步里的另外2条不受影响"


def test_no_other_entry_of_a_step_is_opened_for_one_that_is_gone(page, made_together):
    places, notes = [], []
    page.wanted.connect(places.append)
    page.noted.connect(notes.append)
    model = listed(page, STEPS).model()
    for row in range(model.rowCount()):
        listed(page, STEPS).setCurrentIndex(model.index(row))
        assert not button(page, "打开记录").isEnabled()
        assert "已经彻底删除" in button(page, "打开记录").toolTip()
        QTest.keyClick(listed(page, STEPS), Qt.Key.Key_Return)
    assert places == []
    assert notes == ["这条记录已经彻底删除，没有可以打开的"] * 2


def test_from_a_step_of_many_the_way_leads_to_exactly_the_entry_shown(page, sample_desk):
    together = sample_desk.save(meeting("甲"), meeting("乙"))
    places = []
    page.wanted.connect(places.append)
    for each in together:
        page._show_entry(ref(each))
        press(page, "打开记录")
    assert [place.entry for place in places] == [ref(each) for each in together]


def test_an_entry_in_the_bin_cannot_be_opened_and_says_where_it_is(page, sample_desk):
    (saved,) = sample_desk.save(meeting())
    sample_desk.delete(ref(saved))
    page._show_entry(ref(saved))
    assert not button(page, "打开记录").isEnabled()
    assert "回收站" in button(page, "打开记录").toolTip()


def test_from_a_day_the_way_leads_to_all_steps_of_an_entry(qtbot, sample_desk):
    page = opened(qtbot, sample_desk)
    (saved,) = sample_desk.save(meeting())
    choose(page, "新增 三会一课 11月20日")
    press(page, "这条记录的全部改动")
    assert button(page, View.ENTRIES).isChecked()
    assert page.here(Place("history")).entry == ref(saved)


def test_from_an_entrys_form_the_way_leads_to_its_steps_and_back(window):
    (saved,) = window.desk.save(meeting())
    window.go(Place("study_meeting", ref(saved)))
    (look,) = (each for each in window.page.actions() if each.text() == "查看改动")
    assert look.isEnabled()
    look.trigger()
    assert window.page.title == "最近改动"
    assert told(window.page)[0].startswith("新增 三会一课 11月20日 党课")
    window.go_back()
    assert window.page._editor.base.id == saved.id


def test_the_branchs_profile_leads_to_its_steps_where_the_year_has_its_own(window):
    window.go(Place("branch"))
    (look,) = (each for each in window.page.actions() if each.text() == "查看改动")
    look.trigger()
    assert told(window.page)[-1].startswith("新增 支部概况")
    window.desk.set_year(2031)
    window.go(Place("branch"))
    assert not look.isEnabled()


def test_the_list_of_a_kinds_entries_offers_the_way_in_its_menu(window):
    window.go(Place("study_meeting"))
    view = window.page.focusWidget()
    assert view.contextMenuPolicy() == Qt.ContextMenuPolicy.ActionsContextMenu
    assert [each.text() for each in view.actions()] == ["查看改动"]


def test_by_keyboard_alone_another_entry_is_chosen(window):
    window.go(Place("history"))
    QTest.keyClick(window.page, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    entries = window.focusWidget()
    assert entries.accessibleName() == ENTRIES
    before = told(window.page)
    QTest.keyClick(entries, Qt.Key.Key_Down)
    assert told(window.page) != before
    QTest.keyClick(entries, Qt.Key.Key_Tab)
    assert window.focusWidget().accessibleName() == STEPS
