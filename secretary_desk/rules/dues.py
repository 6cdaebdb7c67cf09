"""党费: who has an entry, by which rate, and which months are paid. No amount is ever told."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from ..facts.rhythm import Month
from ..kinds.dues import Dues, Paid, Payer
from ..kinds.person import Person
from ..records.record import new_id, ref
from ..records.specs import Link
from ..records.text import trimmed
from .case import Case
from .dates import months_later, runs, told_months
from .flags import any_of, lacking, temporary, without_a_month, without_roster
from .rule import Area, Found, State, Weight, rule
from .sources import DUES, EDUCATION
from .telling import MANY, of_people, refs

_PAID_ON_TIME = f"{EDUCATION.article(16)}；{DUES.whole()}"
_BY_BASE = (Payer.EMPLOYED, Payer.SELF_EMPLOYED, Payer.RETIRED)
_BANDS = {
    "在职": (("党费.在职.第一档", "党费.在职.第二档", "党费.在职.第三档"), "党费.在职.第四档比例"),
    "离退休": (("党费.离退休.第一档",), "党费.离退休.第二档比例"),
}
_off = any_of(temporary, without_a_month)
_without_dues = any_of(_off, lacking(Dues, "党费"))


@rule(
    Area.EDUCATION, "党员按期交纳党费，逐人登记",
    source=_PAID_ON_TIME, weight=Weight.MUST, unless=any_of(_off, without_roster),
)  # fmt: skip
def dues_registered(case: Case) -> Iterator[Found]:
    """Everyone who owes a month has an entry; one hint where dues are not kept here at all."""
    number, kept = case.year.period.year, _entries(case)
    if not any(kept):
        text = "本年没有登记党费；如另有台账，可以在这里说明"
        yield Found(State.HINT, text, str(number), draft=Dues(year=number))
        return
    having = {key for entry in case.entries(Dues) for key in case.roster.meant(entry.who)}
    missing = [p for p in case.members if p.id not in having and _owed(case, p, number)]
    yield from of_people(
        State.UNREGISTERED, missing, "{}的党费未登记",
        lambda person: Dues(id=new_id(), who=Link(person.id, person.name), year=number),
    )  # fmt: skip


@rule(
    Area.EDUCATION, "党费按交纳类别和交纳基数对应的比例交纳",
    source=_PAID_ON_TIME, weight=Weight.MUST,
    unless=any_of(
        _off, lacking(Dues, "党费的交纳基数", lambda d: d.base or d.payer not in _BY_BASE)
    ),
)  # fmt: skip
def dues_rate(case: Case) -> Iterator[Found]:
    """Of those whose base is on record, and of those who pay a fixed sum."""
    for entry in case.entries(Dues):
        if text := _rate_trouble(case, entry):
            yield Found(State.UNCLEAR, f"{_name(entry)}{text}", entry.id, (ref(entry),))


@rule(
    Area.EDUCATION, "党员每月交纳党费，预备党员从支部大会通过之日起交纳",
    source=_PAID_ON_TIME, weight=Weight.MUST, unless=_without_dues,
)  # fmt: skip
def dues_monthly(case: Case) -> Iterator[Found]:
    """Every month owed is on record and not short; one finding for all where there are many."""
    unpaid = [(e, months) for e in case.entries(Dues) if (months := _unpaid(case, e))]
    if len(unpaid) > MANY:
        entries = [entry for entry, _ in unpaid]
        names = "、".join(map(_name, entries[:20])) + ("等" if len(entries) > 20 else "")
        text = f"{names}共{len(entries)}人有月份的党费未登记"
        yield Found(State.UNREGISTERED, text, "all", refs(entries))
    else:
        for entry, months in unpaid:
            text = f"{_name(entry)}{told_months(months)}党费未登记"
            yield Found(State.UNREGISTERED, text, entry.id, (ref(entry),))
    for entry in case.entries(Dues):
        if short := [m for m, row in _rows(entry).items() if _is_short(entry, row)]:
            text = f"{_name(entry)}{told_months(short)}实交少于月应交"
            yield Found(State.UNCLEAR, text, f"{entry.id}/short", (ref(entry),))


@rule(
    Area.EDUCATION, "补交党费的时间一般不超过6个月",
    source=DUES.whole(), weight=Weight.USUAL, unless=_without_dues,
)  # fmt: skip
def dues_late(case: Case) -> Iterator[Found]:
    """From the end of the month owed."""
    months = case.values.number("党费.补交期限")
    limits = _limits({entry.year or 0 for entry in case.entries(Dues)}, months)
    for entry in case.entries(Dues):
        late = [
            Month(entry.year or 0, row.month)
            for row in entry.months
            if row.month and row.on and row.on[:10] > limits[entry.year or 0, row.month]
        ]
        if late:
            text = f"{_name(entry)}{told_months(late)}党费的交纳日期超过{months}个月"
            yield Found(State.UNCLEAR, text, entry.id, (ref(entry),))


@rule(
    Area.EDUCATION, "没有正当理由，连续6个月不交纳党费的，按自行脱党处理程序核实",
    source=EDUCATION.article(31), weight=Weight.MUST, unless=_without_dues,
)  # fmt: skip
def dues_six_months(case: Case) -> Iterator[Found]:
    """A hint to look, where so many months on end are not on record, last year's among them."""
    most = case.values.number("党费.连续未交")
    former = case.year.previous.counted(Dues) if case.year.previous else ()
    before: dict[str, list[Dues]] = defaultdict(list)
    for entry in former:
        before[_key(case, entry)].append(entry)
    for entry in case.entries(Dues):
        months = [m for old in before[_key(case, entry)] for m in _unpaid(case, old)]
        run = max(runs([*months, *_unpaid(case, entry)]), key=len, default=[])
        if len(run) >= most:
            text = f"{_name(entry)}{told_months(run)}连续{len(run)}个月没有登记党费，请核实"
            yield Found(State.HINT, text, entry.id, (ref(entry),))


