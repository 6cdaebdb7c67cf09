"""The program's window, standing on a screen, and what is pressed in it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from secretary_desk.desk.desk import Desk
from secretary_desk.desk.main_window import MainWindow
from secretary_desk.desk.program import Program

SMALL, LAPTOP = (1093, 614), (1366, 768)


def standing(qtbot, desk: Desk, size: tuple[int, int] = LAPTOP) -> MainWindow:
    """Return the window as it stands once the program is started; it has the keyboard."""
    window = MainWindow(desk, lambda: True)
    window.fill_menus([])
    window.resize(*size)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def button(widget: QWidget, words: str) -> QPushButton:
    """Return the button whose words begin so."""
    found = widget.findChildren(QPushButton)
    return next(each for each in found if each.text().strip().startswith(words))


def press(widget: QWidget, words: str) -> None:
    """Press the button whose words begin so."""
    QTest.mouseClick(button(widget, words), Qt.MouseButton.LeftButton)


def menu(program: Program, words: str) -> None:
    """Choose what is called so in the archive's menu."""
    actions = program.window.menuBar().actions()[0].menu().actions()
    next(action for action in actions if action.text() == words).trigger()
