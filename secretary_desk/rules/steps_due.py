"""Which steps of 发展党员 are due soon, and by which values the calendar tells of what is."""

from collections.abc import Iterator
from datetime import date, timedelta

from ..facts.due import DEADLINE_NOTICE, Due, Terms, told_when
from ..kinds.development import Development, Step
from ..kinds.rule_value import RuleValue
from ..records.day import Day
from ..records.record import ref
from ..records.year import Year
from .path import path
from .values import Values

_YEAR = 12  # months
# 预备期满 is told of by its own line, which those have too of whom there is no way on record.
_TOLD_OF = (Step.CONFIRMATION_REQUEST, Step.CONFIRMATION)


def terms_of(year: Year) -> Terms:
    """Return what 转正 and 换届 are told of by: the self-check's values, the user's first."""
    number = Values(year.counted(RuleValue)).number
    return Terms(
        number("发展党员.预备期月数"),
        _YEAR * number("换届选举.任期"),
        _YEAR * number("换届选举.村社区任期"),
        number("换届选举.提醒"),
    )


def steps_due(year: Year, today: date) -> Iterator[Due]:
    """Yield the next steps whose last day is near or past and that have no day yet."""
    values = Values(year.counted(RuleValue))
    for way in (*year.counted(Development), *year.aside(Development)):
        step = path(way, values, today).next
        latest = step.latest if step else None
        if step is None or latest is None or step.on or step.step in _TOLD_OF or not way.who:
            continue
        if latest.day <= today + timedelta(DEADLINE_NOTICE):
            when = told_when(Day(latest.day.isoformat()), today)
            text = f"{way.who.name}：{step.step}（{latest.words}）"
            yield Due(text, when, latest.day, ref(way))
