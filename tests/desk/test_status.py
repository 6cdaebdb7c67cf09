"""The status bar's buttons stay where they are, so that one can be pressed again and again."""

import pytest
from desk.windows import SMALL, standing
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from secretary_desk.kinds.person import Person


@pytest.fixture
def window(new_desk, qtbot):
    window = standing(qtbot, new_desk, SMALL)
    yield window
    assert window.close()


def under(window, point):
    """Return the button of the status bar at a point of the window."""
    for each in window._status.findChildren(QPushButton):
        at = each.mapFrom(window, point)
        if each.isVisible() and each.rect().contains(at):
            return each
    return None


def centre(window, words):
    shown = (b for b in window._status.findChildren(QPushButton) if b.isVisible())
    found = next(b for b in shown if words in b.text())
    return found.mapTo(window, found.rect().center())


def press_at(window, point, qtbot):
    if found := under(window, point):
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    qtbot.wait(10)  # for the layout


def test_undo_pressed_seven_times_at_one_place_takes_back_seven_steps(window, qtbot):
    for name in "甲乙丙丁戊己庚":
        window.desk.save(Person(name=name))
    qtbot.wait(10)
    at = centre(window, "撤销")
    for _ in range(7):
        press_at(window, at, qtbot)
    assert window.desk.store.undoable() is None
    press_at(window, at, qtbot)  # nothing comes to its place
    assert window.desk.store.undoable() is None
    for _ in range(7):
        press_at(window, centre(window, "重做"), qtbot)
    assert window.desk.store.redoable() is None


def test_redo_has_its_own_place_from_the_first_step_on(window, qtbot):
    window.desk.save(Person(name="甲"))
    window.desk.save(Person(name="乙"))
    qtbot.wait(10)
    undo = centre(window, "撤销")
    press_at(window, undo, qtbot)
    assert centre(window, "撤销") == undo
    redo = centre(window, "重做")
    assert redo.x() > undo.x()
    press_at(window, undo, qtbot)
    assert centre(window, "重做") == redo
