"""校核: answers with reasons and the way back, and fixed phrases of the user's."""

import pytest
from desk.report.proofs import (
    KEY,
    MARKS,
    PRAISE,
    SUM,
    TYPED,
    box,
    button,
    is_shown,
    labels,
    lines,
    lists,
    open_by_mouse,
    opened,
    press,
    show,
)
from PySide6.QtWidgets import QApplication
from typing_chinese import commit_text, compose


@pytest.fixture
def pane(qtbot):
    return opened(qtbot)


@pytest.fixture
def full(pane):
    """A pane with findings of both weights, walked with the keyboard."""
    show(pane, PRAISE, TYPED, SUM, MARKS)
    lists(pane)[0].setFocus()
    return pane


def test_a_finding_is_answered_with_a_reason_typed_in_chinese(qtbot, full):
    press(full, "不用改")
    reason = box(full, "不用改的理由")
    assert QApplication.focusWidget() is reason
    compose(reason, "一次是扩大会议")
    with qtbot.waitSignal(full.dismissed) as answered:
        qtbot.keyClick(reason, KEY.Key_Return)
    assert answered.args == [TYPED, "一次是扩大会议"]
    assert not reason.isVisible()
    assert QApplication.focusWidget() is lists(full)[0]


def test_the_reason_may_be_empty(qtbot, full):
    press(full, "不用改")
    qtbot.keyClick(box(full, "不用改的理由"), KEY.Key_Space)
    with qtbot.waitSignal(full.dismissed) as answered:
        press(full, "记下")
    assert answered.args == [TYPED, ""]


def test_a_reason_still_being_composed_is_part_of_the_answer(qtbot, full):
    press(full, "不用改")
    compose(box(full, "不用改的理由"), "扩大会议", commit=False)
    with qtbot.waitSignal(full.dismissed) as answered:
        press(full, "记下")
    assert answered.args == [TYPED, "扩大会议"]


def test_enter_while_composing_a_reason_belongs_to_the_input_method(qtbot, full):
    press(full, "不用改")
    reason = box(full, "不用改的理由")
    compose(reason, "扩大会议", commit=False)
    with qtbot.assertNotEmitted(full.dismissed):
        qtbot.keyClick(reason, KEY.Key_Return)
    commit_text(reason, "扩大会议")
    assert reason.text() == "扩大会议"


def test_escape_answers_nothing_and_the_words_wait_for_the_next_time(qtbot, full):
    press(full, "不用改")
    compose(box(full, "不用改的理由"), "扩大会议")
    with qtbot.assertNotEmitted(full.dismissed):
        qtbot.keyClick(box(full, "不用改的理由"), KEY.Key_Escape)
    assert QApplication.focusWidget() is lists(full)[0]
    press(full, "不用改")
    assert box(full, "不用改的理由").text() == "扩大会议"


def test_a_reason_still_being_composed_is_kept_when_the_answer_is_put_off(full):
    press(full, "不用改")
    compose(box(full, "不用改的理由"), "扩大会议", commit=False)
    press(full, "取消")
    press(full, "不用改")
    assert box(full, "不用改的理由").text() == "扩大会议"


def test_a_reason_never_goes_to_another_finding(qtbot, full):
    press(full, "不用改")
    compose(box(full, "不用改的理由"), "扩大会议", commit=False)
    open_by_mouse(lists(full)[0], 2)
    assert not box(full, "不用改的理由").isVisible()
    press(full, "不用改")
    assert box(full, "不用改的理由").text() == ""
    press(full, "取消")
    open_by_mouse(lists(full)[0], 1)
    press(full, "不用改")
    assert box(full, "不用改的理由").text() == "扩大会议"


