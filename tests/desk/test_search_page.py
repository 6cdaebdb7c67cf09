"""查找: what is found stands there as it was written, and a click or Enter leads to it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListView

from secretary_desk.desk.page import Place
from secretary_desk.desk.search_page import SearchPage
from secretary_desk.kinds.person import Person
from secretary_desk.kinds.study_meeting import Form, StudyMeeting
from secretary_desk.records.day import Day
from secretary_desk.records.record import ref
from secretary_desk.store.search import LIMIT


@pytest.fixture
def page(qtbot, sample_desk):
    page = SearchPage(sample_desk)
    qtbot.addWidget(page)
    sample_desk.changed.connect(page.refresh)
    page.places = []
    page.wanted.connect(page.places.append)
    page.resize(903, 510)
    with qtbot.waitExposed(page):
        page.show()
    return page


def find(page, words: str) -> list[str]:
    page.show_place(Place("search", find=words))
    model = results(page).model()
    return [model.index(row).data() for row in range(model.rowCount())]


def results(page) -> QListView:
    return page.findChild(QListView)


def said(page) -> str:
    return next(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def meetings(count: int, topic: str) -> list[StudyMeeting]:
    held = {"held_on": Day("2026-11-20"), "form": Form.LESSON, "topic": topic}
    return [StudyMeeting(**held) for _ in range(count)]


def test_hits_stand_under_their_kinds(page):
    found = find(page, "质量 党员")
    assert found[:2] == ["党员名册 2条", "魏国强 正式党员 岗位：质量工程师"]
    assert said(page) == "找到6条记录"


def test_a_click_leads_to_the_entry(qtbot, page, sample_desk):
    find(page, "节前宿舍用电检查")
    place = results(page).visualRect(results(page).model().index(1)).center()
    qtbot.mouseClick(results(page).viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [place.page for place in page.places] == ["theme_day"]
    assert sample_desk.store.get(page.places[0].entry).topic == "节前宿舍用电检查"


def test_enter_leads_to_the_first_entry_and_the_arrows_pass_over_headings(page, sample_desk):
    find(page, "质量 党员")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(results(page), key)
    assert [place.entry.kind for place in page.places] == ["person", "talk"]


def test_a_click_on_a_heading_leads_nowhere(qtbot, page):
    find(page, "质量")
    place = results(page).visualRect(results(page).model().index(0)).center()
    qtbot.mouseClick(results(page).viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.places == []


def test_nothing_found_is_said_with_the_words_as_they_were_typed(page):
    assert find(page, "<b>没有的词</b>") == []
    assert said(page).startswith("没有找到“<b>没有的词</b>”。")
    assert not results(page).isVisible()


def test_without_words_the_page_says_what_can_be_found(page):
    assert find(page, "  ") == []
    assert "两个字就能找" in said(page)


def test_what_changes_is_found_at_once(page, sample_desk):
    (saved,) = sample_desk.save(*meetings(1, "一词未见"))
    assert find(page, "一词未见")[0] == "三会一课 1条"
    sample_desk.delete(ref(saved))
    assert said(page).startswith("没有找到")
    sample_desk.undo()
    assert said(page) == "找到1条记录"


def test_more_than_can_be_read_is_cut_and_said_so(page, sample_desk):
    sample_desk.save(*meetings(LIMIT + 5, "一词未见"))
    assert find(page, "一词未见")[0] == f"三会一课 只列出最近{LIMIT}条"


def test_a_private_field_is_named_but_not_shown(page, sample_desk):
    sample_desk.save(Person(name="示例甲", phone="13000000000"))
    assert find(page, "13000000000")[1] == "示例甲 联系电话（不在这里显示）"


def test_long_words_and_marks_are_painted_as_they_are(qtbot, page, sample_desk):
    sample_desk.save(*meetings(1, "<b>很长</b>" * 40))
    for size in ((360, 300), (903, 510), (1730, 970)):
        page.resize(*size)
        assert find(page, "很长")[0] == "三会一课 1条"
        assert not page.grab().isNull()


@pytest.mark.parametrize("typed", ["suwanqing", "suwq"])
def test_pinyin_finds_someone_and_what_names_him(page, typed):
    found, named = find(page, typed), find(page, "苏婉清")
    assert "党员名册 1条" in found
    assert set(named) <= set(found)
    assert len(named) > 3


def test_letters_that_many_names_hold_find_those_people_only(page):
    found = find(page, "w")
    assert [row for row in found if row.endswith("条")] == found[:1]
