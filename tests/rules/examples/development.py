"""党员发展: a way that keeps each rule, one that does not, and none that it could apply to."""

from decimal import Decimal

from rules.cases import Example, meeting, person
from rules.ways import NEW, TWO, named, until, way

from secretary_desk.kinds.development import (
    Course,
    Examination,
    Notice,
    Step,
    ThoughtReport,
)
from secretary_desk.kinds.person import Category
from secretary_desk.kinds.study_meeting import Form, Vote
from secretary_desk.records.day import Day

YOUNG = person("少", category=Category.APPLICANT, born_on=Day("2005-03-02"))
ACTIVIST = person("积", category=Category.ACTIVIST)
LONG = Course(since=Day("2024-11-12"), until=Day("2024-11-14"), hours=Decimal(24))
SHORT = Course(since=Day("2024-11-12"), until=Day("2024-11-13"), hours=Decimal(16))
REVISED = {"CANDIDATE": "2026-06-15", "CANDIDATE_FILED": None}
PROBATION = "预备期满一年：2025年12月10日起"


def vote(entitled=24, present=20, ayes=18, matter="接收"):
    """Return a vote."""
    return Vote(matter=matter, entitled=entitled, present=present, ayes=ayes)


def exams(*days):
    """Return examinations by their days."""
    return {"examinations": tuple(Examination(on=Day(day)) for day in days)}


def reports(*days):
    """Return reports of thoughts by their days."""
    return {"reports": tuple(ThoughtReport(on=Day(day)) for day in days)}


def notice(since, last):
    """Return a public notice."""
    return {"notices": (Notice(since=Day(since), until=Day(last)),)}


def example(step, good, bad, found):
    """Return an example of someone's way: ``step`` is where nobody has come to."""
    known = [NEW, *TWO, ACTIVIST, meeting(Form.GENERAL, "2026-03-05")]
    reason = f"没有人到“{step}”这一步"
    return Example([*known, *good], [*known, *bad], [found], known, reason)


def at(step, good, bad, found):
    """Return an example of two ways of one person."""
    return example(step, [good], [bad], f"示例新{found}")


