"""Writing in a passage: figures follow the records, what is typed is kept, undo is exact."""

import pytest
from desk.report.editing import (
    COMMITTEE,
    CTRL,
    KEY,
    MEETINGS,
    PLAIN,
    SHIFT,
    TOLD,
    TOPIC,
    go,
    opened,
    press,
    redo,
    select,
    type_in,
    typed,
    undo,
    undone,
)
from typing_chinese import commit_text, compose, preedit


@pytest.fixture
def editor(qtbot):
    return opened(qtbot)


# At the edges of a chip, inside it, over it -------------------------------------------------------


@pytest.mark.parametrize("word", ["9", "次"])
@pytest.mark.parametrize(("place", "expected"), [
    (4, "全年开会@" + MEETINGS + "，其中支委会" + COMMITTEE + "。"),
    (7, "全年开会" + MEETINGS + "@，其中支委会" + COMMITTEE + "。"),
])  # fmt: skip
def test_what_is_typed_at_an_edge_is_words(editor, place, expected, word):
    go(editor, place)
    type_in(editor, word) if word.isascii() else compose(editor, word)
    assert editor.template() == expected.replace("@", word)
    assert undone(editor) == 1


def test_what_is_typed_before_a_chip_that_begins_a_paragraph_is_words(qtbot):
    editor = opened(qtbot, f"{MEETINGS}{COMMITTEE}")
    go(editor, 0)
    type_in(editor, "7 ")
    go(editor, 5)
    compose(editor, "和")
    assert editor.template() == f"7 {MEETINGS}和{COMMITTEE}"


def test_a_figure_typed_into_becomes_a_typed_number_and_undo_heals_it(editor):
    go(editor, 5)
    type_in(editor, "9")
    assert editor.template() == TOLD.replace(MEETINGS, typed("192次"))
    undo(editor)
    assert editor.template() == TOLD
    redo(editor)
    press(editor, KEY.Key_Backspace)
    assert editor.template() == TOLD


def test_a_figure_composed_into_becomes_a_typed_number(editor):
    go(editor, 5)
    compose(editor, "百零")
    assert editor.template() == TOLD.replace(MEETINGS, typed("1百零2次"))
    assert undone(editor) == 1


@pytest.mark.parametrize(("start", "end"), [(4, 7), (7, 4)])
def test_a_figure_typed_over_names_its_number_and_leaves_other_words_alone(editor, start, end):
    select(editor, start, end)
    type_in(editor, "15")
    compose(editor, "次，比去年多")
    type_in(editor, "3")
    assert editor.template() == TOLD.replace(MEETINGS, f"{typed('15次')}，比去年多3")
    undone(editor)
    assert editor.template() == TOLD


def test_a_part_of_a_figure_typed_over_leaves_the_rest(editor):
    select(editor, 4, 6)
    type_in(editor, "15")
    assert editor.template() == TOLD.replace(MEETINGS, typed("15次"))
    press(editor, KEY.Key_Backspace, KEY.Key_Backspace)
    assert editor.template() == TOLD.replace(MEETINGS, "次")
    type_in(editor, "16")
    assert editor.template() == TOLD.replace(MEETINGS, typed("16次"))


def test_a_figure_given_up_for_words_is_words(editor):
    select(editor, 4, 7)
    compose(editor, "多次")
    assert editor.template() == TOLD.replace(MEETINGS, "多次")


def test_a_figure_composed_over_is_a_typed_number_and_one_step(editor):
    select(editor, 4, 7)
    compose(editor, "十五次")
    assert editor.template() == TOLD.replace(MEETINGS, typed("十五次"))
    assert undone(editor) == 1
    assert editor.template() == TOLD


def test_composing_over_a_selection_with_a_chip_replaces_all_of_it_at_once(editor):
    select(editor, 2, 8)
    compose(editor, "开了会", commit=False)
    assert "开了会" not in editor.template()
    commit_text(editor, "开了会")
    assert editor.template() == f"全年开了会其中支委会{COMMITTEE}。"
    assert undone(editor) == 1
    assert editor.template() == TOLD


