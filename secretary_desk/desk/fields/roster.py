"""Attendance as it is ticked: everyone expected, and what is known of each."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from ...kinds.person import Person
from ...records.pinyin import matches
from ...records.record import Attendance
from ...records.specs import Link
from ..look import ACCENT, MUTED

Index = QModelIndex | QPersistentModelIndex


class State(Enum):
    """What is said of one person: nothing, or whether he came. Space leads from one to the next."""

    UNSAID = "未列入"
    PRESENT = "到会"
    ABSENT = "缺席"

    def following(self) -> "State":
        """Return the state after one more press."""
        states = list(State)
        return states[(states.index(self) + 1) % len(states)]


@dataclass(frozen=True, slots=True)
class Attendee:
    """One line of the roster; ``place`` keeps the order in which the entry holds its rows."""

    who: Link | None
    state: State
    reason: str = ""
    place: int = 0
    about: str = ""
    has_namesakes: bool = False

    @property
    def name(self) -> str:
        """The name as it was written; an entry may lack it."""
        return self.who.name if self.who else "（未写姓名）"

    def row(self) -> Attendance:
        """Return the row that the entry keeps."""
        return Attendance(who=self.who, present=self.state is State.PRESENT, reason=self.reason)


class Roster(QAbstractListModel):
    """Those expected, in the roster's order, and after them whoever else is in the entry."""

    def __init__(self) -> None:
        super().__init__()
        self._attendees: list[Attendee] = []
        self._expected = 0

    def load(self, expected: Sequence[Person], rows: Iterable[Attendance]) -> None:
        """Show the people expected together with an entry's rows."""
        self.beginResetModel()
        self._attendees, self._expected = _merged(expected, rows), len(expected)
        self.endResetModel()

    def rows(self) -> tuple[Attendance, ...]:
        """Return what is said, as the entry keeps it: its own rows first, then new ones."""
        said = [a for a in self._attendees if a.state is not State.UNSAID]
        return tuple(attendee.row() for attendee in sorted(said, key=lambda a: a.place))

    def attendee(self, number: int) -> Attendee:
        """Return one line."""
        return self._attendees[number]

    def longest(self) -> int:
        """Return how many characters the longest line has while nobody is absent."""
        return max((len(_told(replace(a, state=State.UNSAID))) for a in self._attendees), default=0)

    def absent(self) -> list[int]:
        """Return the lines of those who did not come."""
        return [n for n, a in enumerate(self._attendees) if a.state is State.ABSENT]

    def set_state(self, numbers: Sequence[int], state: State) -> None:
        """Say the same of several people; who came needs no reason."""
        for number in numbers:
            one = self._attendees[number]
            reason = "" if state is State.PRESENT else one.reason
            self._attendees[number] = replace(one, state=state, reason=reason)
        if numbers:
            self.dataChanged.emit(self.index(min(numbers)), self.index(max(numbers)))

    def set_reason(self, number: int, reason: str) -> None:
        """Say why someone did not come."""
        self._attendees[number] = replace(self._attendees[number], reason=reason)
        self.dataChanged.emit(self.index(number), self.index(number))

    def add(self, name: str) -> None:
        """Say that someone came; who is not on the roster is added to it."""
        known = next((n for n, a in enumerate(self._attendees) if a.name == name), None)
        if known is not None:
            self.set_state([known], State.PRESENT)
            return
        end = len(self._attendees)
        self.beginInsertRows(QModelIndex(), end, end)
        place = max((a.place for a in self._attendees), default=0) + 1
        self._attendees.append(Attendee(Link(None, name), State.PRESENT, place=place))
        self.endInsertRows()

    def is_expected(self, number: int) -> bool:
        """Whether someone is on the roster; the others are known by the entry alone."""
        return number < self._expected

    def remove(self, number: int) -> None:
        """Drop someone who is not on the roster; of those expected nobody goes."""
        if not self.is_expected(number):
            self.beginRemoveRows(QModelIndex(), number, number)
            del self._attendees[number]
            self.endRemoveRows()

    def found(self, typed: str) -> list[int]:
        """Return the lines whose name, or what is known of it, matches."""
        return [
            number
            for number, a in enumerate(self._attendees)
            if matches(typed, a.name) or typed in a.about
        ]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._attendees)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        attendee = self._attendees[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _told(attendee)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{attendee.name} {attendee.about} {attendee.state.value}"
            case Qt.ItemDataRole.ForegroundRole:
                return _COLOURS.get(attendee.state)
        return None


_COLOURS = {State.UNSAID: QColor(MUTED), State.ABSENT: QColor(ACCENT)}


def _told(attendee: Attendee) -> str:
    apart = f"（{attendee.about}）" if attendee.has_namesakes and attendee.about else ""
    absent = f" {State.ABSENT.value}" if attendee.state is State.ABSENT else ""
    return f"{attendee.name}{apart}{absent}"


def _merged(expected: Sequence[Person], rows: Iterable[Attendance]) -> list[Attendee]:
    """Return the expected, each with his row, and then the rows of others."""
    left = dict(enumerate(rows))
    bearers = Counter(person.name for person in expected)
    known = []
    for place, person in enumerate(expected, len(left)):
        namesakes = bearers[person.name] > 1
        about = " ".join(filter(None, (person.group, person.job)))
        own = next((n for n, row in left.items() if _means(row.who, person, namesakes)), None)
        attendee = Attendee(Link(person.id, person.name), State.UNSAID, "", place)
        if own is not None:
            attendee = _attendee(own, left.pop(own))
        known.append(replace(attendee, about=about, has_namesakes=namesakes))
    return known + [_attendee(place, row) for place, row in left.items()]


def _means(who: Link | None, person: Person, has_namesakes: bool) -> bool:
    """Whether a row means someone on the roster; a bare name does not say which namesake."""
    known = who is not None and (who.id is not None or not has_namesakes)
    return known and Link(person.id, person.name).same(who)


def _attendee(place: int, row: Attendance) -> Attendee:
    state = State.PRESENT if row.present else State.ABSENT
    return Attendee(row.who, state, row.reason, place)
