"""How the report is headed, addressed, signed and counted."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ...kinds import SETTINGS
from ...kinds.report_settings import ReportSettings
from ...records.record import problems
from ..desk import Desk
from ..fields.field import Field
from ..fields.make import make_field
from ..look import set_role
from ..record.context import FormContext
from .ledger_field import LedgerField

_FIRST = ("reported_on", "salutation", "occasion", "signature", "limit", "minutes")
_MORE = ("problems_share", "pace", "as_of", "start", "end", "label")
_LEDGERS = ("ledgers",)
_FOLDED = {_MORE: "更多：占比、语速、统计起止", _LEDGERS: "附件：附哪几张台账"}
_HINTS = {"salutation": "留空时按场合写"}


class SettingsForm(QWidget):
    """Fields over one year's settings. It edits a copy and saves nothing."""

    edited = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._base = ReportSettings()
        self._fields: dict[str, Field] = {}
        self._troubles: dict[str, QLabel] = {}
        context = FormContext(desk, SETTINGS, self.settings)
        first = self._group(_FIRST, context)
        self._folds = {names: _fold(title) for names, title in _FOLDED.items()}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(first)
        for names, toggle in self._folds.items():
            group = self._group(names, context)
            group.hide()
            toggle.toggled.connect(group.setVisible)
            layout.addWidget(toggle, 0, Qt.AlignmentFlag.AlignLeft)
            layout.addWidget(group)
        layout.addStretch(1)

    def set_settings(self, settings: ReportSettings) -> None:
        """Show other settings; fields that are being typed in and say the same stay as they are."""
        for name, field in self._fields.items():
            given = getattr(settings, name)
            typing = settings.year == self._base.year and field.trouble()
            if not typing and field.value() != given:
                field.set_value(given)
        self._take(settings)

    def reset(self, settings: ReportSettings) -> None:
        """Show settings whatever is being typed."""
        for name, field in self._fields.items():
            field.set_value(getattr(settings, name))
        self._take(settings)

    def settings(self) -> ReportSettings:
        """Return the settings as they stand in the form."""
        return replace(self._base, **{n: field.value() for n, field in self._fields.items()})

    def troubles(self) -> list[str]:
        """Return why fields cannot be read."""
        return [said for field in self._fields.values() if (said := field.trouble())]

    def take_in(self) -> None:
        """Make text that is being composed part of the fields."""
        for field in self._fields.values():
            field.take_in()

    def focus_first(self) -> None:
        """Let the user type."""
        self._fields[_FIRST[0]].setFocus()

    def _group(self, names: tuple[str, ...], context: FormContext) -> QWidget:
        group = QWidget()
        grid = QGridLayout(group)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        for row, name in enumerate(names):
            spec = SETTINGS.specs[name]
            spec = replace(spec, hint=_HINTS.get(name, spec.hint))
            make = LedgerField if name in _LEDGERS else make_field
            field = self._fields[name] = make(spec, context, name)
            field.edited.connect(self._on_edited)
            trouble = self._troubles[name] = QLabel(wordWrap=True)
            trouble.setTextFormat(Qt.TextFormat.PlainText)
            set_role(trouble, "trouble")
            label = QLabel(spec.label)
            label.setBuddy(field)
            aside = Qt.AlignmentFlag.AlignRight
            if name in _LEDGERS:  # many lines high: the label stands beside the first
                aside |= Qt.AlignmentFlag.AlignTop
            grid.addWidget(label, 2 * row, 0, aside)
            grid.addWidget(field, 2 * row, 1)
            grid.addWidget(trouble, 2 * row + 1, 1)
        return group

    def _take(self, settings: ReportSettings) -> None:
        self._base = settings
        for names, toggle in self._folds.items():
            if any(getattr(settings, name) for name in names):
                toggle.setChecked(True)
        self._tell()

    def _on_edited(self) -> None:
        self._tell()
        self.edited.emit()

    def _tell(self) -> None:
        """Say beside each field what is wrong with it."""
        said = {found.field: found.text for found in problems(self.settings())}
        for name, field in self._fields.items():
            text = field.trouble() or said.get(name, "")
            self._troubles[name].setText(text)
            self._troubles[name].setVisible(bool(text))


def _fold(title: str) -> QPushButton:
    """Return what shows and hides a group of fields."""
    toggle = QPushButton(title, checkable=True, autoDefault=False)
    set_role(toggle, "quiet")
    return toggle
