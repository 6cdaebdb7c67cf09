"""What is to be done soon, as the register tells it on a day."""

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ..kinds import kind_of
from ..kinds.branch import Branch, BranchType, UnitType
from ..kinds.development import Development, Step
from ..kinds.person import Category, Person
from ..kinds.problem import Problem, State
from ..records.day import LAST_YEAR, Day
from ..records.record import R, Record, Ref, is_complete, ref
from ..records.specs import Link
from ..records.year import Year
from .rhythm import Every, Month, Row

PROBATION_NOTICE = 60  # days
DEADLINE_NOTICE = 30  # days
_NEAR = 60  # days: nearer than this a date says more than a number of months


@dataclass(frozen=True, slots=True)
class Terms:
    """How many months something lasts, and how long ahead its end is told of.

    转正 is discussed when probation is over (《中国共产党发展党员工作细则》, articles 32 and 33).
    村、社区党支部委员会每届任期5年，其他一般3年；提前6个月提醒换届
    (《中国共产党支部工作条例（试行）》, article 21).
    """

    probation: int = 12
    office: int = 36
    village_office: int = 60
    office_notice: int = 6


STATUTORY = Terms()


@dataclass(frozen=True, slots=True)
class Due:
    """Something to be done: what, when in words, and the entry that it is about or a new one.

    ``page`` is the kind among whose entries it is to be done, where it is neither.
    """

    text: str
    when: str
    by: date
    entry: Ref | None = None
    draft: Record | None = None
    page: str = ""

    @property
    def kind(self) -> str:
        """The name of the kind of what it leads to."""
        if self.entry:
            return self.entry.kind
        return kind_of(self.draft).name if self.draft else self.page


def dues(year: Year, rows: Sequence[Row], today: date, terms: Terms = STATUTORY) -> list[Due]:
    """Return what is due soon or past, the most urgent first; ``rows`` are the year's rhythms."""
    found = (
        *_by(_probations(year, today, terms), today + timedelta(PROBATION_NOTICE)),
        *_by(_offices(year, today, terms), _months_later(today, terms.office_notice)),
        *_unregistered(rows, today),
        *_by(_deadlines(year, today), today + timedelta(DEADLINE_NOTICE)),
        *_unfinished(year),
    )
    return sorted(found, key=lambda due: due.by)


def deadlines(year: Year, today: date, terms: Terms = STATUTORY) -> list[Due]:
    """Return everything that has a last day, however far off: 转正, 换届, 整改时限."""
    ends = *_probations(year, today, terms), *_offices(year, today, terms)
    return [*ends, *_deadlines(year, today)]


def _by(found: Iterator[Due], last: date) -> Iterator[Due]:
    return (due for due in found if due.by <= last)


def _probations(year: Year, today: date, terms: Terms) -> Iterator[Due]:
    for name, joined_on, entry in _on_probation(year, today):
        ends = _later(joined_on, terms.probation)
        if ends and isinstance(entry, Development):
            ends = _later(ends, entry.extended_by)
        if ends:
            yield Due(
                f"{name}预备期满，应讨论转正", told_when(ends, today), ends.last(), ref(entry)
            )


def _on_probation(year: Year, today: date) -> Iterator[tuple[str, Day, Record]]:
    """Yield who is a 预备党员, since when, and the entry in which 转正 would be written."""
    ways = [d for d in _every(year, Development) if d.who]
    people = _every(year, Person)
    for person in people:
        way = next((d for d in ways if Link(person.id, person.name).same(d.who)), None)
        waiting = person.category_on(today) is Category.PROBATIONARY and not person.confirmed_on
        if waiting and person.joined_on and not (way and way.ended_on):
            yield person.name, person.joined_on, way or person
    for way in ways:
        admitted, known = way.on(Step.ADMISSION), (Link(p.id, p.name) for p in people)
        if admitted and way.who and not way.ended_on and not any(map(way.who.same, known)):
            yield way.who.name, admitted, way


