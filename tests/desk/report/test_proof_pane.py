"""校核: findings to walk, the grave ones first, each with its place marked."""

import re
from itertools import pairwise

import pytest
from desk.report.proofs import (
    KEY,
    MARKS,
    PRAISE,
    SUM,
    TYPED,
    current,
    document,
    found,
    is_shown,
    labels,
    lines,
    lists,
    marked_columns,
    open_by_mouse,
    opened,
    press,
    show,
)
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from secretary_desk.desk.help_view import help_text


@pytest.fixture
def pane(qtbot):
    return opened(qtbot)


@pytest.fixture
def full(pane):
    """A pane with findings of both weights, walked with the keyboard."""
    show(pane, PRAISE, TYPED, SUM, MARKS)
    lists(pane)[0].setFocus()
    return pane


def test_what_must_be_mended_comes_first_and_counts_are_told(full):
    assert lines(lists(full)[0]) == [
        "应改 3 处，和记录、前后文或规范写法对不上",
        "手填数字，手填12次，记录里是13次，召开支部委员会12次，每次先学后议。",
        "合计不符，29名加3名是32名，前面说31名，党员31名，其中正式党员29名、预备党员3名。",
        "标点，“，，”重复了，台风𠮷到来前，，排查隐患。",
        "提示 1 处，不一定是错，请看一看",
        "空话，“显著”没有数字，成效显著。",
    ]


def test_the_arrow_keys_walk_the_findings_and_pass_over_headings(qtbot, full):
    view, walked = lists(full)[0], [current(full)]
    for _ in range(4):
        qtbot.keyClick(view, KEY.Key_Down)
        walked.append(current(full))
    assert walked == [TYPED, SUM, MARKS, PRAISE, PRAISE]
    for _ in range(3):
        qtbot.keyClick(view, KEY.Key_Up)
    assert current(full) == TYPED
    assert view.verticalScrollBar().value() == 0


def test_enter_a_click_and_the_button_lead_to_the_place(qtbot, full):
    places = []
    full.wanted.connect(places.append)
    qtbot.keyClick(lists(full)[0], KEY.Key_Return)
    open_by_mouse(lists(full)[0], 3)
    press(full, "去修改")
    assert places == [TYPED, MARKS, MARKS]


def test_a_heading_leads_nowhere(qtbot, full):
    with qtbot.assertNotEmitted(full.wanted):
        open_by_mouse(lists(full)[0], 0)
    assert current(full) == TYPED


def test_entries_are_offered_only_where_there_are_some(qtbot, full):
    with qtbot.waitSignal(full.entries_wanted) as wanted:
        press(full, "看记录")
    assert wanted.args == [TYPED]
    qtbot.keyClick(lists(full)[0], KEY.Key_Down)
    assert not is_shown(full, "看记录")


def test_the_current_finding_stays_current_among_others(full):
    open_by_mouse(lists(full)[0], 2)
    moved = found("合计不符", "说得不同", 2, "31名，其中正式党员29名、预备党员3名")
    show(full, MARKS, PRAISE, moved)
    assert current(full) == moved


def test_of_two_findings_about_one_sentence_the_same_stays_current(full):
    other = found("手填数字", "另一处", 2, "每次")
    show(full, other, TYPED)
    assert current(full) == TYPED


def test_after_an_answer_the_next_finding_is_current(full):
    open_by_mouse(lists(full)[0], 2)
    show(full, TYPED, MARKS, PRAISE, answered=[(SUM, "")])
    assert current(full) == MARKS
    show(full, TYPED, answered=[(SUM, "")])
    assert current(full) == TYPED


def test_a_report_without_findings_says_what_is_read(pane):
    show(pane)
    assert labels(pane)[0] == "没有发现问题"
    assert "手填的数字、引用原话里的数字和记录对不对得上" in labels(pane)[1]
    assert not lists(pane)[0].isVisible()
    assert not is_shown(pane, "去修改")


