"""Actions of one list: their keys work while it has the focus, their buttons for the mouse."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from ...buttons import action
from ...look import set_role


def own_action(
    owner: QWidget, text: str, picture: str, keys: Sequence[str], run: Callable[[], object]
) -> QAction:
    """Return an action whose keys work only in one widget, and not in a box within it."""
    made = keyed_action(owner, text, picture, keys, run)
    made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    return made


def keyed_action(
    owner: QWidget, text: str, picture: str, keys: Sequence[str], run: Callable[[], object]
) -> QAction:
    """Return an action that several keys call."""
    made = action(owner, text, picture, None, run)
    made.setShortcuts([QKeySequence(key) for key in keys])
    return made


def tool(of: QAction) -> QToolButton:
    """Return a button with the words, the picture, the tip and the state of an action."""
    made = QToolButton()
    made.setDefaultAction(of)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    # A press leaves the focus where it is: the keys go on in the list.
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    set_role(made, "quiet")
    return made


def bar(*actions: QAction) -> QWidget:
    """Return a row of buttons."""
    made = QWidget()
    layout = QHBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for each in actions:
        layout.addWidget(tool(each))
    layout.addStretch()
    return made
