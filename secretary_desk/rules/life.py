"""组织生活会, 民主评议党员, and the secretary's yearly account."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from ..kinds.appraisal import Appraisal, Grade
from ..kinds.org_life import OrgLife
from ..kinds.person import Category
from ..kinds.problem import Problem, Source
from ..kinds.report_settings import Occasion, ReportSettings
from ..kinds.review_comment import ReviewComment
from ..kinds.study_meeting import Form, StudyMeeting
from ..kinds.talk import Talk
from ..records.record import new_id, ref
from .case import Case
from .flags import any_of, before_last_quarter, before_years_end, lacking
from .rule import Area, Found, State, Weight, rule
from .sources import BRANCH_WORK, EDUCATION, NOTICE
from .telling import once_a_year, owed_by_years_end, refs, title

_Q4 = (10, 11, 12)
_without_life = lacking(OrgLife, "组织生活会")
_without_appraisal = lacking(Appraisal, "民主评议党员")


@rule(
    Area.LIFE, "党支部每年至少召开1次组织生活会",
    source=f"{BRANCH_WORK.article(17)}；{EDUCATION.article(17)}",
    weight=Weight.MUST, unless=before_last_quarter,
)  # fmt: skip
def yearly_org_life(case: Case) -> Iterator[Found]:
    """As often as the value says."""
    held, least = case.entries(OrgLife), case.values.number("组织生活.组织生活会每年次数")
    if held and len(held) < least:
        text = f"本年组织生活会登记{len(held)}次，少于{least}次"
        about = str(case.year.period.year)
        yield Found(owed_by_years_end(case), text, about, refs(held), OrgLife())
    elif least:
        yield from once_a_year(case, held, OrgLife(), "组织生活会")


@rule(
    Area.LIFE, "组织生活会一般安排在第四季度，也可以根据工作需要随时召开",
    source=BRANCH_WORK.article(17), weight=Weight.USUAL,
    unless=any_of(before_years_end, _without_life),
)  # fmt: skip
def org_life_in_fourth_quarter(case: Case) -> Iterator[Found]:
    """One of them; 待核 where only a year is known."""
    days = [(meeting, meeting.held_on) for meeting in case.entries(OrgLife) if meeting.held_on]
    if any(len(day) >= 7 and day.first().month in _Q4 for _, day in days):
        return
    for meeting, day in days:
        state = State.HINT if len(day) >= 7 else State.UNCLEAR
        text = f"组织生活会登记在{day.show_in_year()}，不在第四季度"
        yield Found(state, text, meeting.id, (ref(meeting),))


@rule(
    Area.LIFE, "组织生活会前认真学习、谈心谈话、听取意见",
    source=BRANCH_WORK.article(17), weight=Weight.MUST, unless=_without_life,
)  # fmt: skip
def org_life_prepared(case: Case) -> Iterator[Found]:
    """By what the entry says, and for the talks by those registered shortly before."""
    for meeting in case.entries(OrgLife):
        known = {
            "会前学习": bool(meeting.study),
            "谈心谈话": bool(meeting.talks) or _talks_before(case, meeting),
            "征求意见": meeting.opinions is not None,
        }
        if lacking_words := [word for word, said in known.items() if not said]:
            text = f"{title(meeting)}没有登记{'、'.join(lacking_words)}"
            yield Found(State.UNREGISTERED, text, meeting.id, (ref(meeting),))


@rule(
    Area.LIFE, "组织生活会后制定整改措施，逐一整改落实",
    source=BRANCH_WORK.article(17), weight=Weight.MUST, unless=_without_life,
)  # fmt: skip
def org_life_measures(case: Case) -> Iterator[Found]:
    """A number of measures, or problems entered as found there."""
    if any(problem.source is Source.ORG_LIFE for problem in case.entries(Problem)):
        return
    for meeting in case.entries(OrgLife):
        if not meeting.measures:
            text = f"{title(meeting)}没有登记整改措施，问题整改里也没有来自组织生活会的问题"
            yield Found(State.UNREGISTERED, text, meeting.id, (ref(meeting),))


@rule(
    Area.LIFE, "党支部一般每年开展1次民主评议党员",
    source=f"{BRANCH_WORK.article(18)}；{EDUCATION.article(18)}",
    weight=Weight.USUAL, unless=before_last_quarter,
)  # fmt: skip
def yearly_appraisal(case: Case) -> Iterator[Found]:
    """One."""
    draft = Appraisal(year=case.year.period.year)
    return once_a_year(case, case.entries(Appraisal), draft, "民主评议党员")


@rule(
    Area.LIFE, "党员参加民主评议达到应评人数的规定比例",
    source=NOTICE.whole(), weight=Weight.ADVICE, unless=_without_appraisal,
)  # fmt: skip
def appraisal_participation(case: Case) -> Iterator[Found]:
    """At least the share that the value says."""
    least = case.values.number("组织生活.评议参评率")
    for each in case.entries(Appraisal):
        if each.due is None or each.present is None:
            text = f"{each.year}年民主评议没有登记应评、参评人数"
            yield Found(State.UNREGISTERED, text, each.id, (ref(each),))
        elif each.present * 100 < each.due * least:
            text = f"{each.year}年民主评议应评{each.due}名，参评{each.present}名，不到{least}%"
            yield Found(State.UNCLEAR, text, each.id, (ref(each),))


@rule(
    Area.LIFE, "民主评议评为优秀的一般不超过正式党员的三分之一",
    source=NOTICE.whole(), weight=Weight.ADVICE, unless=_without_appraisal,
)  # fmt: skip
def appraisal_excellent(case: Case) -> Iterator[Found]:
    """Of the full members of the day on which it was held."""
    part = case.values.number("组织生活.评议优秀上限")
    for each in case.entries(Appraisal):
        on = each.held_on.last() if each.held_on else case.on
        full, best = len(case.people(Category.FULL, on=on)), each.number(Grade.EXCELLENT)
        if best and full and best * part > full:
            text = f"{each.year}年民主评议优秀{best}名，超过正式党员{full}名的{part}分之一"
            yield Found(State.UNCLEAR, text, each.id, (ref(each),))


@rule(
    Area.LIFE, "民主评议各等次人数不多于参评人数，预备党员参加评议、不定等次",
    source=NOTICE.whole(), weight=Weight.ADVICE, unless=_without_appraisal,
)  # fmt: skip
def appraisal_grades(case: Case) -> Iterator[Found]:
    """By numbers alone: who got which grade is nobody else's business."""
    for each in case.entries(Appraisal):
        graded = sum(each.number(grade) or 0 for grade in Grade)
        if each.present is not None and graded > each.present:
            text = f"{each.year}年民主评议各等次共{graded}名，多于参评{each.present}名"
            yield Found(State.UNCLEAR, text, f"{each.id}/sum", (ref(each),))
        if early := _graded_on_probation(case, each):
            text = f"{each.year}年民主评议给{early}名预备党员登记了等次"
            yield Found(State.UNCLEAR, text, f"{each.id}/probation", (ref(each),))


