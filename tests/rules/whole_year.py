"""A year in which everything is done: entries of every kind, none of them to spare or too many."""

from decimal import Decimal
from itertools import combinations

from rules.cases import POSTS, by_month, by_quarter, link, meeting, rows

from secretary_desk.kinds.appraisal import Appraisal
from secretary_desk.kinds.branch import Branch, Group, Post, Seat, UnitType
from secretary_desk.kinds.campaign import Campaign
from secretary_desk.kinds.development import (
    Course,
    Development,
    Examination,
    NamedPerson,
    Notice,
    Step,
    StepRow,
    ThoughtReport,
)
from secretary_desk.kinds.dues import Dues, Paid, Payer
from secretary_desk.kinds.election import Ballot, Election
from secretary_desk.kinds.first_agenda import FirstAgenda
from secretary_desk.kinds.highlight import Highlight
from secretary_desk.kinds.honour import Honour
from secretary_desk.kinds.inspection import Inspection, Shortcoming
from secretary_desk.kinds.integration import Integration
from secretary_desk.kinds.integrity import Form as Clean
from secretary_desk.kinds.integrity import Integrity
from secretary_desk.kinds.org_life import OrgLife
from secretary_desk.kinds.partnership import Partnership
from secretary_desk.kinds.person import Category, Person
from secretary_desk.kinds.plan import Plan
from secretary_desk.kinds.problem import Problem, Source, State
from secretary_desk.kinds.problem import Step as Measure
from secretary_desk.kinds.publicity import Publicity
from secretary_desk.kinds.review_comment import Remark, ReviewComment
from secretary_desk.kinds.service import Service
from secretary_desk.kinds.study_meeting import Form, Vote
from secretary_desk.kinds.talk import Talk
from secretary_desk.kinds.theme_day import ThemeDay
from secretary_desk.kinds.training import Form as Training_
from secretary_desk.kinds.training import Training
from secretary_desk.kinds.vanguard import Form as Post_
from secretary_desk.kinds.vanguard import Vanguard
from secretary_desk.kinds.visit import Visit
from secretary_desk.records.day import Day

GROUPS = ("第一党小组", "第二党小组", "第三党小组")
FULL = [
    Person(
        name=f"示例{number}号", category=Category.FULL, group=GROUPS[number % 3],
        born_on=Day("1985-05"), joined_on=Day("2010-06-01"), confirmed_on=Day("2011-06-01"),
    )
    for number in range(1, 25)
]  # fmt: skip
NEW = Person(
    name="示例25号", category=Category.PROBATIONARY, group=GROUPS[0],
    born_on=Day("1998-03-02"), joined_on=Day("2026-06-18"),
)  # fmt: skip
ALL = [*FULL, NEW]
COMMITTEE, REST = FULL[:5], [*FULL[5:], NEW]
SECRETARY = COMMITTEE[0]
WITH_A_PART = FULL[5:7]  # in 发展党员


def whole_year():
    """Return the entries."""
    return [
        *ALL, *_profiles(), *_meetings(), *_life(), *_talks(), *_education(), *_dues(),
        _development(), *_problems(), *_integrity(), *_other_work(),
    ]  # fmt: skip


def _profiles():
    posts = (*POSTS, Post.DEPUTY)
    seats = tuple(
        Seat(who=link(who), post=post, since=Day("2023-03-31"))
        for who, post in zip(COMMITTEE, posts, strict=True)
    )
    groups = tuple(Group(name=name) for name in GROUPS)
    known = {"name": "示例支部", "unit_type": UnitType.AGENCY, "founded_on": Day("2015-06-01")}
    known |= {"committee": seats, "groups": groups, "theme_day": "每月5日"}
    former = {"elected_on": Day("2023-03-31"), "term_ends_on": Day("2026-03-31")}
    now = {"elected_on": Day("2026-03-10"), "term_ends_on": Day("2029-03-09")}
    ballots = tuple(Ballot(who=link(who), votes=23, elected=True) for who in COMMITTEE)
    yield Branch(filed_under=2025, **known, **former)
    yield Branch(filed_under=2026, **known, **now)
    yield Election(
        held_on=Day("2026-03-10"), entitled=24, present=24, candidates=6, seats=5, issued=24,
        returned=24, valid=24, ballots=ballots, approved_on=Day("2026-03-20"),
    )  # fmt: skip


def _meetings():
    host = link(SECRETARY)

    def committee(day):
        return meeting(Form.COMMITTEE, day, host=host, attendance=rows(*COMMITTEE))

    def lesson(day):
        speaker = link(SECRETARY if day.startswith("2026-02") else COMMITTEE[1])
        return meeting(Form.LESSON, day, speaker=speaker, hours=Decimal(2), attendance=rows(*FULL))

    yield from by_month(committee)
    yield from by_quarter(lesson)
    for group in GROUPS:
        own = [person for person in FULL if person.group == group]
        yield from by_month(
            lambda day, group=group, own=own: meeting(
                Form.GROUP, day, group=group, attendance=rows(*own)
            )
        )
    yield meeting(day="2026-01-20", topic="听取支部书记述职", host=host, attendance=rows(*FULL))
    vote = Vote(matter="接收预备党员", entitled=24, present=24, ayes=24)
    yield meeting(day="2026-06-18", host=host, attendance=rows(*FULL), votes=(vote,))
    yield meeting(day="2026-08-20", host=host, attendance=rows(*ALL))
    yield meeting(day="2026-11-20", host=host, attendance=rows(*ALL))
    yield from by_month(
        lambda day: ThemeDay(held_on=Day(day), topic="学习", attendance=rows(*FULL))
    )
    yield from by_quarter(lambda day: FirstAgenda(held_on=Day(day), studied="示例讲话"))


