"""The report page on a small laptop: nothing that is unfolded in it makes the window grow."""

import pytest
from desk.report.opened import MEETINGS, click, go_to, type_over
from desk.windows import standing
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from secretary_desk.desk.page import Place

SMALL = (1093, 614)


@pytest.fixture
def window(sample_desk, qtbot):
    window = standing(qtbot, sample_desk, SMALL)
    window.go(Place("report"))
    yield window
    assert window.close()


def press_button(pane, words):
    shown = (b for b in pane.findChildren(QPushButton) if b.isVisible())
    found = next(b for b in shown if words in b.text())
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def type_a_number_and_check(window, qtbot):
    """Type a number over a figure, and unfold all that the proof reading has."""
    page = window.page
    go_to(page, MEETINGS)
    type_over(page, "4次", "9次")
    assert page.leave()
    page._around._check.trigger()
    proof = page._passage.proof
    qtbot.waitUntil(lambda: proof._list.finding() is not None)
    finding = proof._list.finding()
    press_button(proof, "不用改")
    proof.dismissed.emit(finding, "按上级口径")
    qtbot.waitUntil(proof._fold.isVisible)
    press_button(proof, "已答复")
    press_button(proof, "添加固定表述")
    qtbot.wait(50)  # for the layouts


def test_the_proof_reading_unfolded_leaves_the_window_as_it_is(window, qtbot):
    type_a_number_and_check(window, qtbot)
    assert window.minimumSizeHint().height() <= SMALL[1]
    assert window.size().toTuple() == SMALL


def test_a_typed_number_come_back_to_from_there_leaves_the_window_as_it_is(window, qtbot):
    type_a_number_and_check(window, qtbot)
    go_to(window.page, MEETINGS)
    click(window.page, "9次")
    qtbot.wait(50)
    assert window.minimumSizeHint().height() <= SMALL[1]
    assert window.size().toTuple() == SMALL