def test_another_reading_leaves_a_half_typed_reason_alone(qtbot, full):
    press(full, "不用改")
    reason = box(full, "不用改的理由")
    compose(reason, "扩大会议", commit=False)
    show(full, TYPED, PRAISE)
    assert reason.text() == ""
    commit_text(reason, "扩大会议")
    with qtbot.waitSignal(full.dismissed) as answered:
        qtbot.keyClick(box(full, "不用改的理由"), KEY.Key_Return)
    assert answered.args == [TYPED, "扩大会议"]


def test_a_finding_that_is_mended_elsewhere_takes_no_focus_from_there(qtbot, full):
    press(full, "不用改")
    elsewhere = button(full, "添加固定表述")
    elsewhere.setFocus()
    show(full, SUM)
    assert not box(full, "不用改的理由").isVisible()
    assert QApplication.focusWidget() is elsewhere


def test_answers_are_folded_away_with_their_reasons(qtbot, full):
    show(full, SUM, answered=[(TYPED, "<b>扩大</b>会议"), (PRAISE, "")])
    view = lists(full)[1]
    assert not view.isVisible()
    press(full, "已答复 2 条")
    assert view.isVisible()
    assert [line.rpartition("，")[2] for line in lines(view)] == [
        "不用改：<b>扩大</b>会议",
        "不用改（没有写理由）",
    ]
    press(full, "已答复")
    assert not view.isVisible()


def test_an_answer_can_be_taken_back(qtbot, full):
    show(full, SUM, answered=[(TYPED, "扩大会议"), (PRAISE, "")])
    press(full, "已答复")
    lists(full)[1].setFocus()
    qtbot.keyClick(lists(full)[1], KEY.Key_Down)
    with qtbot.waitSignal(full.restored) as restored:
        press(full, "重新提示")
    assert restored.args == [PRAISE]


def test_with_the_last_answer_taken_back_the_fold_is_gone(full):
    show(full, SUM, answered=[(TYPED, "")])
    press(full, "已答复")
    show(full, SUM, TYPED)
    assert not lists(full)[1].isVisible()
    assert not is_shown(full, "已答复")
    assert not is_shown(full, "重新提示")


def test_a_fixed_phrase_is_added_by_keys_alone(qtbot, full):
    button(full, "添加固定表述").setFocus()
    qtbot.keyClick(button(full, "添加固定表述"), KEY.Key_Space)
    right, wrong = box(full, "规范写法"), box(full, "常见错写")
    assert QApplication.focusWidget() is right
    compose(right, "“三会一课”")
    qtbot.keyClick(right, KEY.Key_Return)
    assert QApplication.focusWidget() is wrong
    compose(wrong, "三会一课", commit=False)
    commit_text(wrong, "三会一课 ")
    with qtbot.waitSignal(full.phrase_added) as added:
        qtbot.keyClick(wrong, KEY.Key_Return)
    assert added.args == ["“三会一课”", "三会一课"]
    assert (right.text(), wrong.text()) == ("", "")
    assert "已添加：“三会一课”" in labels(full)
    assert QApplication.focusWidget() is right
    qtbot.keyClick(right, KEY.Key_Escape)
    assert QApplication.focusWidget() is button(full, "添加固定表述")


def test_a_phrase_still_being_composed_is_added_whole(qtbot, full):
    press(full, "添加固定表述")
    compose(box(full, "规范写法"), "主题党日")
    compose(box(full, "常见错写"), "主体党日", commit=False)
    with qtbot.waitSignal(full.phrase_added) as added:
        press(full, "添加")
    assert added.args == ["主题党日", "主体党日"]


def test_a_phrase_needs_two_ways_of_writing(qtbot, full):
    press(full, "添加固定表述")
    with qtbot.assertNotEmitted(full.phrase_added):
        press(full, "添加")
        assert "请填写规范写法" in labels(full)
        compose(box(full, "规范写法"), "主题党日")
        press(full, "添加")
        assert "请填写常见错写" in labels(full)
        compose(box(full, "常见错写"), "主题党日")
        press(full, "添加")
        assert "两处写法相同，请改其中一处" in labels(full)
