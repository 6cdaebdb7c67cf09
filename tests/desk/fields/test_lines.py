"""Lines of text, words, and what is suggested for them."""

import pytest
from desk.fields.forms import OFFSCREEN, Around, box, field_for, press, shown
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from typing_chinese import compose, preedit

from secretary_desk.desk.fields.suggest import AT_MOST
from secretary_desk.records.specs import Line, Tags

PLACES = ["三楼会议室", "四楼会议室", "党员活动室"]

pytestmark = OFFSCREEN


@pytest.fixture
def place(qtbot):
    field = field_for(Line(label="地点"), Around(suggestions={"place": PLACES}), name="place")
    shown(qtbot, field)
    return field


def offered(field):
    return box(field).offered()


def test_what_is_typed_is_the_value_and_is_told(place, qtbot):
    with qtbot.waitSignal(place.edited):
        compose(box(place), "会议室")
    assert place.value() == "会议室"


def test_setting_a_value_is_no_edit(place, qtbot):
    with qtbot.assertNotEmitted(place.edited):
        place.set_value("会议室")
    assert place.value() == "会议室"


def test_the_field_says_its_label_and_hint(qtbot):
    field = field_for(Line(label="主题党日固定日", hint="如：每月6日"))
    shown(qtbot, field)
    assert box(field).hasFocus()
    assert box(field).accessibleName() == "主题党日固定日"
    assert box(field).placeholderText() == "如：每月6日"


def test_pasted_lines_become_one_line(place):
    QGuiApplication.clipboard().setText("  三楼\r\n会议室\t东\n")
    press(box(place), Qt.Key.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)
    assert place.value() == "三楼 会议室 东"
    press(box(place), Qt.Key.Key_Tab)
    assert (box(place).text(), place.value()) == ("三楼 会议室 东",) * 2


def test_markup_and_full_width_digits_stay_as_they_are_typed(place):
    compose(box(place), "<b>１２&amp;</b>")
    press(box(place), Qt.Key.Key_Tab)
    assert (box(place).text(), place.value()) == ("<b>１２&amp;</b>",) * 2


def test_a_long_line_shows_its_beginning(place):
    place.set_value("三楼会议室" * 40)
    assert box(place).cursorPosition() == 0


def test_suggestions_come_after_the_commit_not_while_composing(place):
    compose(box(place), "会议室", commit=False)
    assert offered(place) == []
    compose(box(place), "会议室")
    assert offered(place) == ["三楼会议室", "四楼会议室"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [("hys", PLACES[:2]), ("huodong", PLACES[2:]), ("slh", PLACES[:2]), ("dyhds", PLACES[2:])],
)
def test_suggestions_are_found_by_pinyin_and_initials(place, typed, found):
    press(box(place), typed)
    assert offered(place) == found


def test_what_begins_with_the_typed_words_comes_first(qtbot):
    earlier = ["第三会议室", "会议室", "会议室东侧"]
    field = field_for(Line(label="地点"), Around(suggestions={"": earlier}))
    shown(qtbot, field)
    compose(box(field), "会议")
    assert offered(field) == ["会议室", "会议室东侧", "第三会议室"]


def test_down_offers_everything_while_nothing_is_typed(place):
    press(box(place), Qt.Key.Key_Down)
    assert offered(place) == PLACES
    assert place.value() == ""


