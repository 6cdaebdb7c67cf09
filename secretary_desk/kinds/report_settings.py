"""述职设置: how one year's report is to be counted, addressed and signed."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ..records.day import Day, before
from ..records.declare import choice, count, day, line
from ..records.kind import Kind, Yearly
from ..records.period import Period
from ..records.record import Problem, Record


class Occasion(StrEnum):
    """Before whom the secretary reports (《中国共产党支部工作条例（试行）》, article 27)."""

    REVIEW = "述职评议会"
    GENERAL_MEETING = "党员大会"
    IN_WRITING = "书面报送"


class SignaturePlace(StrEnum):
    """Where name and date stand."""

    END = "文末"
    TOP = "题下"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSettings(Record):
    """The settings of one year; what is left empty stands at its default."""

    year: int | None = count("年度", least=1900, most=2200, required=True)
    label: str = line("时段名称", hint="如：2025—2026学年")
    start: Day | None = day("起")
    end: Day | None = day("止")
    as_of: Day | None = day("统计截止")
    reported_on: Day | None = day("报告日期")
    salutation: str = line("称谓", hint="如：各位领导、同志们：")
    occasion: Occasion | None = choice("场合", Occasion)
    signature: SignaturePlace | None = choice("落款位置", SignaturePlace)
    outline: str = line("提纲")
    limit: int | None = count(
        "字数上限", unit="字", least=500, most=50000, hint="如：3000、4000、5000"
    )
    problems_share: int | None = count(
        "问题部分占比", unit="%", least=1, most=100, hint="按通知要求，如：33"
    )
    minutes: int | None = count("现场述职时间", unit="分钟", least=1, most=120, hint="如：8")
    pace: int | None = count("每分钟字数", unit="字", least=100, most=500, hint="默认 260")

    def check(self) -> Iterator[Problem]:
        if before(self.end, self.start):
            yield Problem("end", "止日早于起日")

    def period(self, year: int) -> Period:
        """Return the span of time that the report counts."""
        default = Period.calendar(year)
        start = self.start.first() if self.start else default.start
        end = self.end.last() if self.end else default.end
        end = max(start, end)
        as_of = max(start, min(self.as_of.last(), end)) if self.as_of else end
        return Period(self.label or default.label, year, start, end, as_of)


KIND = Kind(
    "report_settings",
    "述职设置",
    ReportSettings,
    when=Yearly("year"),
    columns=("year", "occasion", "reported_on", "as_of"),
)
