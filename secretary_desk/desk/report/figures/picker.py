"""插入数字: a figure of the year and the form in which it is said, with the result in sight."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ....facts.gather import Facts
from ....report.resolving import Resolver
from ....report.template import Reference
from ...card import label
from ...look import set_role
from .figure_list import FigureList, SearchBox, insertable
from .forms import FigureForms

_WIDE, _HIGH = 44, 24  # in characters and lines


class FigurePicker(QDialog):
    """Lets the user choose a figure. Enter takes it, Esc leaves without one."""

    def __init__(self, facts: Facts, resolver: Resolver, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("插入数字")
        self._resolver = resolver
        self._taken: Reference | None = None
        figures = insertable(facts.figures())
        self._facts = {fact.key: fact for fact in figures}
        self._list = FigureList(figures)
        self._search, self._forms = SearchBox(self._list), FigureForms(figures, resolver)
        self._nothing, self._name = label("", "muted"), label("", "h")
        self._result, self._trouble = label("", "title"), label("", "muted")
        self._take, self._leave = QPushButton("插入  Enter"), QPushButton("取消  Esc")
        self._search.textChanged.connect(self._on_searched)
        self._list.currentItemChanged.connect(self._on_figure)
        self._list.taken.connect(self.accept)
        self._forms.changed.connect(self._show_result)
        self._take.clicked.connect(self.accept)
        self._leave.clicked.connect(self.reject)
        self._lay_out()
        self._on_figure()
        self._search.setFocus()

    def reference(self) -> Reference | None:
        """Return what was taken, else what is chosen; None where that says nothing."""
        return self._taken or self._chosen()

    def accept(self) -> None:
        self._forms.take_in()
        # Kept: closing takes in what is still composed in the search box, and finds another.
        self._taken = self._chosen()
        if self._taken:
            super().accept()

    def _chosen(self) -> Reference | None:
        key, steps = self._list.key(), self._forms.steps()
        if key is None or steps is None:
            return None
        chosen = Reference(key, steps)
        return chosen if self._resolver.figure(chosen) else None

    def _on_searched(self, typed: str) -> None:
        found = self._list.find(typed)
        self._nothing.setText("" if found else f"没有找到“{typed.strip()}”")
        self._nothing.setVisible(not found)
        self._on_figure()

    def _on_figure(self) -> None:
        fact = self._facts.get(self._list.key() or "")
        self._name.setText(fact.label if fact else "")
        self._forms.show_fact(fact)

    def _show_result(self) -> None:
        chosen = self._chosen()
        figure = self._resolver.figure(chosen) if chosen else None
        self._result.setText(figure.text if figure else "")
        behind = f"依据{len(figure.entries)}条记录，记录变了数字跟着变" if figure else ""
        self._trouble.setText(behind or self._forms.trouble())
        self._take.setEnabled(figure is not None)

    def _lay_out(self) -> None:
        set_role(self._take, "primary")
        self._take.setDefault(True)
        for button in (self._take, self._leave):
            button.setAutoDefault(False)
            # A press leaves the focus where it is, and what is composed there out of the choice.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._nothing.hide()
        sides = QHBoxLayout()
        sides.setSpacing(20)
        sides.addLayout(_column(self._search, self._nothing, self._list), 1)
        sides.addLayout(_column(self._name, self._forms, self._result, self._trouble), 1)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self._leave)
        buttons.addWidget(self._take)
        page = QVBoxLayout(self)
        page.addLayout(sides, 1)
        page.addLayout(buttons)
        metrics = self.fontMetrics()
        self.resize(metrics.height() * _WIDE, metrics.lineSpacing() * _HIGH)


def _column(*parts: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    for part in parts:
        column.addWidget(part, int(isinstance(part, FigureList | FigureForms)))
    return column
