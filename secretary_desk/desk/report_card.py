"""How the report stands, line by line."""

from ..kinds.report_settings import ReportSettings
from ..records.year import Year
from ..report.document import Document, Heading
from ..report.outline import Outline
from ..report.parts import parts_of, with_inner
from ..report.written import counted, outline_of
from .card import Line
from .page import Place

_REPORT = Place("report")


def report_lines(document: Document, year: Year, settings: ReportSettings) -> list[Line]:
    """Return the report's length, what it lacks, and both again for each of its main sections."""
    count, gaps = counted(document)
    lines = [
        Line("全文", f"{count:,}字", _REPORT),
        Line("待补充", f"{gaps}处" if gaps else "没有", _REPORT),
    ]
    if settings.reported_on:
        lines.append(Line("报告日期", settings.reported_on.show(), _REPORT))
    return lines + _sections(document, outline_of(year, settings))


def _sections(document: Document, outline: Outline) -> list[Line]:
    parts = parts_of(document, outline)
    return [
        Line(part.heading, _stands(*with_inner(part, parts)), _REPORT)
        for part in parts
        if part.level == 1 and any(isinstance(document.blocks[n], Heading) for n in part.blocks)
    ]


def _stands(characters: int, gaps: int) -> str:
    return f"{characters:,}字" + (f"，待补充{gaps}处" if gaps else "")
