"""Attendance: told in one line, ticked on the roster of the day."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from ...kinds.person import Person
from ...records.day import Day
from ...records.fields import People
from ...records.record import Attendance
from .buttons import Button
from .context import Context
from .field import Field
from .roll_call import RollCall
from .scrolling import bring_into_view, kept_still

NAMED = 12  # absentees that are named in the line


class PeopleField(Field):
    """Who came and who did not. The roster unfolds below the line; folded or not, it counts."""

    def __init__(self, spec: People, context: Context, name: str = "") -> None:
        super().__init__(spec, context, name)
        self._day: Day | None = None
        self._expected: list[str] = []
        self._rows: tuple[Attendance, ...] = ()
        self._summary = QLabel()
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._summary.setWordWrap(True)
        self._unfold = Button("从名册勾选…", "plain", "list-checks")
        self._unfold.setCheckable(True)
        self._unfold.setAccessibleName(f"{spec.label}：从名册勾选")
        self._unfold.toggled.connect(self._on_toggled)
        self._roll = RollCall(context, name)
        self._roll.edited.connect(self._on_edited)
        self._roll.hide()
        self._lay_out_below()
        self.set_value(())

    def value(self) -> tuple[Attendance, ...]:
        return self._rows

    def set_value(self, value: Sequence[Attendance]) -> None:
        self._rows = tuple(value)
        self._tell()
        self._refresh()

    def set_day(self, day: Day | None) -> None:
        """Show the roster of this day; ticks stay."""
        self._day = day
        if self._unfold.isChecked():
            people = self.context.people(day)
            if [person.id for person in people] != self._expected:
                self._load(people)

    def take_in(self) -> None:
        super().take_in()
        self._roll.take_in_names()

    def _lay_out_below(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._summary, 1)
        top.addWidget(self._unfold, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self._roll)
        self.setFocusProxy(self._unfold)

    def _refresh(self) -> None:
        if self._unfold.isChecked():
            self._load(self.context.people(self._day))

    def _load(self, people: Sequence[Person]) -> None:
        self._expected = [person.id for person in people]
        self._roll.load(people, self._rows)

    def _on_toggled(self, unfolded: bool) -> None:
        if not unfolded:
            self.take_in()
        self._refresh()
        self._tell()
        self._unfold.say("收起名册" if unfolded else "从名册勾选…")
        self._roll.setVisible(unfolded)
        if unfolded:
            self._roll.setFocus()
            bring_into_view(self)

    def _on_edited(self) -> None:
        with kept_still(self._roll.names()):
            self._rows = self._roll.rows()
            self._tell()
            self.edited.emit()

    def _tell(self) -> None:
        """Sum up: with names, or in numbers alone over the names, so that these stay in place."""
        say = counted if self._unfold.isChecked() else told
        self._summary.setText(say(self._rows))


def counted(rows: Sequence[Attendance]) -> str:
    """Return attendance in numbers: 应到31人，实到29人，缺席2人."""
    if not rows:
        return "未勾选"
    there = sum(row.present for row in rows)
    line = f"应到{len(rows)}人，实到{there}人"
    return f"{line}，缺席{len(rows) - there}人" if there < len(rows) else line


def told(rows: Sequence[Attendance]) -> str:
    """Return attendance in one line: 应到31人，实到29人（缺席：某某、某某）."""
    if not rows:
        return "未勾选"
    absent = [_absentee(row) for row in rows if not row.present]
    line = f"应到{len(rows)}人，实到{len(rows) - len(absent)}人"
    names = "、".join(absent[:NAMED]) + (f"等{len(absent)}人" if len(absent) > NAMED else "")
    return f"{line}（缺席：{names}）" if absent else line


def _absentee(row: Attendance) -> str:
    name = row.who.name if row.who else "（未写姓名）"
    return f"{name}（{row.reason}）" if row.reason else name
