"""党费: what one member owed and paid in a year, month by month."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ..records.day import Day
from ..records.declare import amount, choice, count, day, line, person, rows
from ..records.fact import Fact, Listing, Measure, Shelf, percent
from ..records.fields import Row
from ..records.kind import Kind, Yearly
from ..records.record import Problem, Record
from ..records.specs import Link
from ..records.year import Year


class Payer(StrEnum):
    """Whose rate applies (中组发〔2008〕3号)."""

    EMPLOYED = "在职"
    RETIRED = "离退休"
    FARMER = "农民"
    LITTLE = "学生及低收入"
    SELF_EMPLOYED = "个体经营"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paid(Row):
    """One month's dues."""

    month: int | None = count("月", unit="月", least=1, most=12)
    paid: Decimal | None = amount("实交", unit="元")
    on: Day | None = day("日期")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dues(Record):
    """One member's dues of one year; each row is a month for which dues are owed."""

    who: Link | None = person("姓名", required=True, headers=("党员姓名",))
    year: int | None = count("年度", least=1900, most=2200, required=True)
    payer: Payer | None = choice("交纳类别", Payer)
    base: Decimal | None = amount("交纳基数", unit="元", private=True)
    rate: Decimal | None = amount("比例", unit="%", headers=("交纳党费比例", "交纳比例"))
    monthly: Decimal | None = amount("月应交", unit="元", headers=("应交纳党费数",))
    months: tuple[Paid, ...] = rows("各月", Paid)
    note: str = line("备注")

    def check(self) -> Iterator[Problem]:
        listed = [row.month for row in self.months if row.month]
        twice = sorted({month for month in listed if listed.count(month) > 1})
        for month in twice:
            yield Problem("months", f"{month}月填了两次")
        if None not in (self.base, self.rate, self.monthly) and self._owed() != self.monthly:
            text = f"按基数和比例，每月应交{self._owed()}元，这里填{self.monthly}元"
            yield Problem("monthly", text)

    def _owed(self) -> Decimal:
        owed = (self.base or Decimal(0)) * (self.rate or Decimal(0)) / 100
        return owed.quantize(Decimal("0.01")).normalize() + 0

    @property
    def owed(self) -> Decimal | None:
        """What the listed months come to."""
        return None if self.monthly is None else self.monthly * len(self.months)

    @property
    def paid(self) -> Decimal | None:
        """What was paid in all; None where nothing is written."""
        given = [row.paid for row in self.months if row.paid is not None]
        return sum(given, Decimal(0)) if given else None

    def on_time(self) -> tuple[int, int]:
        """Return how many months were paid within the month, and how many say when."""
        dated = [row for row in self.months if row.month and row.on and len(row.on) >= 7]
        in_time = (f"{self.year}-{row.month:02}" >= str(row.on)[:7] for row in dated)
        return sum(in_time), len(dated)


OWED = Measure("党费.应交合计", "应交党费", "元")
PAID = Measure("党费.实交合计", "实交党费", "元")
PAYERS = Measure("党费.交纳人数", "交纳党费党员", "名")
ON_TIME = Measure("党费.按时率", "党费按时交纳率", "%")
SHELF = Shelf("党费.清单", "党费")


def facts(year: Year) -> Iterator[Fact | Listing | None]:
    """Yield what was owed and paid, by how many, and how punctually."""
    dues = year.counted(Dues)
    yield OWED.total(dues, lambda d: d.owed)
    yield PAID.total(dues, lambda d: d.paid)
    paying = [d for d in dues if d.paid]
    yield PAYERS.of(len({d.who.id or d.who.name for d in paying if d.who}), paying)
    dated = [d for d in dues if d.on_time()[1]]
    in_time, of = (sum(d.on_time()[n] for d in dated) for n in (0, 1))
    yield ON_TIME.of(percent(in_time, of), dated)
    yield SHELF.holds(dues)


KIND = Kind(
    "dues",
    "党费",
    Dues,
    when=Yearly("year", current=True),
    columns=("who", "year", "payer", "rate", "monthly", "实交合计"),
    measures=(OWED, PAID, PAYERS, ON_TIME),
    shelves=(SHELF,),
    facts=facts,
    derived={"实交合计": lambda d, _on: "" if d.paid is None else f"{d.paid:f}"},
)
