"""What lies on which day: entries by their dates, last days of what is to be done, offers."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from ..facts.due import deadlines
from ..facts.rhythm import RHYTHMS, Month, months_of
from ..kinds import KINDS, kind_of
from ..kinds.appraisal import Appraisal
from ..kinds.branch import Branch
from ..kinds.development import Development
from ..kinds.partnership import Partnership
from ..kinds.person import Person
from ..kinds.problem import Problem
from ..kinds.rule_value import RuleValue
from ..kinds.theme_day import ThemeDay
from ..kinds.vanguard import Vanguard
from ..records.day import Day
from ..records.kind import Point, Span
from ..records.record import Record, Ref, ref
from ..records.specs import Choice, Line, Linked
from ..records.year import Year
from .calendar_values import terms_of
from .fixed_day import read_fixed_day
from .path import path
from .values import Values

_THEME_DAY = next(rhythm for rhythm in RHYTHMS if rhythm.kind.record is ThemeDay)
# Their entries are called by whom or what they were about, which does not tell what they are.
_NAMED_BY_OTHERS = ("talk", "visit", "inspection", "election")


class Sort(StrEnum):
    """Why something lies on a day."""

    ENTRY = "记录"
    DUE = "到期"
    NEXT = "可以办"
    OFFER = "可以记"


@dataclass(frozen=True, slots=True)
class Happening:
    """What lies on a day, or in a month where no more is known; the entry that it leads to, or
    for an offer the new one that would be begun."""

    on: Day
    text: str
    sort: Sort
    kind: str
    entry: Ref | None = None
    draft: Record | None = None

    @property
    def month(self) -> Month:
        """The month in which it lies."""
        return Month.of(self.on.first())


def agenda(year: Year, today: date) -> list[Happening]:
    """Return everything of a year that has a day or a month, in order; offers come first."""
    found = [*offers(year), *_dues(year, today), *_steps(year, today), *_entries(year)]
    return sorted(found, key=lambda each: each.on[:10])


def offers(year: Year) -> list[Happening]:
    """Return an offer for each month without a 主题党日."""
    found = (offer(year, month) for month in months_of(year.period))
    return [each for each in found if each is not None]


def offer(year: Year, month: Month) -> Happening | None:
    """Return the branch's fixed day of a month with a new 主题党日 for it, held as the last was.

    Where the branch's words name no one day, the month is offered; nothing where one is on record
    or the branch was not founded yet.
    """
    branch = year.one(Branch)
    fixed = read_fixed_day(branch.theme_day) if branch else None
    held = [d for d in (*year.counted(ThemeDay), *year.aside(ThemeDay)) if d.held_on]
    text, on = "主题党日", month.day
    if fixed:
        sure = "" if fixed.is_sure(month) else "，节假日未定"
        text, on = f"主题党日（固定日{sure}）", Day(fixed.on(month).isoformat())
    since = branch.founded_on.first() if branch and branch.founded_on else year.period.start
    if on.last() < since or any(month in _THEME_DAY.months_of(entry) for entry in held):
        return None
    pattern = max(held, key=lambda d: d.held_on or "", default=None)
    return Happening(on, text, Sort.OFFER, "theme_day", draft=theme_day(on, pattern))


def theme_day(on: Day, pattern: ThemeDay | None) -> ThemeDay:
    """Return a new 主题党日 with the place and organiser of another."""
    draft = ThemeDay(held_on=on)
    if pattern is None:
        return draft
    return replace(draft, place=pattern.place, organiser=pattern.organiser)


def brief(record: Record) -> str:
    """Return an entry in a few words without its date: ``支部委员会 研究发展对象``."""
    kind = kind_of(record)
    names = (n for n in kind.columns if n in kind.specs and n != "year")
    name = next((n for n in names if isinstance(kind.specs[n], (Line, Choice, Linked))), "")
    label = kind.label if kind.name in _NAMED_BY_OTHERS or not name else ""
    texts = label, name and kind.shown(record, name), getattr(record, "topic", "")
    return " ".join(dict.fromkeys(filter(None, texts)))


def _dues(year: Year, today: date) -> Iterator[Happening]:
    for due in deadlines(year, today, terms_of(year)):
        yield Happening(Day(due.by.isoformat()), due.text, Sort.DUE, due.kind, due.entry)


def _steps(year: Year, today: date) -> Iterator[Happening]:
    """Yield by when the next step of 发展党员 must be taken, and from when on one may be."""
    values = Values(year.counted(RuleValue))
    for way in (*year.counted(Development), *year.aside(Development)):
        step = path(way, values, today).next
        if way.who is None or way.ended_on or step is None:
            continue
        for bound, sort in ((step.latest, Sort.DUE), (step.earliest, Sort.NEXT)):
            if bound and (sort is Sort.DUE or bound.day >= today):
                note = f"{bound.side}，暂算" if bound.provisional else bound.side
                text = f"{way.who.name} {step.step}（{note}）"
                yield Happening(Day(bound.day.isoformat()), text, sort, "development", ref(way))


def _entries(year: Year) -> Iterator[Happening]:
    for kind in KINDS:
        for record in (*year.counted(kind.record), *year.aside(kind.record)):
            words = brief(record)
            for day, what in _days(record):
                if day and len(day) >= 7:
                    text = " ".join(filter(None, (words, what))) or kind.label
                    yield Happening(day, text, Sort.ENTRY, kind.name, ref(record))


def _days(record: Any) -> Iterator[tuple[Day | None, str]]:
    """Yield the days of an entry, each with what it was then."""
    match record:
        case Development():
            yield from ((row.on, row.step or "") for row in record.steps)
        case Problem():
            yield record.found_on, "发现"
            yield record.closed_on, "销号"
        case Appraisal():
            yield record.held_on, ""
        case Partnership():
            yield record.signed_on, "签订协议"
            yield from ((row.on, row.topic) for row in record.activities)
        case Vanguard():
            yield record.founded_on, "成立"
            yield from ((row.on, row.result) for row in record.results)
        case Person():
            yield record.arrived_on, "转入"
            yield record.left_on, "转出"
        case _:
            yield from _by_kind(record)


def _by_kind(record: Record) -> Iterator[tuple[Day | None, str]]:
    match kind_of(record).when:
        case Point(on):
            yield getattr(record, on), ""
        case Span(start, end):
            first, last = getattr(record, start), getattr(record, end)
            yield first, "开始" if last and last != first else ""
            yield last if last != first else None, "结束"
