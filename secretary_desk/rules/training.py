"""教育培训: every member's hours of study, and the secretary's training."""

from collections.abc import Iterator
from decimal import Decimal

from ..kinds.person import MEMBERS
from ..kinds.study_meeting import StudyMeeting
from ..kinds.training import Form, Training
from ..records.record import Attendance, new_id, ref
from ..records.text import trimmed
from .case import Case
from .flags import any_of, before_last_quarter, founded_in_year, without_roster, without_secretary
from .rule import Area, Found, State, Weight, rule
from .sources import BRANCH_WORK, EDUCATION, PLAN
from .telling import of_people, owed_by_years_end, refs

_HOURS, _SECRETARY_HOURS = "教育培训.年学时", "教育培训.书记年学时"


def _not_wanted(case: Case) -> str:
    return "" if case.values.yes("教育培训.核对书记学时") else "自查参数里没有启用"


@rule(
    Area.EDUCATION, "党员每年集中学习培训时间一般不少于32学时",
    source=EDUCATION.article(20), weight=Weight.USUAL,
    unless=any_of(before_last_quarter, founded_in_year, without_roster),
)  # fmt: skip
def hours_of_study(case: Case) -> Iterator[Found]:
    """Of those who were members all year: courses and 三会一课 whose entries name them."""
    about, timed = str(case.year.period.year), _timed(case)
    if not any(entry.attendance for entry in timed):
        state = State.UNCLEAR if timed else owed_by_years_end(case)
        words = "登记了学时的没有登记参加人，党员学时待核" if timed else "本年没有登记学时"
        yield Found(state, words, about, refs(timed), None if timed else Training())
        return
    least = case.values.number(_HOURS)
    first = {p.id for p in case.people(*MEMBERS, on=case.year.period.start)}
    few = [p for p in case.members if p.id in first and _hours(case, p.id) < least]
    told = {p.id: trimmed(_hours(case, p.id)) for p in few}
    state = State.UNCLEAR if case.year_is_over else State.HINT
    for found in of_people(state, few, f"{{}}登记的学时不足{least}学时"):
        hours = told.get(found.about)
        text = found.text if hours is None else f"{found.text}，现有{hours}学时"
        yield Found(found.state, text, found.about, found.entries)


@rule(
    Area.EDUCATION, "党支部书记每年至少参加1次县级以上党组织举办的集中轮训",
    source=BRANCH_WORK.article(25), weight=Weight.MUST,
    unless=any_of(before_last_quarter, without_secretary),
)  # fmt: skip
def secretary_trained(case: Case) -> Iterator[Found]:
    """A course of that sort that names the secretary; 待核 where one says only half of it."""
    attended = [t for t in case.entries(Training) if _was_there(case, t)]
    if any(t.above_county and t.form is Form.CENTRAL for t in attended):
        return
    unsaid = [t for t in case.entries(Training) if not t.attendance]
    maybe = [t for t in (*attended, *unsaid) if t.above_county or t.form is Form.CENTRAL]
    about, me = str(case.year.period.year), case.secretary
    if maybe:
        text = "书记参加县级以上集中轮训待核：有培训没有写全形式、县级以上或者参加人"
        yield Found(State.UNCLEAR, text, about, refs(maybe))
        return
    row = Attendance(who=me, present=True)
    draft = Training(id=new_id(), form=Form.CENTRAL, above_county=True, attendance=(row,))
    text = "书记参加县级以上集中轮训未登记"
    yield Found(owed_by_years_end(case), text, about, draft=draft)


@rule(
    Area.EDUCATION, "党支部书记每年集中学习培训不少于56学时",
    source=PLAN.whole(), weight=Weight.ADVICE,
    unless=any_of(_not_wanted, before_last_quarter, without_secretary),
)  # fmt: skip
def secretary_hours(case: Case) -> Iterator[Found]:
    """Only where the user asks for it."""
    least, person = case.values.number(_SECRETARY_HOURS), case.roster.person(case.secretary)
    if person and (hours := _hours(case, person.id)) < least:
        text = f"书记登记的学时现有{trimmed(hours)}学时，不足{least}学时"
        yield Found(owed_by_years_end(case), text, person.id, (ref(person),))


def _timed(case: Case) -> list[Training | StudyMeeting]:
    every: list[Training | StudyMeeting] = [*case.entries(Training), *case.entries(StudyMeeting)]
    return [entry for entry in every if entry.hours]


def _hours(case: Case, person: str) -> Decimal:
    return case.studied[person].hours if person in case.studied else Decimal(0)


def _was_there(case: Case, training: Training) -> bool:
    me = set(case.roster.meant(case.secretary))
    return any(row.present and me & set(case.roster.meant(row.who)) for row in training.attendance)


RULES = (hours_of_study, secretary_trained, secretary_hours)
