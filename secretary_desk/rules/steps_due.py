"""Which steps of 发展党员 are due soon, for what the calendar says is to be done."""

from collections.abc import Iterator
from datetime import date, timedelta

from ..facts.due import DEADLINE_NOTICE, Due, told_when
from ..kinds.development import Development, Step
from ..kinds.rule_value import RuleValue
from ..records.day import Day
from ..records.record import ref
from ..records.year import Year
from .path import path
from .values import Values

# 预备期满 is told of by its own line, which those have too of whom there is no way on record.
_TOLD_OF = (Step.CONFIRMATION_REQUEST, Step.CONFIRMATION)


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