def test_a_report_whose_findings_are_answered_is_not_called_faultless(pane):
    show(pane, answered=[(TYPED, "")])
    assert labels(pane)[0] == "没有新的问题"
    assert is_shown(pane, "已答复 1 条")


def test_before_the_first_reading_nothing_is_claimed(pane):
    assert labels(pane)[0] == "正在校核……"
    assert not is_shown(pane, "去修改")


def test_the_place_in_question_is_marked_and_a_whole_sentence_is_not(pane):
    show(pane, MARKS)
    assert marked_columns(lists(pane)[0])
    show(pane, found("与往年重复", "这句和2025年相同", 2, "我坚持把会开实。"))
    assert not marked_columns(lists(pane)[0])


def test_the_mark_stands_right_after_rare_characters_too(pane):
    columns = []
    for name in ("国国国国国国", "𠮷𠮷𠮷𠮷𠮷𠮷"):
        texts = ("一、题目", f"{name}错字多了。")
        finding = found("标点", "说明", 2, "错字", texts=texts)
        pane.show_findings([finding], [], document(*texts))
        columns.append(marked_columns(lists(pane)[0]))
    usual, rare = columns
    assert len(rare) == pytest.approx(len(usual), abs=2)
    assert rare[0] > 5 * pane.fontMetrics().averageCharWidth()


def test_walking_up_to_the_first_finding_shows_the_heading_over_it(qtbot, pane):
    show(pane, *(found("手填数字", f"第{n}处", 2, "12次") for n in range(30)))
    view = lists(pane)[0]
    qtbot.keyClick(view, KEY.Key_End)
    assert view.verticalScrollBar().value() > 0
    for _ in range(30):
        qtbot.keyClick(view, KEY.Key_Up)
    assert view.verticalScrollBar().value() == 0


def test_the_users_words_are_never_markup(pane):
    texts = ("一、题目", "<b>会</b>开了，，。")
    finding = found("标点", "“<i>，，</i>”重复了", 2, "，，", texts=texts)
    pane.show_findings([finding], [], document(*texts))
    view = lists(pane)[0]
    assert "&lt;b&gt;会" in view.model().index(1, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_two_hundred_findings_are_shown_at_once_and_none_wider_than_the_pane(pane):
    many = [found("手填数字", f"第{n}处" * 20, 2, "12次") for n in range(200)]
    show(pane, *many)
    view = lists(pane)[0]
    rows = [view.visualRect(view.model().index(row, 0)) for row in range(201)]
    assert max(rect.width() for rect in rows) <= view.viewport().width()
    assert all(one.bottom() < other.top() for one, other in pairwise(rows))


def test_lines_take_more_rows_where_the_pane_is_narrow(pane):
    show(pane, SUM)
    view = lists(pane)[0]
    wide = view.visualRect(view.model().index(1, 0)).height()
    pane.resize(240, 480)
    QApplication.processEvents()
    assert view.visualRect(view.model().index(1, 0)).height() > wide


def test_gaps_are_not_found_again_but_the_pane_says_that_there_are_some(pane):
    texts = ("一、题目", "我讲过【待补充：讲课次数】。")
    pane.show_findings((), (), document(*texts))
    assert labels(pane)[:2] == [
        "没有发现问题",
        "另有 1 处待补充，这里不再列：点最上面的“待补充”逐处去填。",
    ]
    show(pane)
    assert not any("待补充" in said for said in labels(pane)[:2])


def test_whatever_its_help_names_is_on_the_pane(full):
    show(full, TYPED, answered=[(SUM, "")])
    press(full, "已答复")
    there = [each.text() for each in full.findChildren(QPushButton)]
    answers = help_text("proofreading").partition("## 怎么答复")[2].partition("##")[0]
    named = re.findall("^- “(.+?)”|可以“(.+?)”", answers, re.MULTILINE)
    assert len(named) == 5
    assert [n for n in map("".join, named) if not any(n in text for text in there)] == []