def test_going_through_the_list_changes_nothing_until_enter(place):
    compose(box(place), "会议室")
    press(box(place), Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert (box(place).text(), place.value()) == ("会议室", "会议室")
    press(box(place), Qt.Key.Key_Return)
    assert (box(place).text(), place.value()) == ("四楼会议室", "四楼会议室")
    assert place.form.keys == []
    assert offered(place) == []


def test_enter_in_the_list_without_a_line_chosen_only_closes_it(place):
    compose(box(place), "会议室")
    press(box(place), Qt.Key.Key_Return)
    assert (place.value(), offered(place), place.form.keys) == ("会议室", [], [])
    press(box(place), Qt.Key.Key_Return)
    assert place.form.keys == [Qt.Key.Key_Return]


def test_enter_takes_the_first_of_what_pinyin_finds(place):
    QTest.keyClicks(box(place), "slhys")
    press(box(place), Qt.Key.Key_Return)
    assert (place.value(), offered(place), place.form.keys) == ("三楼会议室", [], [])


def test_esc_closes_the_list_and_keeps_the_text(place):
    compose(box(place), "会议室")
    press(box(place), Qt.Key.Key_Down, Qt.Key.Key_Escape)
    assert (place.value(), offered(place), place.form.keys) == ("会议室", [], [])


def test_a_suggestion_is_chosen_by_mouse(place):
    compose(box(place), "会议室")
    popup = place.form.window().focusWidget().offers_list()
    at = popup.visualRect(popup.model().index(1, 0)).center()
    QTest.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert place.value() == "四楼会议室"


def test_a_chosen_suggestion_can_be_undone(place):
    compose(box(place), "会议室")
    press(box(place), Qt.Key.Key_Down, Qt.Key.Key_Return)
    press(box(place), Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert place.value() == "会议室"


def test_composing_may_go_on_over_the_open_list(place):
    compose(box(place), "会议")
    preedit(box(place), "shi")
    press(box(place), Qt.Key.Key_Return)
    compose(box(place), "室")
    assert place.value() == "会议室"


def test_nothing_is_offered_where_there_is_only_what_is_typed(place):
    compose(box(place), "党员活动室")
    assert offered(place) == []


def test_leaving_by_tab_closes_the_list_and_chooses_nothing(place):
    compose(box(place), "会议室")
    press(box(place), Qt.Key.Key_Down, Qt.Key.Key_Tab)
    assert place.form.after.hasFocus()
    assert (place.value(), offered(place)) == ("会议室", [])


def test_taking_in_opens_no_list(place):
    compose(box(place), "会议室", commit=False)
    place.take_in()
    assert (place.value(), offered(place)) == ("会议室", [])


def test_another_entry_is_shown_without_the_list_of_the_last(place):
    compose(box(place), "会议室")
    place.set_value("党员活动室")
    assert offered(place) == []


def test_suggestions_are_asked_once_a_focus(place):
    press(box(place), "hys")
    press(box(place), Qt.Key.Key_Escape, Qt.Key.Key_Tab)
    assert place.context.asked == ["place"]
    place.setFocus()
    assert place.context.asked == ["place", "place"]


def test_at_most_fifty_are_offered(qtbot):
    earlier = [f"第{number}会议室" for number in range(3000)]
    field = field_for(Line(label="地点"), Around(suggestions={"": earlier}))
    shown(qtbot, field)
    press(box(field), "hys")
    assert len(offered(field)) == AT_MOST


@pytest.fixture
def tags(qtbot):
    field = field_for(Tags(label="标签"), Around(suggestions={"": ["创新", "党建+攻关", "创优"]}))
    shown(qtbot, field)
    return field


def test_each_word_is_suggested_while_it_is_typed(tags):
    compose(box(tags), "重点、创")
    assert offered(tags) == ["创新", "创优"]
    press(box(tags), Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert tags.value() == ("重点", "创优")


def test_a_word_in_the_middle_is_completed_in_its_place(tags):
    compose(box(tags), "重点、、创新")
    box(tags).setCursorPosition(3)
    press(box(tags), "gg", Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert tags.value() == ("重点", "党建+攻关", "创新")


@pytest.mark.parametrize("typed", ["创新、重点", "创新,重点", "创新；重点", " 创新  重点 、创新"])
def test_words_are_parted_by_whatever_people_type(tags, typed):
    compose(box(tags), typed)
    press(box(tags), Qt.Key.Key_Escape, Qt.Key.Key_Tab)
    assert tags.value() == ("创新", "重点")
    assert box(tags).text() == "创新、重点"


def test_the_first_suggestion_takes_one_key_to_open_and_one_to_take(place):
    press(box(place), Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert place.value() == PLACES[0]
