"""The dialog of an outline opened for a test, and what a user does on it."""

from desk.answering import Answering
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from sample import sample_year
from typing_chinese import compose

from secretary_desk.desk.report.outlining.dialog import OutlineDialog
from secretary_desk.desk.report.outlining.material import material_of
from secretary_desk.kinds.own_outline import OwnOutline
from secretary_desk.report.outline import load_outlines

KEY, ALT, CTRL = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
SMALL = (1093, 614)
GENERAL = [
    "（导语）", "一、履职情况", "（一）严肃组织生活", "（二）建强支部班子",
    "（三）做好发展党员工作", "（四）上年度点评问题整改", "（五）落实上年度打算", "二、特色亮点",
    "（一）至（四）〔亮点工作：每条一节〕", "（五）获得荣誉", "三、存在的问题及原因",
    "四、下一步打算", "（结束语）",
]  # fmt: skip


def opened(qtbot, *answers, own=None, year=None):
    own = own or OwnOutline(year=2026, preset="通用")
    material = material_of(year or sample_year())
    dialog = OutlineDialog(own, load_outlines(), material, Answering(*answers))
    qtbot.addWidget(dialog, before_close_func=lambda dialog: dialog.done(0))
    dialog.show()
    dialog.activateWindow()
    assert QTest.qWaitForWindowActive(dialog)
    return dialog


def outline(dialog):
    return dialog._sections._list


def lines(view):
    model = view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def told(dialog):
    return [line.partition("：")[0] for line in lines(dialog._content._told)]


def unplaced(dialog):
    return [line.partition("：")[0] for line in lines(dialog._content._others)]


def headings(dialog):
    return [part.heading for part in dialog.own().parts]


def asked(dialog):
    return dialog._ask.asked


def press(key, modifier=Qt.KeyboardModifier.NoModifier, times=1):
    for _ in range(times):
        QTest.keyClick(QApplication.focusWidget(), key, modifier)
        QApplication.processEvents()


def walk_to(dialog, words):
    """Walk to the row that reads so."""
    outline(dialog).setFocus()
    press(KEY.Key_Home)
    press(KEY.Key_Down, times=next(at for at, line in enumerate(lines(outline(dialog)))
                                   if words in line))  # fmt: skip
    assert words in outline(dialog).currentIndex().data()


def tab_to(dialog, name):
    """Press Tab until the focus is in what is called so."""
    for _ in range(20):
        if QApplication.focusWidget().accessibleName() == name:
            return
        press(KEY.Key_Tab)
    raise AssertionError(f"Tab does not lead to {name}")


def click(dialog, words):
    buttons = [*dialog.findChildren(QToolButton), *dialog.findChildren(QPushButton)]
    shown = [b for b in buttons if b.isVisible() and b.text().strip().split("  ")[0] == words]
    assert shown, f"no button says {words}"
    QTest.mouseClick(shown[0], LEFT)
    QApplication.processEvents()


def write(words):
    """Compose a heading in the box that is open, in place of what stands there."""
    compose(QApplication.focusWidget(), words)
    press(KEY.Key_Return)