def _offices(year: Year, today: date, terms: Terms) -> Iterator[Due]:
    branch = year.one(Branch)
    if branch is None or branch.branch_type is BranchType.TEMPORARY:  # article 8: no 换届
        return
    ends, note = branch.term_ends_on, ""
    if ends is None and branch.elected_on and branch.unit_type:
        village = branch.unit_type in (UnitType.VILLAGE, UnitType.COMMUNITY)
        ends = _later(branch.elected_on, terms.village_office if village else terms.office)
        note = "（按换届日期推算）"
    if ends:
        who = "支部" if branch.no_committee else "支部委员会"
        yield Due(f"{who}任期届满{note}", told_when(ends, today), ends.last(), ref(branch))


def _unregistered(rows: Sequence[Row], today: date) -> Iterator[Due]:
    now = Month.of(today)
    for row in rows:
        if any(cell.due and cell.month == now for cell in row.cells):
            yield _registering(row, now)


def _registering(row: Row, now: Month) -> Due:
    rhythm = row.rhythm
    match rhythm.every:
        case Every.QUARTER:
            quarter = Month(now.year, now.quarter[1] * 3 + 3)
            span, when, last = f"{'一二三四'[now.quarter[1]]}季度", "本季度", quarter.day.last()
        case Every.YEAR:
            span, when, last = "本年", "本年", row.cells[-1].month.day.last()
        case _:
            span, when, last = f"{now.month}月", "本月", now.day.last()
    words = f"{span}{rhythm.label}未登记"
    if not rhythm.on:  # its entries are there: a row in each is wanting
        return Due(words, when, last, page=rhythm.kind.name)
    return Due(words, when, last, draft=rhythm.draft(now.day))


def _deadlines(year: Year, today: date) -> Iterator[Due]:
    for problem in _every(year, Problem):
        if problem.is_closed(today):
            continue
        steps = ((f"整改措施：{s.measure}", s.due_on) for s in problem.steps if not s.done_on)
        lasting = problem.state is State.LASTING
        whole = [] if lasting else [(f"问题整改：{problem.problem}", problem.due_on)]
        for text, due_on in (*whole, *steps):
            if due_on and not problem.is_closed(due_on.last()):
                yield Due(text, told_when(due_on, today), due_on.last(), ref(problem))


def _unfinished(year: Year) -> Iterator[Due]:
    for entries in year.aside_entries.values():
        found = [entry for entry in entries if not is_complete(entry)]
        if found:
            words = f"{kind_of(found[0]).label}有{len(found)}条未填完"
            yield Due(words, "", date.max, ref(found[0]))


def _every(year: Year, cls: type[R]) -> list[R]:
    return [*year.counted(cls), *year.aside(cls)]


def _later(day: Day, months: int) -> Day | None:
    """Return a day so many months later, as precise as it was known; None past all years."""
    later = _months_later(day.first(), months)
    return Day(later.isoformat()[: len(day[:10])]) if later.year <= LAST_YEAR else None


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def told_when(day: Day, today: date) -> str:
    """Return when a day is as people say it: 12月3日, 本月, 还有5个月, 已过3天."""
    if day.last() < today:
        return f"已过{_long(day.last(), today, day)}"
    if day.first() <= today:
        return {4: "今年", 7: "本月"}.get(len(day), "今天")
    if len(day) == 4 or (day.last() - today).days <= _NEAR:
        return day.show_in_year()
    return f"还有{_long(today, day.last(), day)}"


def _long(start: date, end: date, day: Day) -> str:
    """Return how long it is between two dates, no more precisely than the day is known."""
    months = (end.year - start.year) * 12 + end.month - start.month
    if len(day) == 4:
        return f"{end.year - start.year}年"
    if not day.whole:
        return f"{months}个月"
    days = (end - start).days
    return f"{days}天" if days <= _NEAR else f"{months - (end.day < start.day)}个月"