def _entries(case: Case) -> Iterator[Dues]:
    """Yield the dues of this year and the one before."""
    yield from case.entries(Dues)
    yield from case.year.previous.counted(Dues) if case.year.previous else ()


def _owed(case: Case, person: Person, number: int) -> list[Month]:
    return [month for month, members in case.months_owed(number) if person.id in members]


def _limits(years: set[int], months: int) -> dict[tuple[int, int], str]:
    """Return by year and month the last day on which dues may be paid."""
    every = [Month(year, place) for year in years for place in range(1, 13)]
    return {m: months_later(m.day.last(), months).isoformat() for m in every}


def _rows(entry: Dues) -> dict[Month, Paid]:
    return {Month(entry.year or 0, row.month): row for row in entry.months if row.month}


def _unpaid(case: Case, entry: Dues) -> list[Month]:
    rows, person = _rows(entry), case.roster.person(entry.who)
    if person:
        owed = _owed(case, person, entry.year or 0)
    else:  # nobody knows since when: between the months on record
        every = (Month(entry.year or 0, place) for place in range(1, 13))
        owed = [month for month in every if rows and min(rows) < month < max(rows)]
    return [month for month in owed if month not in rows or rows[month].paid is None]


def _is_short(entry: Dues, row: Paid) -> bool:
    return entry.monthly is not None and row.paid is not None and row.paid < entry.monthly


def _rate_trouble(case: Case, entry: Dues) -> str:
    """Return what a rate or a fixed sum does not bear out; the base itself is not told."""
    number, monthly = case.values.amount, entry.monthly
    match entry.payer:
        case None:
            return "的党费没有登记交纳类别，比例待核" if entry.base else ""
        case Payer.FARMER if monthly is not None:
            within = number("党费.农民.最少") <= monthly <= number("党费.农民.最多")
            return "" if within else "的月应交不在农民党员的范围内"
        case Payer.LITTLE if monthly is not None:
            return "" if monthly == number("党费.学生及低收入.每月") else "的月应交与交纳类别不一致"
    if entry.base is None or entry.payer not in _BY_BASE:
        return ""
    if entry.rate is None:
        return "的党费没有登记比例"
    wanted = _rate(case, entry.payer, entry.base)
    text = f"的党费比例登记为{trimmed(entry.rate)}%，按类别和基数是{trimmed(wanted)}%"
    return "" if entry.rate == wanted else text


def _rate(case: Case, payer: Payer, base: Decimal) -> Decimal:
    """Return the rate for a base; each band includes its upper end."""
    bands, above = _BANDS["离退休" if payer is Payer.RETIRED else "在职"]
    for band in bands:
        if base <= case.values.amount(band):
            return case.values.amount(f"{band}比例")
    return case.values.amount(above)


def _key(case: Case, entry: Dues) -> str:
    return case.roster.key(entry.who) or _name(entry)


def _name(entry: Dues) -> str:
    return entry.who.name if entry.who else ""


RULES = (dues_registered, dues_rate, dues_monthly, dues_late, dues_six_months)
