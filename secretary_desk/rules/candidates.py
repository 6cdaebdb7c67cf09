"""党员发展: from 确定发展对象 to the training before someone is admitted."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ..kinds.development import Course, Step
from ..records.text import trimmed
from .bounds import CANDIDATE_FILED, CULTIVATED, notices
from .case import Case
from .flags import any_of
from .regime import Regime, both, regime_on
from .rule import Area, Found, State, Weight, rule
from .sources import DEVELOPMENT_2026
from .ways import (
    LATER,
    done,
    filed,
    involved,
    nobody_at,
    not_revised,
    of_way,
    preceded,
    reached,
    ways,
    within,
)
from .workdays import working_days


@rule(
    Area.DEVELOPMENT, "经过一年以上培养教育和考察，可以列为发展对象",
    source=both(13), weight=Weight.MUST, unless=nobody_at(Step.CANDIDATE),
)  # fmt: skip
def cultivated_a_year(case: Case) -> Iterator[Found]:
    """From the day someone became 积极分子."""
    yield from within(case, CULTIVATED)


@rule(
    Area.DEVELOPMENT, "确定发展对象公示不少于5个工作日",
    source=DEVELOPMENT_2026.article(13), weight=Weight.ADVICE,
    unless=any_of(not_revised, nobody_at(Step.CANDIDATE)),
)  # fmt: skip
def candidate_announced(case: Case) -> Iterator[Found]:
    """Of whom the revision holds, by the day of 备案; a notice's first and last day count."""
    least = case.values.number("发展党员.公示工作日")
    for way in ways(case):
        on = done(case, way, Step.CANDIDATE)
        if not least or on is None or regime_on(on.last(), case.values) is Regime.FIRST:
            continue
        filed_on = done(case, way, Step.CANDIDATE_FILED)
        last = filed_on.last() if filed_on else case.on
        known = [n for n in notices(way) if n.since and n.since.first() <= last]
        lasted = [
            working_days(n.since.last(), n.until.first(), least)
            for n in known
            if n.since and n.until
        ]
        if not known:
            yield of_way(State.UNREGISTERED, way, "确定发展对象的公示未登记")
        elif max(lasted, default=0) < least:
            words = f"确定发展对象的公示是否满{least}个工作日待核"
            yield of_way(State.UNCLEAR, way, words)


@rule(
    Area.DEVELOPMENT, "确定发展对象后报上级党委备案",
    source=both(13), weight=Weight.MUST, unless=nobody_at(Step.CANDIDATE),
)  # fmt: skip
def candidates_filed(case: Case) -> Iterator[Found]:
    """Filed at all; how soon is custom."""
    yield from filed(case, CANDIDATE_FILED)


@rule(
    Area.DEVELOPMENT, "发展对象有两名正式党员作入党介绍人",
    source=both(14), weight=Weight.MUST, unless=nobody_at(Step.INTRODUCERS, *LATER),
)  # fmt: skip
def introducers_are_members(case: Case) -> Iterator[Found]:
    """Two, full members on the day they were named."""
    wanted = case.values.number("发展党员.入党介绍人")
    for way in ways(case):
        on = done(case, way, Step.INTRODUCERS, *LATER)
        if on is not None:
            numbers = range(wanted, wanted + 1)
            yield from involved(case, way, way.introducers, on, "入党介绍人", numbers)


@rule(
    Area.DEVELOPMENT, "发展对象须经政治审查",
    source=both(16), weight=Weight.MUST, unless=nobody_at(*LATER),
)  # fmt: skip
def politically_reviewed(case: Case) -> Iterator[Found]:
    """Before the superior committee's 预审, else before the meeting."""
    yield from preceded(case, Step.POLITICAL_REVIEW, LATER)


@rule(
    Area.DEVELOPMENT, "发展对象集中培训一般不少于3天或24个学时",
    source=both(17), weight=Weight.USUAL, unless=nobody_at(Step.COURSE, *LATER),
)  # fmt: skip
def trained_before_admission(case: Case) -> Iterator[Found]:
    """Enough days or enough hours of the courses that had begun by the meeting."""
    days = case.values.number("发展党员.集中培训天数")
    hours = case.values.number("发展党员.集中培训学时")
    for way in (way for way in ways(case) if reached(case, way, Step.COURSE)):
        until = done(case, way, Step.ADMISSION)
        last = until.last() if until else case.on
        courses = [c for c in way.courses if c.since is None or c.since.first() <= last]
        known_days, known_hours = _days(courses), _hours(courses)
        if not courses and done(case, way, Step.COURSE) is None:
            yield of_way(State.UNREGISTERED, way, "的集中培训未登记")
        elif known_days < days and known_hours < hours:
            words = f"的集中培训登记{known_days}天、{trimmed(known_hours)}学时"
            yield of_way(State.UNCLEAR, way, f"{words}，不足{days}天或者{hours}学时")


def _days(courses: Sequence[Course]) -> int:
    whole = [c for c in courses if c.since and c.since.whole]
    ends = [(c.since, c.until if c.until and c.until.whole else c.since) for c in whole]
    return sum(max(0, (u.first() - s.first()).days + 1) for s, u in ends if s and u)


def _hours(courses: Sequence[Course]) -> Decimal:
    return sum((course.hours or Decimal(0) for course in courses), Decimal(0))


RULES = (
    cultivated_a_year, candidate_announced, candidates_filed, introducers_are_members,
    politically_reviewed, trained_before_admission,
)  # fmt: skip
