"""In which form a figure is said: derived from another one, in words, rounded."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from ....facts.gather import LAST_YEAR
from ....records.fact import Fact
from ....report.forms import FORMS, OTHER, Form, typed_number
from ....report.resolving import Resolver
from ....report.template import Reference, Step
from ...card import label
from ...fields.combo_box import ComboBox
from ...fields.suggest import Offer, SuggestingEdit
from ...look import icon
from .figure_list import Table, group_of

_PLAIN, _TYPED = "照原样", "手填的数不跟着记录变，会在校核里标明"


class FigureForms(QWidget):
    """Chooses the steps of one figure's reference. ``changed`` comes with every other choice."""

    changed = Signal()

    def __init__(self, figures: Sequence[Fact], resolver: Resolver) -> None:
        super().__init__()
        self._figures, self._resolver = {fact.key: fact for fact in figures}, resolver
        self._fact: Fact | None = None
        self._chosen: Offer | None = None
        self._derivations, self._forms = ComboBox(), Table()
        self._other = SuggestingEdit(self._offers)
        self._other_label, self._hint = QLabel("另一个数"), label(_TYPED, "muted")
        self._forms.setAccessibleName("写法")
        self._other.setPlaceholderText("写几个字来找，或直接写数字")
        arrow = QLineEdit.ActionPosition.TrailingPosition
        self._other.addAction(icon("chevron-down"), arrow).triggered.connect(self._on_arrow)
        self._other.chosen.connect(self._on_offer)
        self._other.textChanged.connect(self._on_derived)
        self._derivations.currentIndexChanged.connect(self._on_derived)
        self._forms.currentItemChanged.connect(lambda: self.changed.emit())
        self._lay_out()

    def show_fact(self, fact: Fact | None) -> None:
        """Show the forms that a figure may have; what was chosen stays where it can."""
        self._fact, derivation = fact, self._derivations.currentData()
        self._derivations.blockSignals(True)
        self._derivations.clear()
        self._derivations.addItem("就用这个数", None)
        for form in FORMS.values():
            if form.needs and (form.needs == OTHER or self._has_last_year()):
                self._derivations.addItem(f"{form.title}：{form.hint}", form.name)
        self._derivations.setCurrentIndex(max(self._derivations.findData(derivation), 0))
        self._derivations.blockSignals(False)
        self._on_derived()

    def steps(self) -> tuple[Step, ...] | None:
        """Return the chosen steps; None while the other figure is missing."""
        derived = self._derived()
        if derived is None:
            return None
        form = self._forms.key()
        return (*derived, Step(form)) if form else derived

    def trouble(self) -> str:
        """Return why there is no result, as a sentence."""
        derived = self._derived()
        if self._fact is None or (derived is not None and self._said(derived)):
            return ""
        if derived is None:
            return "请选另一个数，或直接写数字"
        return "按这样算没有结果，换一个数或换一种算法"

    def take_in(self) -> None:
        """Make text that is being composed part of the box."""
        self._other.take_in()

    def _derived(self) -> tuple[Step, ...] | None:
        form = self._form()
        if form is None:
            return ()
        if form.needs != OTHER:
            return (Step(form.name),)
        argument = self._argument()
        return (Step(form.name, argument),) if argument else None

    def _form(self) -> Form | None:
        name = self._derivations.currentData()
        return FORMS[name] if name else None

    def _argument(self) -> str:
        """Return the other figure's key, or a typed number; empty where the box names neither."""
        text = self._other.text().strip()
        if typed_number(text) is not None:
            return text
        if self._chosen and self._chosen.text == text:
            return str(self._chosen.value)
        named = (fact.key for fact in self._figures.values() if fact.label == text)
        return next(named, "")

    def _said(self, steps: tuple[Step, ...]) -> str:
        if self._fact is None:
            return ""
        figure = self._resolver.figure(Reference(self._fact.key, steps))
        return figure.text if figure else ""

    def _has_last_year(self) -> bool:
        return bool(self._fact and LAST_YEAR + self._fact.key in self._figures)

    def _offers(self) -> list[Offer]:
        """Return the other figures, those of the same measure first."""
        if (one := self._fact) is None:
            return []
        others = [fact for fact in self._figures.values() if fact.key != one.key]
        others.sort(key=lambda fact: fact.unit != one.unit)
        return [Offer(f.label, f"{group_of(f)} {f.show()}", f.key) for f in others]

    def _on_offer(self, offer: Offer) -> None:
        self._chosen = offer
        self._on_derived()

    def _on_arrow(self) -> None:
        self._other.setFocus()
        down = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
        self._other.keyPressEvent(down)

    def _on_derived(self) -> None:
        """Show the forms of the figure as it is derived, each with what it says."""
        form = self._form()
        wants_other = bool(form and form.needs == OTHER)
        for widget in (self._other_label, self._other):
            widget.setVisible(wants_other)
        self._hint.setVisible(wants_other and typed_number(self._argument()) is not None)
        self._show_forms(self._derived())
        self.changed.emit()

    def _show_forms(self, derived: tuple[Step, ...] | None) -> None:
        kept = self._forms.key()
        self._forms.blockSignals(True)
        self._forms.clear()
        if derived is not None and (plain := self._said(derived)):
            self._forms.add_line("", _PLAIN, plain)
            for form in FORMS.values():
                said = "" if form.needs else self._said((*derived, Step(form.name)))
                if said not in ("", plain):
                    self._forms.add_line(form.name, form.title, said)
        self._forms.choose(kept)
        self._forms.blockSignals(False)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        self._other_label.setBuddy(self._other)
        for row, (name, widget) in enumerate((
            (QLabel("算法"), self._derivations),
            (self._other_label, self._other),
            (None, self._hint),
            (QLabel("写法"), self._forms),
        )):  # fmt: skip
            if name:
                grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(widget, row, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(3, 1)
