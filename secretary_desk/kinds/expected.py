"""Who is expected at a meeting: the roster as it stood on the day, or those it is held for."""

from collections.abc import Iterable
from datetime import date

from ..records.record import Record
from .branch import Branch
from .person import Person
from .study_meeting import Form, StudyMeeting


def expected(
    record: Record, roster: Iterable[Person], branch: Branch | None, on: date
) -> list[Person]:
    """Return the members of a day; for the committee its seats, for a group its members.

    Someone of whom nothing is known yet, as a new archive's secretary, may be a member.
    """
    return among(record, [person for person in roster if person.may_be_member(on)], branch, on)


def among(record: Record, members: list[Person], branch: Branch | None, on: date) -> list[Person]:
    """Return those expected among the members of a day."""
    if not isinstance(record, StudyMeeting):
        return members
    if record.form is Form.COMMITTEE and branch and branch.committee:
        seats = [seat for seat in branch.committee if seat.who and seat.holds(on)]
        ids, names = {s.who.id for s in seats if s.who}, {s.who.name for s in seats if s.who}
        return [p for p in members if p.id in ids or p.name in names]
    if record.form is Form.GROUP and record.group:
        return [person for person in members if person.group == record.group] or members
    return members
