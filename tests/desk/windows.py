"""The program's window, standing on a screen."""

from secretary_desk.desk.desk import Desk
from secretary_desk.desk.main_window import MainWindow

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
