"""三会一课: meetings of the branch and its lessons."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ..records.day import Day
from ..records.declare import amount, choice, count, day, line, person, prose, rows, yes
from ..records.fact import Fact, Listing, Measure, Shelf, split
from ..records.fields import Row
from ..records.kind import Kind, Point
from ..records.record import (
    Attendance,
    Problem,
    Record,
    attendance_problems,
    due_of,
    people,
    present_of,
)
from ..records.specs import Link
from ..records.year import Year
from .branch import Branch
from .reporter import reporter


class Form(StrEnum):
    """Which of the three meetings, or the lesson."""

    GENERAL = "支部党员大会"
    COMMITTEE = "支部委员会"
    GROUP = "党小组会"
    LESSON = "党课"


SYNONYMS = {
    "党员大会": "支部党员大会", "支部大会": "支部党员大会", "全体党员大会": "支部党员大会",
    "支委会": "支部委员会", "支部委员会会议": "支部委员会", "支委会会议": "支部委员会",
    "小组会": "党小组会", "上党课": "党课", "专题党课": "党课", "微党课": "党课",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote(Row):
    """One matter put to the vote, in numbers of voting members."""

    matter: str = line("事项")
    entitled: int | None = count("应到有表决权", unit="人")
    present: int | None = count("实到", unit="人")
    ayes: int | None = count("同意", unit="票")
    noes: int | None = count("不同意", unit="票")
    abstentions: int | None = count("弃权", unit="票")


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyMeeting(Record):
    """One meeting or lesson."""

    held_on: Day | None = day("日期", required=True, headers=("时间", "会议时间", "开会日期"))
    form: Form | None = choice(
        "类型", Form, synonyms=SYNONYMS, required=True, headers=("会议类型", "类别")
    )
    topic: str = line("主题", required=True, headers=("议题", "会议议题", "会议主题", "题目"))
    first_agenda: bool = yes("第一议题", hint="会上先学习了第一议题")
    group: str = line("党小组")
    place: str = line("地点", headers=("会议地点",))
    host: Link | None = person("主持人", headers=("主持人姓名", "会议主持人"))
    speaker: Link | None = person("主讲人")
    recorder: Link | None = person("记录人", headers=("记录人姓名", "会议记录人"))
    due: int | None = count("应到", unit="人", headers=("应到人数", "应到会人数"))
    present: int | None = count("实到", unit="人", headers=("实到人数", "参加人数"))
    attendance: tuple[Attendance, ...] = people("到会情况")
    guests: str = line("列席", headers=("列席人员",))
    hours: Decimal | None = amount("学时", unit="学时")
    summary: str = prose("内容", headers=("会议内容", "主要内容"))
    resolution: str = prose("决议", headers=("会议决议", "议定事项"))
    votes: tuple[Vote, ...] = rows("表决", Vote)

    def check(self) -> Iterator[Problem]:
        yield from attendance_problems(self.due, self.present, self.attendance)
        for vote in self.votes:
            cast = (vote.ayes or 0) + (vote.noes or 0) + (vote.abstentions or 0)
            if vote.present is not None and cast > vote.present:
                yield Problem("votes", f"“{vote.matter}”票数{cast}多于实到{vote.present}人")


HELD = {form: Measure(f"三会一课.次数.{form.value}", f"{form.value}次数", "次") for form in Form}
ALL_HELD = Measure("三会一课.次数.合计", "三会一课次数", "次")
ATTENDED = Measure("三会一课.参加人次", "三会一课参加人次", "人次")
RATE = Measure("三会一课.到会率", "三会一课到会率", "%")
LESSON_RATE = Measure("三会一课.党课到课率", "党课到课率", "%")
BY_SECRETARY = Measure("三会一课.书记讲党课", "书记讲党课次数", "次")
HOSTED = Measure("三会一课.书记主持支委会", "书记主持支部委员会次数", "次")
FIRST_AGENDA = Measure("三会一课.第一议题", "会上学习第一议题次数", "次")
COMMITTEE_AGENDA = Measure("三会一课.支委会第一议题", "支委会学习第一议题次数", "次")
HOURS = Measure("三会一课.学时", "集中学习学时", "学时")
VOTED = Measure("三会一课.党员大会表决事项", "提交党员大会表决事项", "项")
SHELVES = {form: Shelf(f"三会一课.清单.{form.value}", form.value) for form in Form}
SHELF = Shelf("三会一课.清单.合计", "三会一课")
OWN_LESSONS = Shelf("三会一课.清单.书记党课", "书记讲的党课")


def facts(year: Year) -> Iterator[Fact | Listing | None]:
    """Yield how often, how many people, and what the secretary did."""
    held = year.counted(StudyMeeting)
    yield from split(HELD, held, by=lambda m: m.form)
    yield ALL_HELD.count(held)
    yield ATTENDED.total(held, present_of)
    yield RATE.share(held, present_of, due_of)
    lessons = [m for m in held if m.form is Form.LESSON]
    yield LESSON_RATE.share(lessons, present_of, due_of)
    opened = [m for m in held if m.first_agenda]
    yield FIRST_AGENDA.count(opened)
    yield COMMITTEE_AGENDA.count([m for m in opened if m.form is Form.COMMITTEE])
    yield HOURS.total(held, lambda m: m.hours)
    voted = [m for m in held if m.form is Form.GENERAL]
    yield VOTED.total(voted, lambda m: len(m.votes))
    yield SHELF.holds(held)
    for form, shelf in SHELVES.items():
        yield shelf.holds(m for m in held if m.form is form)
    yield from _secretary_facts(year, lessons)


def _secretary_facts(year: Year, lessons: list[StudyMeeting]) -> Iterator[Fact | Listing | None]:
    branch, me = year.one(Branch), reporter(year)
    if branch is None or me is None:
        return
    own = [m for m in lessons if me.is_me(m.speaker)]
    committee = (m for m in year.counted(StudyMeeting) if m.form is Form.COMMITTEE)
    hosted = [m for m in committee if me.is_me(m.host)]
    yield BY_SECRETARY.of(len(own), [*own, branch])
    yield HOSTED.of(len(hosted), [*hosted, branch])
    yield OWN_LESSONS.holds(own)


KIND = Kind(
    "study_meeting",
    "三会一课",
    StudyMeeting,
    when=Point("held_on"),
    columns=("held_on", "form", "topic", "place", "host", "due", "present"),
    measures=(
        *HELD.values(), ALL_HELD, ATTENDED, RATE, LESSON_RATE, BY_SECRETARY, HOSTED, FIRST_AGENDA,
        COMMITTEE_AGENDA, HOURS, VOTED,
    ),
    shelves=(*SHELVES.values(), SHELF, OWN_LESSONS),
    facts=facts,
)  # fmt: skip
