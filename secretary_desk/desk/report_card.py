"""How the report stands, line by line."""

from collections.abc import Iterator

from ..kinds.report_settings import ReportSettings
from ..records.text import characters
from ..report.document import Document, Heading, Paragraph, text_of
from ..report.telling import GAP
from ..report.written import counted
from .card import Line
from .page import Place

_REPORT = Place("report")


def report_lines(document: Document, settings: ReportSettings) -> list[Line]:
    """Return the report's length, what it lacks, and both again for each of its parts."""
    count, gaps = counted(document)
    lines = [
        Line("全文", f"{count:,}字", _REPORT),
        Line("待补充", f"{gaps}处" if gaps else "没有", _REPORT),
    ]
    if settings.reported_on:
        lines.append(Line("报告日期", settings.reported_on.show(), _REPORT))
    parts = (Line(head, _stands(text), _REPORT) for head, text in _parts(document))
    return [*lines, *parts]


def _stands(text: str) -> str:
    gaps = text.count(GAP)
    return f"{characters(text):,}字" + (f"，待补充{gaps}处" if gaps else "")


def _parts(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the headings of the first level with the text under each."""
    head, texts = "", list[str]()
    for block in document.blocks:
        match block:
            case Heading(1, runs):
                if head:
                    yield head, "\n".join(texts)
                head, texts = text_of(runs), []
            case Heading(_, runs) | Paragraph(runs):
                texts.append(text_of(runs))
    if head:
        yield head, "\n".join(texts)
