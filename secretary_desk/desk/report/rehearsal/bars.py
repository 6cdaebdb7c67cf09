"""What stands above and below a speech that is rehearsed: clocks, and buttons with their keys."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ...buttons import small_button
from ...look import set_role

_CLOCK = 20.0  # points


class ClockBar(QWidget):
    """The time of the section on the left, of the whole speech on the right."""

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._here, self._section, self._whole = _muted("本部分"), _clock(), _clock()
        self._section_note, self._whole_note = _muted(), _muted()
        self._state = _muted()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(22, 6, 22, 6)
        layout.setSpacing(10)
        for widget in (self._here, self._section, self._section_note):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self._state)
        layout.addStretch(1)
        for widget in (_muted("全程"), self._whole, self._whole_note):
            layout.addWidget(widget)

    def show_times(self, section: float | None, whole: float) -> None:
        """Show seconds; no section's after the last."""
        self._here.setVisible(section is not None)
        self._section.setText("" if section is None else minutes(section))
        self._whole.setText(minutes(whole))

    def show_targets(self, section: str, whole: str) -> None:
        """Show beside the times what they should be."""
        self._section_note.setText(section)
        self._whole_note.setText(whole)

    def show_state(self, text: str) -> None:
        """Say whether the clock runs."""
        self._state.setText(text)


class ButtonBar(QWidget):
    """A row of buttons; the first is the primary one. They leave the keys to the window."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(22, 8, 22, 8)

    def add(self, text: str, run: Callable[[], object], role: str = "plain") -> QPushButton:
        """Add a button."""
        made = small_button(text, run, role)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._layout.addWidget(made)
        return made

    def add_words(self) -> QLabel:
        """Add a line of words."""
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        self._layout.addWidget(label)
        return label

    def add_gap(self) -> None:
        """Push what follows to the right."""
        self._layout.addStretch(1)


def minutes(seconds: float) -> str:
    """Return a time as a clock shows it: 3:05."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def _muted(text: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    set_role(label, "muted")
    return label


def _clock() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setStyleSheet(f"font-size: {_CLOCK}pt")
    label.ensurePolished()
    # As wide as it gets, so that nothing beside it moves while it runs.
    label.setMinimumWidth(label.fontMetrics().horizontalAdvance("00:00"))
    return label