def _life():
    yield OrgLife(
        held_on=Day("2026-11-12"), topic="组织生活会", study="集中学习", opinions=12,
        shortcomings=9, measures=9, attendance=rows(*ALL),
    )  # fmt: skip
    yield Appraisal(
        year=2026, held_on=Day("2026-12-03"), due=25, present=25, excellent=7, qualified=17
    )


def _talks():
    day = Day("2026-10-15")
    pairs = [*combinations(COMMITTEE, 2)]
    pairs += [(COMMITTEE[number % 5], who) for number, who in enumerate(REST)]
    pairs += [(REST[number], REST[number + 1]) for number in range(0, len(REST), 2)]
    yield from (Talk(held_on=day, talker=link(one), to=link(other)) for one, other in pairs)


def _education():
    day, hours = Day("2026-05-11"), Decimal(24)
    everyone = [person for person in ALL if person is not SECRETARY]
    yield Training(name="党员集中培训", started_on=day, hours=hours, attendance=rows(*everyone))
    yield Training(
        name="书记轮训", started_on=day, hours=hours, attendance=rows(SECRETARY),
        form=Training_.CENTRAL, above_county=True,
    )  # fmt: skip


def _dues():
    money = {"base": Decimal(4000), "rate": Decimal(1), "monthly": Decimal(40)}
    for person in ALL:
        first = 7 if person is NEW else 1  # from the month after the meeting that admitted him
        months = tuple(
            Paid(month=month, paid=Decimal(40), on=Day(f"2026-{month:02}-20"))
            for month in range(first, 13)
        )
        who = link(person)
        yield Dues(who=who, year=2026, payer=Payer.EMPLOYED, months=months, **money)


STEPS = {
    Step.APPLICATION: "2023-01-10", Step.TALK: "2023-01-25", Step.ACTIVIST: "2023-09-12",
    Step.ACTIVIST_FILED: "2023-09-26", Step.SPONSORS: "2023-09-28", Step.TRAINING: "2023-09-28",
    Step.CANDIDATE: "2025-09-22", Step.CANDIDATE_FILED: "2025-10-10",
    Step.INTRODUCERS: "2025-10-20", Step.POLITICAL_REVIEW: "2026-03-20",
    Step.COURSE: "2026-04-13", Step.COMMITTEE_REVIEW: "2026-05-20",
    Step.PRELIMINARY: "2026-06-02", Step.FORM: "2026-06-10", Step.ADMISSION: "2026-06-18",
    Step.INTERVIEW: "2026-07-08", Step.APPROVAL: "2026-07-15", Step.FILED_ABOVE: "2026-07-22",
    Step.ASSIGNED: "2026-07-25", Step.OATH: "2026-08-10", Step.PROBATION: "2026-08-10",
}  # fmt: skip
EXAMINED = ("2024-03-20", "2024-09-18", "2025-03-19", "2025-09-17", "2026-03-18", "2026-09-16")
MONTHS = ("03", "06", "09", "12")
REPORTED = [f"{year}-{month}-20" for year in (2023, 2024, 2025, 2026) for month in MONTHS]


def _development():
    steps = tuple(StepRow(step=s, on=Day(on), papers=True) for s, on in STEPS.items())
    two = tuple(NamedPerson(who=link(who)) for who in WITH_A_PART)
    return Development(
        who=link(NEW), steps=steps, sponsors=two, introducers=two,
        examinations=tuple(Examination(on=Day(on), finding="合格") for on in EXAMINED),
        reports=tuple(ThoughtReport(on=Day(on)) for on in REPORTED),
        courses=(Course(since=Day("2026-04-13"), until=Day("2026-04-15"), hours=Decimal(24)),),
        notices=(
            Notice(since=Day("2025-09-08"), until=Day("2025-09-16")),
            Notice(since=Day("2026-05-21"), until=Day("2026-05-29")),
        ),
        votes=(Vote(matter="接收预备党员", entitled=24, present=24, ayes=24),),
    )  # fmt: skip


def _problems():
    who = link(SECRETARY)
    step = Measure(measure="逐条落实", who=who, due_on=Day("2026-06-30"), done_on=Day("2026-06-20"))
    done = {"steps": (step,), "who": who, "due_on": Day("2026-06-30"), "outcome": "已经落实"}
    done |= {"state": State.DONE, "closed_on": Day("2026-06-25"), "found_on": Day("2026-01-15")}
    remark = Remark(problem="学习形式单一")
    yield ReviewComment(year=2025, reviewer="示例党委", remarks=(remark,))
    yield Problem(problem="学习形式单一", source=Source.REVIEW, **done)
    yield Problem(problem="台账不全", source=Source.OWN, **done)
    closed = Shortcoming(problem="签到表不全", closed_on=Day("2026-04-20"))
    yield Inspection(held_on=Day("2026-03-25"), inspector="示例党委", problems=(closed,))


def _integrity():
    yield Integrity(held_on=Day("2026-03-12"), form=Clean.RESPONSIBILITY, present=5)
    yield Integrity(held_on=Day("2026-09-10"), form=Clean.WARNING, present=25)


def _other_work():
    day = Day("2026-06-08")
    yield Vanguard(name="示例突击队", form=Post_.TASK_FORCE, founded_on=day)
    yield Integration(name="示例融合项目", started_on=day)
    yield Campaign(name="示例行动", started_on=day)
    yield Service(matter="示例实事", held_on=day)
    yield Visit(held_on=day, target="示例社区")
    yield Partnership(name="示例社区党支部", signed_on=day)
    yield Highlight(name="示例亮点", started_on=day)
    yield Honour(name="示例荣誉", given_on=day)
    yield Publicity(headline="示例报道", held_on=day)
    yield Plan(year=2026, plan="示例打算")
