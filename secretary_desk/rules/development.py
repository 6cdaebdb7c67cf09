"""党员发展: from the application to the education of 入党积极分子."""

from collections.abc import Iterator, Sequence

from ..kinds.development import Development, Step
from ..records.day import Day
from ..records.record import Ref, ref
from .bounds import ACTIVIST_FILED, APPLIED, TALK, months_told
from .case import Case
from .dates import months_later
from .regime import both
from .rule import Area, Found, State, Weight, rule
from .sources import CUSTOM
from .ways import (
    LATER,
    done,
    filed,
    involved,
    is_open,
    months_between,
    name,
    nobody_at,
    of_way,
    ways,
    within,
)

_YEAR = 12  # months
_BEGUN = (Step.TRAINING, Step.SPONSORS, Step.ACTIVIST)


@rule(
    Area.DEVELOPMENT, "年满18岁的，可以申请入党",
    source=both(5), weight=Weight.MUST, unless=nobody_at(Step.APPLICATION),
)  # fmt: skip
def adult_at_application(case: Case) -> Iterator[Found]:
    """By the day of birth on the roster."""
    years = case.values.number("发展党员.申请年龄")
    for way in ways(case):
        applied, person = done(case, way, Step.APPLICATION), case.roster.person(way.who)
        if applied is None:
            continue
        entries: tuple[Ref, ...] = (ref(person), ref(way)) if person else (ref(way),)
        born = person.born_on if person else None
        if born is None:
            text = f"递交入党申请书时是否年满{years}岁待核：党员名册里没有出生年月"
        elif applied.first() < months_later(born.last(), years * _YEAR):
            text = f"{applied.show()}递交入党申请书，是否年满{years}岁待核：{born.show()}出生"
        else:
            continue
        yield Found(State.UNCLEAR, f"{name(way)}{text}", way.id, entries)


@rule(
    Area.DEVELOPMENT, "收到入党申请书后一个月内派人同申请人谈话",
    source=both(7), weight=Weight.MUST, unless=nobody_at(Step.APPLICATION),
)  # fmt: skip
def talk_after_application(case: Case) -> Iterator[Found]:
    """A natural month from the application."""
    yield from within(case, TALK)


@rule(
    Area.DEVELOPMENT, "递交入党申请书满三个月再确定为入党积极分子",
    source=CUSTOM.whole(), weight=Weight.ADVICE, unless=nobody_at(Step.ACTIVIST),
)  # fmt: skip
def activist_after_months(case: Case) -> Iterator[Found]:
    """A custom of some places."""
    yield from within(case, APPLIED)


@rule(
    Area.DEVELOPMENT, "确定入党积极分子后报上级党委备案",
    source=both(8), weight=Weight.MUST, unless=nobody_at(Step.ACTIVIST),
)  # fmt: skip
def activists_filed(case: Case) -> Iterator[Found]:
    """Filed at all; how soon is custom."""
    yield from filed(case, ACTIVIST_FILED)


@rule(
    Area.DEVELOPMENT, "指定一至两名正式党员作入党积极分子的培养联系人",
    source=both(9), weight=Weight.MUST, unless=nobody_at(Step.SPONSORS, Step.TRAINING),
)  # fmt: skip
def sponsors_are_members(case: Case) -> Iterator[Found]:
    """One or two, full members on the day they were named."""
    most = case.values.number("发展党员.培养联系人最多")
    for way in ways(case):
        on = done(case, way, Step.SPONSORS, Step.TRAINING)
        if on is not None:
            numbers = range(1, most + 1)
            yield from involved(case, way, way.sponsors, on, "培养联系人", numbers)


@rule(
    Area.DEVELOPMENT, "党支部每半年对入党积极分子进行一次考察",
    source=both(11), weight=Weight.MUST, unless=nobody_at(*_BEGUN),
)  # fmt: skip
def examined_half_yearly(case: Case) -> Iterator[Found]:
    """As often as whole half-years lie between the beginning and 确定发展对象."""
    months = case.values.number("发展党员.考察间隔月数")
    for way in ways(case):
        yield from _often(case, way, [row.on for row in way.examinations], months, "考察")


@rule(
    Area.DEVELOPMENT, "入党积极分子每季度写一次思想汇报",
    source=CUSTOM.whole(), weight=Weight.ADVICE, unless=nobody_at(*_BEGUN),
)  # fmt: skip
def thoughts_reported(case: Case) -> Iterator[Found]:
    """A custom of many places."""
    months = case.values.number("发展党员.思想汇报间隔月数")
    for way in ways(case):
        yield from _often(case, way, [row.on for row in way.reports], months, "思想汇报")


def _often(
    case: Case, way: Development, days: Sequence[Day | None], months: int, what: str
) -> Iterator[Found]:
    """Yield that something was done less often than whole spans of months have passed."""
    since, until = done(case, way, *_BEGUN), _until(case, way)
    if since is None or not months:
        return
    last = until.first() if until else case.on
    least = months_between(since.last(), last) // months
    known = sum(1 for day in days if day and since.first() <= day.last() and day.first() <= last)
    if known < least:
        often = f"每{months_told(months)}一次的{what}应有{least}次"
        words = f"从{since.show()}起，{often}，登记{known}次"
        yield of_way(State.UNREGISTERED, way, words)


def _until(case: Case, way: Development) -> Day | None:
    """Return when someone ceased to be 积极分子; None while he is one."""
    stopped = None if is_open(case, way) else way.stopped_on
    return done(case, way, Step.CANDIDATE, *LATER) or stopped


RULES = (
    adult_at_application, talk_after_application, activist_after_months, activists_filed,
    sponsors_are_members, examined_half_yearly, thoughts_reported,
)  # fmt: skip
