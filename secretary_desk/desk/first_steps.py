"""What to do first in an archive that has nothing yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ..kinds.branch import Branch
from ..kinds.person import Person
from ..kinds.study_meeting import StudyMeeting
from ..records.day import Day
from ..records.year import Year
from .card import label
from .look import ACCENT, icon, set_role
from .page import Place

_STEPS = (
    ("填写支部概况", "党小组、支委和换届日期；述职报告开头的支部情况由这里写成。", "去填写"),
    ("录入党员名册", "姓名、人员类别和入党日期；以后开会从名册里勾选到会的同志。", "去录入"),
    ("记第一次会议", "三会一课、主题党日，一次记一条；记下以后，这里就是全年的年历。", "记一次"),
)
_WIDE = 46  # characters: wider is hard to read, and looks lost on a large screen


class FirstSteps(QWidget):
    """Three steps in order; those done are ticked, the next one is offered first."""

    wanted = Signal(object)  # Place

    def __init__(self) -> None:
        super().__init__()
        self._numbers: list[QLabel] = []
        self._buttons: list[QPushButton] = []
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(label("从这三件事开始", "title"))
        for words in _STEPS:
            column.addWidget(self._step(*words))
        column.addStretch(3)
        layout = QHBoxLayout(self)
        layout.addStretch(1)
        layout.addLayout(column, 8)
        layout.addStretch(1)

    def show_year(self, year: Year, today: Day) -> None:
        """Show how far the archive has come; the first meeting is begun with the date."""
        branch = year.one(Branch)
        done = [
            bool(branch and (branch.committee or branch.no_committee)),
            len(year.counted(Person)) > 1,  # the secretary is there from the founding on
            False,
        ]
        meeting = StudyMeeting(held_on=today)
        self._places = (Place("branch"), Place("person"), Place("study_meeting", draft=meeting))
        for place, (number, button) in enumerate(zip(self._numbers, self._buttons, strict=True)):
            number.setText(str(place + 1))
            if done[place]:
                number.setPixmap(icon("check", ACCENT).pixmap(number.fontMetrics().height()))
            set_role(button, "primary" if place == done.index(False) else "plain")

    def _step(self, title: str, why: str, press: str) -> QFrame:
        frame, number, button = QFrame(), label("", "title"), QPushButton(press, autoDefault=False)
        set_role(frame, "card")
        frame.setMaximumWidth(self.fontMetrics().horizontalAdvance("国") * _WIDE)
        place = len(self._buttons)
        button.setAccessibleName(title)
        button.clicked.connect(lambda _=False: self.wanted.emit(self._places[place]))
        # As wide for a number as for a tick: the words beside it stay where they are.
        number.setFixedWidth(number.sizeHint().height())
        self._numbers.append(number)
        self._buttons.append(button)
        reason = label(why, "muted")
        reason.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(label(title, "h"))
        words.addWidget(reason)
        words.addStretch(1)
        layout = QHBoxLayout(frame)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(16)
        layout.addWidget(number)
        layout.addLayout(words, 1)
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return frame