@rule(
    Area.LIFE, "党支部书记每年向上级党组织述职",
    source=BRANCH_WORK.article(27), weight=Weight.MUST, unless=before_years_end,
)  # fmt: skip
def reports_to_superior(case: Case) -> Iterator[Found]:
    """Comments on the last report or this one, or a day set for it in the period."""
    former = case.year.previous.counted(ReviewComment) if case.year.previous else ()
    if former or case.entries(ReviewComment):
        return
    if not _reported(case, Occasion.REVIEW, Occasion.IN_WRITING):
        number = case.year.period.year
        text = "本年向上级党组织述职待核：述职设置里没有本年的报告日期，也没有登记述职点评"
        yield Found(State.UNCLEAR, text, str(number), draft=ReviewComment(year=number))


@rule(
    Area.LIFE, "党支部书记每年向支部党员大会述职，接受评议考核",
    source=BRANCH_WORK.article(27), weight=Weight.MUST, unless=before_years_end,
)  # fmt: skip
def reports_to_members(case: Case) -> Iterator[Found]:
    """A 支部党员大会 that names it, or a day set for it in the period."""
    general = [m for m in case.entries(StudyMeeting) if m.form is Form.GENERAL]
    if any("述职" in _said(meeting) for meeting in general):
        return
    if not _reported(case, Occasion.GENERAL_MEETING):
        draft = StudyMeeting(id=new_id(), form=Form.GENERAL, topic="支部书记述职")
        text = "本年没有登记写明书记述职的支部党员大会"
        yield Found(State.UNCLEAR, text, str(case.year.period.year), refs(general), draft)


def _said(meeting: StudyMeeting) -> str:
    matters = (vote.matter for vote in meeting.votes)
    return "\n".join((meeting.topic, meeting.summary, meeting.resolution, *matters))


def _talks_before(case: Case, meeting: OrgLife) -> bool:
    if meeting.held_on is None:
        return False
    last = meeting.held_on.last()
    first = last - timedelta(case.values.number("组织生活.会前谈心天数"))
    return any(t.held_on and first <= t.held_on.first() <= last for t in case.entries(Talk))


def _graded_on_probation(case: Case, appraisal: Appraisal) -> int:
    on = appraisal.held_on.first() if appraisal.held_on else case.on
    people = (case.roster.person(row.who) for row in appraisal.results if row.grade)
    return sum(p is not None and p.category_on(on) is Category.PROBATIONARY for p in people)


def _reported(case: Case, *occasions: Occasion) -> bool:
    """Whether a report on such an occasion is set for a day of the period."""
    period, previous = case.year.period, case.year.previous
    settings: Sequence[ReportSettings] = (
        *case.year.counted(ReportSettings),
        *(previous.counted(ReportSettings) if previous else ()),
    )
    return any(
        s.occasion in occasions and s.reported_on and period.holds(s.reported_on) for s in settings
    )


RULES = (
    yearly_org_life, org_life_in_fourth_quarter, org_life_prepared, org_life_measures,
    yearly_appraisal, appraisal_participation, appraisal_excellent, appraisal_grades,
    reports_to_superior, reports_to_members,
)  # fmt: skip
