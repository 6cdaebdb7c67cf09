"""党风廉政: the year's papers, and the year's lesson or warning."""

from collections.abc import Iterator, Sequence

from ..kinds.integrity import SIGNED, Form, Integrity
from ..kinds.study_meeting import Form as Meeting
from ..kinds.study_meeting import StudyMeeting
from ..records.record import Record, new_id
from .case import Case
from .flags import before_last_quarter
from .rule import Area, Found, Weight, rule
from .sources import NOTICE
from .telling import owed_by_years_end

_LESSONS = (Form.LESSON, Form.WARNING)
_TELLING = ("廉", "警示")


@rule(
    Area.INTEGRITY, "每年签订党风廉政责任书或者承诺书",
    source=NOTICE.whole(), weight=Weight.ADVICE, unless=before_last_quarter,
)  # fmt: skip
def integrity_papers(case: Case) -> Iterator[Found]:
    """One of either."""
    held = [entry for entry in case.entries(Integrity) if entry.form in SIGNED]
    return _once(case, held, Form.RESPONSIBILITY, "党风廉政责任书、承诺书")


@rule(
    Area.INTEGRITY, "每年至少开展1次廉政党课或者警示教育",
    source=NOTICE.whole(), weight=Weight.ADVICE, unless=before_last_quarter,
)  # fmt: skip
def integrity_lesson(case: Case) -> Iterator[Found]:
    """One of either; a 党课 whose topic says so is one."""
    lessons = (m for m in case.entries(StudyMeeting) if m.form is Meeting.LESSON)
    held: list[Record] = [m for m in lessons if any(word in m.topic for word in _TELLING)]
    held += [entry for entry in case.entries(Integrity) if entry.form in _LESSONS]
    return _once(case, held, Form.LESSON, "廉政党课、警示教育")


def _once(case: Case, held: Sequence[Record], form: Form, what: str) -> Iterator[Found]:
    if not held:
        draft, about = Integrity(id=new_id(), form=form), str(case.year.period.year)
        yield Found(owed_by_years_end(case), f"本年{what}未登记", about, draft=draft)


RULES = (integrity_papers, integrity_lesson)
