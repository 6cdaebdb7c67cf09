"""Actions and the buttons that stand for them, their keys told in their words."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from .look import ACCENT, MUTED, icon, set_role

_SHORT = 3  # characters that a button's words are cut to at most
Keys = QKeySequence.StandardKey | str | None


def action(
    owner: QWidget, text: str, picture: str, keys: Keys, run: Callable[[], object]
) -> QAction:
    """Return an action of a page or window; its keys work while that is shown."""
    made = QAction(icon(picture), text, owner)
    made.setData(picture)
    if keys is not None:
        made.setShortcut(QKeySequence(keys))
    made.triggered.connect(lambda _checked=False: run())
    owner.addAction(made)
    return made


def small_button(text: str, run: Callable[[], object], role: str = "plain") -> QPushButton:
    """Return a push button of a form or pane, which Enter elsewhere does not press."""
    made = QPushButton(text, autoDefault=False)
    set_role(made, role)
    made.clicked.connect(lambda _checked=False: run())
    return made


def in_a_row(*parts: QWidget | None) -> QHBoxLayout:
    """Return a row of buttons or other widgets; None for the room between them."""
    row = QHBoxLayout()
    for part in parts:
        row.addWidget(part) if part else row.addStretch(1)
    return row


class _Yielding(QPushButton):
    """A button whose words end in … where there is no room for them."""

    def minimumSizeHint(self) -> QSize:
        full = super().minimumSizeHint()
        spare = self.fontMetrics().horizontalAdvance(self.text())
        spare -= self.fontMetrics().horizontalAdvance("国") * _SHORT
        return QSize(full.width() - max(spare, 0), full.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        words = self.fontMetrics().horizontalAdvance(self.text())
        room = words - max(self.sizeHint().width() - self.width(), 0)
        option.text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)


def button(
    of: QAction, role: str = "plain", *, only_enabled: bool = False, yields: bool = False
) -> QPushButton:
    """Return a push button for an action: its words, its keys, its state, what it is for.

    ``icon`` shows no words; ``step`` only the verb of words like 撤销：删除 党员名册 张三, and is
    for the mouse: the menu has it for the keyboard. With ``only_enabled`` the button is there only
    while it can be pressed; one that ``yields`` cuts its words where there is no room for them.
    """
    made = (_Yielding if yields else QPushButton)(autoDefault=False, checkable=of.isCheckable())
    if yields:
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    set_role(made, role)
    if role == "step":
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    _Following(made, of, role, only_enabled=only_enabled)
    made.clicked.connect(of.trigger)
    return made


def segment(view: QAction) -> QPushButton:
    """Return a button of words alone, pressed in while its view is shown."""
    made = button(view, "quiet")

    def follow() -> None:
        made.setIcon(QIcon())
        made.setText(view.text())

    follow()
    view.changed.connect(follow)
    return made


class _Following(QObject):
    """Makes a button look as its action does, as long as the button is there."""

    def __init__(self, made: QPushButton, of: QAction, role: str, *, only_enabled: bool) -> None:
        super().__init__(made)
        self._made, self._of, self._role, self._only_enabled = made, of, role, only_enabled
        # A method of an object of Qt's: a function would be called after the button is gone.
        of.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        made, of = self._made, self._of
        # Portable: Qt's Chinese calls the key 回车, keyboards call it Enter.
        keys = of.shortcut().toString(QKeySequence.SequenceFormat.PortableText)
        keys = keys.replace("Return", "Enter").replace("Left", "←")
        name = of.text().replace("&&", "&")
        made.setText(_words(of.text(), keys, self._role))
        told = [f"{name}（{keys}）" if keys else name, *filter(None, [of.whatsThis()])]
        # As markup of ours: what is undone is called by a user's words.
        made.setToolTip(f"<qt>{'<br>'.join(map(escape, told))}</qt>")
        made.setAccessibleName(name)
        made.setIcon(icon(of.data(), _colour(of, self._role)))
        made.setEnabled(of.isEnabled())
        if not of.isVisible() or (self._only_enabled and not of.isEnabled()):
            made.hide()
        elif made.parentWidget():  # without one it would be shown as a window of its own
            made.show()
        made.setChecked(of.isChecked())


def _words(text: str, keys: str, role: str) -> str:
    match role:
        case "icon":
            return ""
        case "step":
            return f" {text.partition('：')[0]}"
        case "plain" | "primary" if keys:
            return f" {text}  {keys}"
    return f" {text}"


def _colour(of: QAction, role: str) -> str:
    if role == "primary":
        return "#FFFFFF"
    return ACCENT if of.isChecked() else MUTED
