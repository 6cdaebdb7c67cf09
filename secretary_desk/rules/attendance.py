"""Who stays away: members who came to less than half, and those long not seen."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ..facts.attendance import GATHERINGS, Absence, Presence, attendance
from ..facts.rhythm import Month
from ..records.day import Day
from ..records.record import ref
from .case import Case
from .dates import told_months
from .rule import Area, Found, State, Weight, rule
from .sources import CUSTOM, EDUCATION
from .telling import refs


def _without_lists(case: Case) -> str:
    """No entry says who came."""
    listed = any(entry.attendance for cls in GATHERINGS for entry in case.entries(cls))
    return "" if listed else "没有登记到会情况"


@rule(
    Area.EDUCATION, "党员经常参加组织生活，到会不少于应到的一半",
    source=CUSTOM.whole(), weight=Weight.ADVICE, unless=_without_lists,
)  # fmt: skip
def seldom_present(case: Case) -> Iterator[Found]:
    """With the entries that were missed; not before enough of them were due."""
    least, enough = case.values.number("到会.最低比例"), case.values.number("到会.最少应到")
    for of in case.attendance:
        if of.due >= enough and of.present * 100 < of.due * least:
            reasons = sum(bool(absence.reason) for absence in of.absences)
            note = f"，缺席写明原因{reasons}次" if reasons else ""
            text = f"{of.member.name}应到{of.due}次，实到{of.present}次{note}"
            entries = (ref(of.member), *refs(absence.entry for absence in of.absences))
            yield Found(State.HINT, text, of.member.id, entries)


@rule(
    Area.EDUCATION, "没有正当理由，连续6个月不参加党的组织生活的，按自行脱党处理程序核实",
    source=EDUCATION.article(31), weight=Weight.MUST, unless=_without_lists,
)  # fmt: skip
def half_year_absent(case: Case) -> Iterator[Found]:
    """A hint to look: so many months on end with absences without a reason and no presence.

    Months in which nothing was due say nothing; last year's are looked at too.
    """
    most = case.values.number("到会.连续缺席")
    former = _former(case)
    for of in case.attendance:
        before = former.get(of.member.id)
        if len(_unexcused(of) | (_unexcused(before) if before else set())) < most:
            continue
        missed = _missed([before, of] if before else [of])
        this_year = {id(absence) for absence in of.absences}
        lasts = any(id(absence) in this_year for absence in missed)
        if lasts and len({_month(a.entry.held_on) for a in missed}) >= most:
            months = told_months({month for a in missed if (month := _month(a.entry.held_on))})
            text = f"{of.member.name}{months}登记的到会情况都是缺席，没有写原因，请核实"
            yield Found(State.HINT, text, of.member.id, refs(a.entry for a in missed))


def _former(case: Case) -> dict[str, Presence]:
    previous = case.year.previous
    return {p.member.id: p for p in attendance(previous, case.on)} if previous else {}


def _unexcused(of: Presence) -> set[Month | None]:
    return {_month(absence.entry.held_on) for absence in of.absences if not absence.reason}


def _missed(years: Sequence[Presence]) -> list[Absence]:
    """Return the longest run of absences without a reason in months without a presence; a month
    of which every absence has a reason ends it."""
    absences: dict[Month, list[Absence]] = defaultdict(list)
    attended: set[Month] = set()
    for of in years:
        missed = {id(absence.entry) for absence in of.absences}
        attended.update(
            month for e in of.entries if id(e) not in missed and (month := _month(e.held_on))
        )
        for absence in of.absences:
            if month := _month(absence.entry.held_on):
                absences[month].append(absence)
    best: list[Absence] = []
    run: list[Absence] = []
    for month in sorted(absences.keys() | attended):
        unexcused = [absence for absence in absences[month] if not absence.reason]
        run = [*run, *unexcused] if unexcused and month not in attended else []
        best = max(best, run, key=lambda each: len({_month(a.entry.held_on) for a in each}))
    return best


@lru_cache(maxsize=1024)  # a large year has thousands of entries on few days
def _month(day: Day | None) -> Month | None:
    return Month.of(day.first()) if day and len(day) >= 7 else None


RULES = (seldom_present, half_year_absent)
