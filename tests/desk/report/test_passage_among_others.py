"""A passage's place among others: as high as its text, left with Tab, scrolled with all."""

import pytest
from desk.report.editing import CTRL, KEY, PLAIN, SHIFT, TOLD, go, press, select, shown, type_in
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget
from typing_chinese import compose

from secretary_desk.desk.look import ACCENT, EDGE
from secretary_desk.desk.report.editor.editor import PassageEditor


class Area(QScrollArea):
    """Two passages with a box after each, higher than what is seen of them."""

    def __init__(self) -> None:
        super().__init__(widgetResizable=True)
        inner = QWidget()
        layout = QVBoxLayout(inner)
        self.passages, self.boxes = [], []
        for _ in range(2):
            passage, box = PassageEditor(str), QLineEdit()
            passage.set_pieces(TOLD * 20, shown)
            layout.addWidget(passage)
            layout.addWidget(box)
            self.passages.append(passage)
            self.boxes.append(box)
        self.setWidget(inner)


@pytest.fixture
def area(qtbot):
    made = Area()
    qtbot.addWidget(made)
    made.resize(500, 260)
    made.show()
    made.activateWindow()
    made.passages[0].setFocus()
    qtbot.waitUntil(made.passages[0].hasFocus)
    settle(qtbot)
    return made


def settle(qtbot):
    """Let the layouts take what has changed."""
    qtbot.wait(1)


def fits(passage):
    """Whether a passage shows all of its text and no more."""
    spare = passage.viewport().height() - passage.document().size().height()
    return 0 <= spare < 2 and passage.verticalScrollBar().maximum() == 0


def test_a_passage_is_as_high_as_its_text_whatever_its_width(qtbot, area):
    passage = area.passages[0]
    assert fits(passage)
    height = passage.height()
    area.resize(300, 260)
    settle(qtbot)
    assert passage.height() > height
    assert fits(passage)


def test_a_passage_grows_and_shrinks_with_what_is_typed(qtbot, area):
    passage = area.passages[0]
    height = passage.height()
    press(passage, *[KEY.Key_Return] * 3)
    settle(qtbot)
    assert passage.height() > height + 2 * passage.fontMetrics().height()
    assert fits(passage)
    press(passage, *[KEY.Key_Backspace] * 3)
    settle(qtbot)
    assert passage.height() == height


def test_an_empty_passage_has_one_line(qtbot, area):
    passage = area.passages[0]
    passage.set_pieces("", shown)
    settle(qtbot)
    assert fits(passage)
    assert passage.height() > passage.fontMetrics().height()


def test_tab_leaves_and_writes_nothing(area):
    passage = area.passages[0]
    press(passage, KEY.Key_Tab)
    assert area.boxes[0].hasFocus()
    press(area.boxes[0], KEY.Key_Backtab)
    assert passage.hasFocus()
    assert passage.template() == TOLD * 20


def test_leaving_takes_in_what_is_composed(area):
    compose(area.passages[0], "今", commit=False)
    press(area.passages[0], KEY.Key_Tab)
    assert area.passages[0].template() == f"今{TOLD * 20}"


@pytest.mark.parametrize("modifier", [PLAIN, CTRL])
def test_the_wheel_turns_the_area_and_changes_nothing(area, modifier):
    passage = area.passages[0]
    font = passage.font()
    for read_only in (False, True):
        passage.setReadOnly(read_only)
        at = passage.viewport().mapTo(area.window(), QPoint(50, 60))
        QTest.wheelEvent(area.windowHandle(), at, QPoint(0, -120), QPoint(), modifier)
        assert area.verticalScrollBar().value() > 0
        area.verticalScrollBar().setValue(0)
    assert passage.font() == font
    assert passage.document().defaultFont() == font


def test_the_area_follows_the_cursor(qtbot, area):
    passage = area.passages[1]
    passage.setFocus()
    press(passage, KEY.Key_End, modifier=CTRL)
    settle(qtbot)

    def is_seen():
        rect = passage.cursorRect()
        at = passage.viewport().mapTo(area.viewport(), rect.topLeft())
        return area.viewport().rect().contains(at.x(), at.y(), True) and (
            at.y() + rect.height() <= area.viewport().height()
        )

    assert is_seen()
    for _ in range(6):
        press(passage, KEY.Key_Return)
        type_in(passage, "x")
        settle(qtbot)
        assert is_seen()
    press(passage, KEY.Key_Home, modifier=CTRL)
    settle(qtbot)
    assert is_seen()


@pytest.mark.parametrize("key", [KEY.Key_B, KEY.Key_I, KEY.Key_U, KEY.Key_L, KEY.Key_E, KEY.Key_R])
def test_no_key_formats(area, key):
    passage = area.passages[0]
    select(passage, 0, 3)
    before = passage.toHtml()
    press(passage, key, modifier=CTRL)
    press(passage, key, modifier=CTRL | SHIFT)
    assert passage.toHtml() == before


def test_a_star_at_the_beginning_makes_no_list(area):
    passage = area.passages[0]
    go(passage, 0)
    type_in(passage, "* a")
    assert passage.template() == f"* a{TOLD * 20}"
    assert passage.textCursor().currentList() is None


def test_the_passage_with_the_focus_is_seen_to_have_it(area):
    def edge(passage):
        return passage.grab().toImage().pixelColor(passage.width() // 2, 0).name().upper()

    assert [edge(passage) for passage in area.passages] == [ACCENT, EDGE]
