"""述职设置: how one year's report is to be counted, addressed and signed."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ..records.day import Day, before
from ..records.declare import choice, count, day, line, tags
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


class Ledger(StrEnum):
    """What may be handed in with the report as a table; named after the kind that it lists."""

    MEETINGS = "三会一课"
    FIRST_AGENDA = "第一议题"
    THEME_DAYS = "主题党日"
    ORG_LIFE = "组织生活会"
    TALKS = "谈心谈话"
    TRAINING = "教育培训"
    DUES = "党费"
    DEVELOPMENT = "发展党员"
    VANGUARDS = "先锋载体"
    INTEGRATION = "党建业务融合"
    CAMPAIGNS = "专项行动"
    SERVICE = "为群众办实事"
    VISITS = "走访调研"
    PARTNERSHIPS = "联建共建"
    INSPECTIONS = "检查督导"
    INTEGRITY = "党风廉政"
    HONOURS = "荣誉"
    PUBLICITY = "宣传报道"
    PROBLEMS = "问题整改"


NO_LEDGER = "不附"  # in place of the names of ledgers: none is handed in


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
    ledgers: tuple[str, ...] = tags("附件台账", hint="如：三会一课、荣誉；一张不附的填“不附”")

    def check(self) -> Iterator[Problem]:
        if before(self.end, self.start):
            yield Problem("end", "止日早于起日")
        for name in self.ledgers:
            if name not in (*Ledger, NO_LEDGER):
                yield Problem("ledgers", f"没有“{name}”这张台账；有：{'、'.join(Ledger)}")

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