def test_an_input_method_that_gives_up_before_it_commits_changes_no_figure_s_meaning(editor):
    select(editor, 7, 4)
    compose(editor, "十五次", commit=False)
    preedit(editor, "")
    commit_text(editor, "十五次")
    assert editor.template() == TOLD.replace(MEETINGS, typed("十五次"))
    assert undone(editor) == 1
    assert editor.template() == TOLD


def test_what_is_composed_elsewhere_after_giving_up_is_a_step_of_its_own(editor):
    select(editor, 4, 7)
    compose(editor, "十五次", commit=False)
    preedit(editor, "")
    go(editor, 0)
    compose(editor, "十五次")
    assert editor.template() == TOLD.replace(MEETINGS, "").replace("全", "十五次全")
    assert undone(editor) == 2


def test_composing_given_up_over_a_selection_is_mended_by_undo(editor):
    select(editor, 2, 8)
    compose(editor, "开了会", commit=False)
    preedit(editor, "")
    undo(editor)
    assert editor.template() == TOLD


def test_a_paragraph_begun_inside_a_chip_leaves_what_has_a_digit(editor):
    go(editor, 6)
    press(editor, KEY.Key_Return)
    assert editor.template() == TOLD.replace(MEETINGS, f"{typed('12')}\n次")
    type_in(editor, "a")
    undone(editor)
    assert editor.template() == TOLD


@pytest.mark.parametrize("modifier", [PLAIN, SHIFT])
def test_enter_behind_a_chip_begins_a_paragraph_of_plain_words(editor, modifier):
    go(editor, 7)
    press(editor, KEY.Key_Return, modifier=modifier)
    type_in(editor, "5")
    assert editor.template() == TOLD.replace(MEETINGS, f"{MEETINGS}\n5")
    assert editor.textCursor().blockFormat().textIndent() > 0


# Deleting ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("place", "key"), [(7, KEY.Key_Backspace), (4, KEY.Key_Delete)])
@pytest.mark.parametrize("modifier", [PLAIN, CTRL, SHIFT])
def test_a_chip_beside_the_cursor_is_removed_whole_in_one_step(editor, place, key, modifier):
    go(editor, place)
    press(editor, key, modifier=modifier)
    assert editor.template() == TOLD.replace(MEETINGS, "")
    assert undone(editor) == 1
    assert editor.template() == TOLD


def test_deleting_inside_a_chip_breaks_it(editor):
    go(editor, 6)
    press(editor, KEY.Key_Backspace)
    assert editor.template() == TOLD.replace(MEETINGS, typed("1次"))
    undo(editor)
    assert editor.template() == TOLD


@pytest.mark.parametrize(
    ("start", "end", "left"),
    [
        (2, 9, "全年中支委会"),
        (2, 6, "全年次，其中支委会"),
        (5, 8, f"全年开会{typed('1')}其中支委会"),
    ],
)
def test_deleting_across_a_chip_removes_or_breaks_it(editor, start, end, left):
    select(editor, start, end)
    press(editor, KEY.Key_Delete)
    assert editor.template() == f"{left}{COMMITTEE}。"
    assert undone(editor) == 1
    assert editor.template() == TOLD


def test_a_quotation_is_deleted_letter_by_letter_and_becomes_words(qtbot):
    editor = opened(qtbot, f"以“{TOPIC}”为主题")
    go(editor, 5)
    press(editor, KEY.Key_Backspace)
    assert editor.template() == "以“怎么”为主题"
    undo(editor)
    type_in(editor, "!")
    assert editor.template() == f"以“{TOPIC}!”为主题"


def test_a_typed_number_goes_on_being_one_while_it_is_changed(qtbot):
    editor = opened(qtbot, f"开会{typed('15次')}。")
    go(editor, 4)
    press(editor, KEY.Key_Backspace)
    type_in(editor, "6")
    assert editor.template() == f"开会{typed('16次')}。"
    press(editor, *[KEY.Key_Backspace] * 2, KEY.Key_Delete)
    assert editor.template() == "开会。"
    assert undone(editor) > 1
    assert editor.template() == f"开会{typed('15次')}。"
