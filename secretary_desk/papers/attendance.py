"""党员到会情况: the members of a year, how often each came, and why not."""

from collections.abc import Iterator, Sequence
from datetime import date

from ..facts.attendance import Absence, Presence
from ..kinds.branch import Branch
from ..records.day import Day
from ..records.record import ref
from ..records.text import trimmed
from ..records.year import Year
from ..report.document import (
    Block,
    Byline,
    Column,
    Document,
    Number,
    Paragraph,
    Quotation,
    Run,
    Runs,
    Table,
    Title,
    Value,
    Wording,
)

TITLE = "党员到会情况"
_COLUMNS = (
    Column("序号", 7, "centre"),
    Column("姓名", 12, "centre"),
    Column("应到", 8, "centre"),
    Column("实到", 8, "centre"),
    Column("到会率", 10, "centre"),
    Column("缺席和原因", 55),
)
_NOTE = (
    "本表按三会一课、主题党日和组织生活会登记的到会情况统计；没有写明谁到会的，不计在内。"
    "名册上有同名的，只有写明是哪一位的才计入。"
)
_MOST = 8  # absences told one by one: rows do not break, and must not outgrow a page
_REASON = 30  # characters


def attendance_paper(found: Sequence[Presence], year: Year, on: date) -> Document:
    """Return the table of a year's members, in the order given, as it stood on a day."""
    profile = year.one(Branch) or Branch()
    secretary = profile.secretary(on)
    name = secretary.name if secretary else ""
    return Document(profile.name, name, year.period.year, tuple(_blocks(found, profile, year, on)))


def _blocks(found: Sequence[Presence], profile: Branch, year: Year, on: date) -> Iterator[Block]:
    names: list[Runs] = [(Value(profile.name, "支部名称"),)] if profile.name else []
    as_of = Value(Day(on.isoformat()).show(), "统计日期")
    yield Title(((Wording(TITLE),),))
    yield Byline((*names, (Value(year.period.label, "年度"), Wording("，截至"), as_of)))
    yield Table(_COLUMNS, tuple(_row(number, of) for number, of in enumerate(found, 1)))
    yield Paragraph((Wording(_NOTE),), "到会情况")


def _row(number: int, of: Presence) -> tuple[Runs, ...]:
    rate = f"{trimmed(of.rate)}%" if of.rate is not None else "—"
    return (
        (Number(str(number)),),
        (Value(of.member.name, "姓名"),),
        (Value(str(of.due), "应到"),),
        (Value(str(of.present), "实到"),),
        (Value(rate, "到会率"),),
        _absences(of.absences),
    )


def _absences(absences: Sequence[Absence]) -> Runs:
    runs: list[Run] = []
    for absence in absences[:_MOST]:
        day = absence.entry.held_on
        runs.append(Wording("；" if runs else ""))
        runs.append(Value(day.show_in_year() if day else "", "日期"))
        said = " ".join(absence.reason.split())
        said = said if len(said) <= _REASON else f"{said[: _REASON - 1]}…"
        if said:
            runs.append(Quotation(said, ref(absence.entry), "缺席原因"))
        else:
            runs.append(Wording("没有写原因"))
    rest = len(absences) - _MOST
    if rest > 0:
        runs += Wording("；另有"), Value(str(rest), "次数"), Wording("次")
    return tuple(runs)
