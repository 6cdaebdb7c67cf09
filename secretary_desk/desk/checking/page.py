"""自查: the year's register held against the rules, on a day, with the user's reasons."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ...errors import DeskError
from ...kinds.check_answer import CheckAnswer
from ...records.record import ref
from ...rules.checking import Finding, Outcome, self_check
from ..buttons import action
from ..card import label
from ..desk import Change, Desk
from ..page import Page, Place
from .asking import Asking
from .detail import Detail
from .exits import Exits
from .leading import draft_place, entries_menu, entry_place
from .lines import narrowed
from .tree import CheckTree

_SHARES = (7, 4)  # of the list and what the current line says in full
_NONE = "按上面的筛选没有可列的项目。"


class CheckPage(Page):
    """List beside detail; Enter or a double click on a finding leads to where it is put right."""

    title = "自查"
    help = "check"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._outcomes: list[Outcome] = []
        self._failure = ""  # why the reason typed last could not be saved
        self._is_answering = False
        self._asking, self._tree, self._detail = Asking(desk), CheckTree(), Detail()
        self._none = label(_NONE, "muted")
        self._values = action(self, "自查参数", "settings", None, self._on_values)
        self._exits = Exits(desk, self, self._whole)
        self._back = QTimer(self, singleShot=True, interval=0)
        self._back.timeout.connect(lambda: self._tree.choose(self._detail.key()))
        self._lay_out()
        self._asking.day_changed.connect(lambda: self.refresh(Change()))
        self._asking.narrowed.connect(self._show)
        self._tree.walked.connect(self._on_walked)
        self._tree.opened.connect(self._on_opened)
        self._detail.draft_wanted.connect(self._on_opened)
        self._detail.entries_wanted.connect(self._on_entries_wanted)
        self._detail.answered.connect(self._on_answered)
        self._detail.left.connect(self._tree.setFocus)
        self.setFocusProxy(self._tree)
        self.refresh(Change())

    def actions_on_top(self) -> Sequence[QAction]:
        return (self._values, *self._exits.on_top())

    def show_place(self, place: Place) -> None:
        """Show the finding that an answer belongs to; leave the page be otherwise."""
        found = (f for outcome in self._outcomes for f in outcome.findings)
        finding = next((f for f in found if f.answer and ref(f.answer) == place.entry), None)
        if finding is not None:
            self._asking.widen()
            self._tree.choose((finding.rule.area, finding.rule.name, finding.found.about))

    def leave(self) -> bool:
        if self._keep():
            return True
        question = f"{self._failure}\n\n写的说明还没有保存。"
        if self._desk.ask.choose(question, "返回修改", "放弃说明", on_escape=0) != 1:
            return False
        self._detail.give_up()
        return True

    def refresh(self, change: Change) -> None:
        self._asking.follow_year()
        self._outcomes = self_check(self._desk.loaded(), self._asking.day())
        self._show()

    def _show(self) -> None:
        found, strict = self._asking.wishes()
        shown = list(narrowed(self._outcomes, found=found, strict=strict))
        self._asking.say(self._outcomes)
        self._tree.show_outcomes(shown)
        self._tree.setVisible(bool(shown))
        self._none.setVisible(not shown)
        self._on_walked()

    def _whole(self) -> tuple[list[Outcome], date]:
        if not self._keep():
            raise DeskError(self._failure)
        return self._outcomes, self._asking.day()

    def _keep(self) -> bool:
        """Have the reason saved that is typed; False, with a sentence below it, when it cannot."""
        self._failure = ""
        self._detail.keep()
        return not self._failure

    def _on_walked(self) -> None:
        line = self._tree.line()
        if self._is_answering or self._detail.is_about(line) or self._keep():
            self._detail.show_line(line)
        else:
            self._back.start()

    def _on_opened(self, finding: Finding) -> None:
        place = draft_place(finding) or entry_place(finding)
        if place is not None:
            self.wanted.emit(place)
        else:
            self._on_entries_wanted(finding, self._tree)

    def _on_entries_wanted(self, finding: Finding, near: QWidget) -> None:
        if place := entry_place(finding):
            self.wanted.emit(place)
        elif finding.found.entries:
            menu = entries_menu(finding, self._desk.store, self, self.wanted.emit)
            corner = near.rect().bottomLeft()
            if near is self._tree:
                corner = self._tree.visualRect(self._tree.currentIndex()).bottomLeft()
            menu.popup(near.mapToGlobal(corner))

    def _on_answered(self, finding: Finding, reason: str) -> None:
        self._is_answering = True
        try:
            self._answer(finding, reason)
        except DeskError as error:
            self._failure = str(error)
        finally:
            self._is_answering = False
        self._detail.say_failure(self._failure)

    def _answer(self, finding: Finding, reason: str) -> None:
        answer, desk = finding.answer, self._desk
        if reason:
            new = CheckAnswer(year=desk.year, rule=finding.rule.name, about=finding.found.about)
            desk.save(replace(answer or new, reason=reason))
            self.noted.emit("已记下说明，打印自查表时一起印出来")
        elif answer is not None:
            desk.delete(ref(answer))
            self.noted.emit("已撤回说明（可撤销）")

    def _on_values(self) -> None:
        from .values import ValuesDialog

        if self.leave():
            ValuesDialog(self._desk, self).open()

    def _lay_out(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        for place, (widget, share) in enumerate(
            zip((self._tree, self._detail), _SHARES, strict=True)
        ):
            split.addWidget(widget)
            split.setStretchFactor(place, share)
        layout = QVBoxLayout(self)
        layout.addWidget(self._asking)
        layout.addWidget(self._none)
        layout.addWidget(split, 1)
