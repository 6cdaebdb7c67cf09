"""对照: both versions in full, their differences marked, and an answer only when one is given."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QTextEdit

from secretary_desk.desk.report.comparing.differences import differences
from secretary_desk.desk.report.comparing.side_by_side import SideBySide
from secretary_desk.report.drift import Drift

MINE = ("我坚持把会开实，召开支部委员会12次。", "讲<b>党课</b>6次𠮷，我讲了2次。")
GENERATED = ("我坚持把会开实，召开支部委员会13次。", "讲<b>党课</b>6次𠮷，我讲了3次。")
DRIFT = (Drift("支部委员会次数", "12次", "13次"), Drift("我讲党课次数", "2次", "3次"))
PLAIN = Qt.TextFormat.PlainText


@pytest.fixture
def opened(qtbot):
    """Open the dialog over given texts."""

    def open_dialog(mine=MINE, generated=GENERATED, drift=DRIFT):
        dialog = SideBySide(mine, generated, drift)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        return dialog

    return open_dialog


def boxes(dialog):
    return dialog.findChildren(QTextEdit)


def marked(box):
    """Return the words with a tint under them."""
    found, block = [], box.document().begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            if piece.charFormat().background().style() != Qt.BrushStyle.NoBrush:
                found.append(piece.text())
            pieces += 1
        block = block.next()
    return found


def press(dialog, words):
    found = (b for b in dialog.findChildren(QPushButton) if b.text().startswith(words))
    QTest.mouseClick(next(found), Qt.MouseButton.LeftButton)


def test_both_texts_are_read_in_full_and_cannot_be_written_in(opened):
    dialog = opened()
    assert [box.toPlainText() for box in boxes(dialog)] == ["\n".join(MINE), "\n".join(GENERATED)]
    assert all(box.isReadOnly() for box in boxes(dialog))
    assert [box.accessibleName() for box in boxes(dialog)] == ["我的文字", "自动文字"]


def test_the_differing_figures_are_marked_in_both(opened):
    mine, generated = map(marked, boxes(opened()))
    assert (mine, generated) == (["12", "2"], ["13", "3"])


def test_what_has_changed_is_listed_old_and_new(opened):
    labels = opened().findChildren(QLabel)
    assert "支部委员会次数：12次 → 13次\n我讲党课次数：2次 → 3次" in [
        each.text() for each in labels
    ]
    assert all(each.textFormat() == PLAIN for each in labels)


@pytest.mark.parametrize(
    ("words", "answer"), [("保留我的", "keep"), ("采用自动文字", "take"), ("关闭", "")]
)
def test_a_button_is_the_answer(opened, words, answer):
    dialog = opened()
    press(dialog, words)
    assert dialog.answer() == answer
    assert not dialog.isVisible()


def test_enter_answers_nothing_and_escape_only_leaves(qtbot, opened):
    dialog = opened()
    qtbot.keyClick(boxes(dialog)[0], Qt.Key.Key_Return)
    assert (dialog.isVisible(), dialog.answer()) == (True, "")
    qtbot.keyClick(boxes(dialog)[0], Qt.Key.Key_Escape)
    assert (dialog.isVisible(), dialog.answer()) == (False, "")


def test_a_passage_that_was_emptied_is_said_to_be_empty_and_nothing_is_marked(opened):
    dialog = opened(mine=())
    mine, generated = boxes(dialog)
    assert mine.placeholderText() == "这一段改成了空白"
    assert marked(generated) == []
    assert not any("底色" in each.text() for each in dialog.findChildren(QLabel))


def test_many_changes_leave_room_for_the_texts(opened):
    dialog = opened(drift=[Drift(f"第{n}个数", "1次", "2次") for n in range(40)])
    assert all(box.height() > dialog.height() / 3 for box in boxes(dialog))
    assert dialog.height() < 560


def test_without_changes_no_heading_speaks_of_them(opened):
    texts = [each.text() for each in opened(drift=()).findChildren(QLabel)]
    assert "改写之后有变化" not in texts


def words(text, spans):
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("one", "other", "left", "right"),
    [
        ("开会12次。", "开会13次。", ["12"], ["13"]),
        ("到会率94.5%", "到会率94%", ["94.5"], ["94"]),
        ("一样", "一样", [], []),
        ("", "全是新的", [], ["全是新的"]),
        ("全年开会", "全年共开会", [], ["共"]),
        ("我把课堂搬到班组", "他把讲台搬到工地", ["我把课堂搬到班组"], ["他把讲台搬到工地"]),
        ("第一段\n第二段", "第一段\n这里多了\n第二段", [], ["这里多了\n"]),
    ],
)
def test_texts_differ_by_whole_numbers_and_without_confetti(one, other, left, right):
    spans, others = differences(one, other)
    assert (words(one, spans), words(other, others)) == (left, right)