EXAMPLES = {
    "adult_at_application": example(
        Step.APPLICATION,
        [way(until(Step.APPLICATION))],
        [YOUNG, way(until(Step.APPLICATION), who=YOUNG)],
        "示例少2023年1月10日递交入党申请书，是否年满18岁待核：2005年3月2日出生",
    ),
    "talk_after_application": at(
        Step.APPLICATION,
        way(until(Step.TALK)),
        way(until(Step.TALK, TALK="2023-02-11")),
        "党组织派人谈话登记在2023年2月11日；递交申请书后一个月内：2023年2月10日前",
    ),
    "activist_after_months": at(
        Step.ACTIVIST,
        way(until(Step.ACTIVIST)),
        way(until(Step.ACTIVIST, ACTIVIST="2023-04-09")),
        "推荐和确定入党积极分子登记在2023年4月9日；递交申请书满三个月：2023年4月10日起",
    ),
    "activists_filed": at(
        Step.ACTIVIST,
        way(until(Step.ACTIVIST_FILED)),
        way(until(Step.ACTIVIST)),
        "2023年9月12日推荐和确定入党积极分子，积极分子上级备案未登记",
    ),
    "sponsors_are_members": at(
        Step.SPONSORS,
        way(until(Step.SPONSORS), sponsors=named()),
        way(until(Step.SPONSORS), sponsors=named([TWO[0], ACTIVIST])),
        "的培养联系人待核：示例积在2023年9月28日按名册是积极分子",
    ),
    "examined_half_yearly": at(
        Step.TRAINING,
        way(until(Step.CANDIDATE), **exams("2024-03-20", "2024-09-18")),
        way(until(Step.CANDIDATE), **exams("2024-03-20")),
        "从2023年9月28日起，每半年一次的考察应有2次，登记1次",
    ),
    "thoughts_reported": at(
        Step.TRAINING,
        way(until(Step.CANDIDATE), **reports("2023-12", "2024-03", "2024-06", "2024-09")),
        way(until(Step.CANDIDATE), **reports("2023-12", "2024-06")),
        "从2023年9月28日起，每三个月一次的思想汇报应有4次，登记2次",
    ),
    "cultivated_a_year": at(
        Step.CANDIDATE,
        way(until(Step.CANDIDATE)),
        way(until(Step.CANDIDATE, CANDIDATE="2024-09-11")),
        "确定发展对象登记在2024年9月11日；培养满一年：2024年9月12日起",
    ),
    "candidate_announced": at(
        Step.CANDIDATE,
        way(until(Step.CANDIDATE, **REVISED), **notice("2026-06-08", "2026-06-12")),
        way(until(Step.CANDIDATE, **REVISED), **notice("2026-06-08", "2026-06-11")),
        "确定发展对象的公示是否满5个工作日待核",
    ),
    "candidates_filed": at(
        Step.CANDIDATE,
        way(until(Step.CANDIDATE_FILED)),
        way(until(Step.CANDIDATE)),
        "2024年10月15日确定发展对象，发展对象上级备案未登记",
    ),
    "introducers_are_members": at(
        Step.INTRODUCERS,
        way(until(Step.INTRODUCERS), introducers=named()),
        way(until(Step.INTRODUCERS), introducers=named(TWO[:1])),
        "的入党介绍人待核：登记了1名",
    ),
    "politically_reviewed": at(
        Step.PRELIMINARY,
        way(until(Step.PRELIMINARY)),
        way(until(Step.PRELIMINARY, POLITICAL_REVIEW=None)),
        "上级党委预审已经登记，政治审查未登记",
    ),
    "trained_before_admission": at(
        Step.COURSE,
        way(until(Step.COURSE), courses=(LONG,)),
        way(until(Step.COURSE), courses=(SHORT,)),
        "的集中培训登记2天、16学时，不足3天或者24学时",
    ),
    "examined_by_superior": at(
        Step.ADMISSION,
        way(until(Step.ADMISSION)),
        way(until(Step.ADMISSION, PRELIMINARY="2024-12-11")),
        "上级党委预审登记在2024年12月11日，晚于支部大会讨论接收2024年12月10日",
    ),
    "meeting_after_examination": at(
        Step.PRELIMINARY,
        way(until(Step.ADMISSION, PRELIMINARY="2026-05-20", FORM=None, ADMISSION="2026-06-20")),
        way(until(Step.ADMISSION, PRELIMINARY="2026-05-20", FORM=None, ADMISSION="2026-06-21")),
        "支部大会讨论接收登记在2026年6月21日；预审合格后一个月内：2026年6月20日前",
    ),
    "votes_recorded": at(
        Step.ADMISSION,
        way(until(Step.ADMISSION), votes=(vote(),)),
        way(until(Step.ADMISSION), votes=(vote(ayes=None),)),
        "支部大会讨论接收的应到、实到有表决权人数和同意票数没有登记全",
    ),
    "more_than_half_present": at(
        Step.ADMISSION,
        way(until(Step.ADMISSION), votes=(vote(present=13, ayes=13),)),
        way(until(Step.ADMISSION), votes=(vote(present=12, ayes=12),)),
        "支部大会讨论接收：应到有表决权24人，实到12人，没有超过半数",
    ),
    "more_than_half_ayes": at(
        Step.ADMISSION,
        way(until(Step.ADMISSION), votes=(vote(ayes=13),)),
        way(until(Step.ADMISSION), votes=(vote(ayes=12),)),
        "支部大会讨论接收：应到有表决权24人，同意12票，没有超过半数",
    ),
    "admission_approved": at(
        Step.ADMISSION,
        way(until(Step.APPROVAL, APPROVAL="2025-03-10")),
        way(until(Step.APPROVAL, APPROVAL="2025-06-11")),
        "上级党委审批登记在2025年6月11日；支部大会通过后三个月内：2025年3月10日前",
    ),
    "oath_sworn": at(
        Step.APPROVAL,
        way(until(Step.OATH, APPROVAL="2026-06-10", OATH="2026-07-10")),
        way(until(Step.OATH, APPROVAL="2026-06-10", OATH="2026-07-11")),
        "入党宣誓登记在2026年7月11日；上级党委批准后一个月内：2026年7月10日前",
    ),
    "probation_of_a_year": at(
        Step.CONFIRMATION,
        way(until(Step.CONFIRMATION, CONFIRMATION="2025-12-10")),
        way(until(Step.CONFIRMATION, CONFIRMATION="2025-12-09")),
        f"支部大会讨论转正登记在2025年12月9日；{PROBATION}",
    ),
    "probation_extended": at(
        Step.ADMISSION,
        way(until(Step.PROBATION), notes={Step.PROBATION: "延长预备期6个月"}),
        way(until(Step.PROBATION), notes={Step.PROBATION: "延长预备期3个月"}),
        "登记延长预备期3个月，不在6至12个月",
    ),
    "confirmation_requested": at(
        Step.ADMISSION,
        way(until(Step.CONFIRMATION_REQUEST)),
        way(until(Step.PROBATION)),
        f"提出转正申请未登记；{PROBATION}",
    ),
    "confirmation_discussed": at(
        Step.ADMISSION,
        way(until(Step.CONFIRMATION_APPROVAL)),
        way(until(Step.CONFIRMATION_REQUEST)),
        "支部大会讨论转正未登记；预备期满后及时讨论，一般一个月内：2026年1月10日前",
    ),
    "confirmation_approved": at(
        Step.CONFIRMATION,
        way(until(Step.CONFIRMATION_APPROVAL)),
        way(until(Step.CONFIRMATION)),
        "上级党委审批转正未登记；支部大会通过后三个月内：2026年3月11日前",
    ),
    "decided_at_meetings": at(
        Step.ACTIVIST,
        way({Step.ADMISSION: "2026-03-05"}),
        way({Step.ADMISSION: "2026-03-06"}),
        "3月6日支部大会讨论接收，同一天的支部党员大会未登记",
    ),
    "steps_in_order": at(
        Step.APPLICATION,
        way(until(Step.SPONSORS)),
        way(until(Step.SPONSORS, SPONSORS="2023-09-20")),
        "的步骤先后待核：指定培养联系人2023年9月20日早于积极分子上级备案2023年9月26日",
    ),
    "steps_dated": at(
        Step.APPLICATION,
        way(until(Step.ADMISSION)),
        way(until(Step.ADMISSION, FORM=None)),
        "有“填写入党志愿书”1步没有登记日期",
    ),
    "papers_complete": at(
        Step.APPLICATION,
        way(until(Step.TALK)),
        way(until(Step.TALK), papers=False),
        "有“递交入党申请书”、“党组织派人谈话”2步没有勾“材料齐全”",
    ),
}
