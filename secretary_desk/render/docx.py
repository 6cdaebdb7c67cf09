"""The report as a Word file."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from io import BytesIO

import docx
from docx.document import Document as File
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.coreprops import CoreProperties
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from ..records.text import clean, width
from ..report.document import (
    AnnexTitle,
    Aside,
    Block,
    Byline,
    Document,
    Enclosures,
    Heading,
    Paragraph,
    Run,
    Runs,
    Salutation,
    Signature,
    Table,
    Title,
    text_of,
)
from ..report.style import StyleSheet
from .docx_comments import Comments
from .docx_table import table, table_end
from .docx_template import package
from .flow import ENCLOSED, goes_along, items_kept, leads_on, prints, stands_apart
from .measure import signature_starts
from .oxml import Markup, el, filled_paragraph, paragraph, twips

_PROPERTY_LIMIT = 255  # python-docx refuses longer ones


def write_docx(
    document: Document, style: StyleSheet, *, comments: Mapping[Run, str] | None = None
) -> bytes:
    """Return the document as the bytes of a docx file.

    Runs of headings and paragraphs that ``comments`` has a text for carry it as a Word comment.
    """
    noted = Comments(comments or {})
    body = "".join(_elements(tuple(filter(prints, document.blocks)), style, noted))
    file = docx.Document(BytesIO(package(style, body)))
    if noted:
        _attach(file, noted.part())
    _describe(file.core_properties, document)
    stream = BytesIO()
    file.save(stream)
    return stream.getvalue()


def _attach(file: File, comments: bytes) -> None:
    name, package = PackURI("/word/comments.xml"), file.part.package
    part = Part(name, CONTENT_TYPE.WML_COMMENTS, comments, package)
    file.part.relate_to(part, RELATIONSHIP_TYPE.COMMENTS)


def _describe(properties: CoreProperties, document: Document) -> None:
    author = _property(document.secretary)
    properties.title = _property(document.title())
    properties.subject = _property(document.branch)
    properties.category = f"{document.year}年度"
    properties.author = author
    properties.last_modified_by = author
    properties.language = "zh-CN"
    properties.created = properties.modified = datetime.now(UTC)


def _property(text: str) -> str:
    return clean(text).replace("\n", " ")[:_PROPERTY_LIMIT]


def _elements(blocks: tuple[Block, ...], style: StyleSheet, noted: Comments) -> Iterator[Markup]:
    if not blocks:
        yield _blank()
    for before, block, after in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
        if before and stands_apart(before, block):
            yield _blank(keep=leads_on(block))
        if isinstance(block, Enclosures):
            yield from _enclosures(block.items, items_kept(block, after, style), style)
        else:
            yield from _block(block, style, noted, keep=goes_along(block, after, style))
    if blocks and isinstance(blocks[-1], Table):
        yield table_end()


def _block(
    block: Block, style: StyleSheet, noted: Comments, *, keep: bool = False
) -> Iterator[Markup]:
    match block:
        case Title(lines):
            yield paragraph("Title", _lines(lines), keep=keep)
        case Byline(lines):
            yield paragraph("Subtitle", _lines(lines), keep=keep)
        case Salutation(runs):
            yield paragraph("Salutation", text_of(runs), keep=keep)
        case Heading(level, runs):
            yield filled_paragraph(f"Heading{level}", noted.content(runs), keep=keep)
        case Paragraph(runs):
            yield filled_paragraph("BodyText", noted.content(runs), keep=keep)
        case Aside(runs):
            yield paragraph("Aside", text_of(runs))
        case Signature():
            yield from _signature(block, style)
        case AnnexTitle(label, title):
            yield paragraph("AnnexLabel", text_of(label))
            yield _blank(keep=True)
            yield paragraph("AnnexTitle", text_of(title))
        case Table():
            yield table(block, style)
        case _:
            raise TypeError(f"a docx has no place for {type(block).__name__}")


def _enclosures(items: tuple[Runs, ...], kept: list[bool], style: StyleSheet) -> Iterator[Markup]:
    """Yield 附件：1.… and its fellows, further lines under the name (GB/T 9704-2012, 7.3.4)."""
    names = style.blanks.first_line + width(ENCLOSED)
    for number, (item, keep) in enumerate(zip(items, kept, strict=True), 1):
        mark = f"{number}." if len(items) > 1 else ""
        text = (ENCLOSED if number == 1 else "") + mark
        left = (names + width(mark)) * style.advance
        indent = el("ind", left=twips(left), hanging=twips(width(text) * style.advance))
        yield paragraph("Enclosures", text + text_of(item), indent, keep=keep)


def _signature(block: Signature, style: StyleSheet) -> Iterator[Markup]:
    lines = [_line(line) for line in block.lines]
    date = _line(block.date)
    starts = signature_starts(lines, date, style)
    name_at, date_at = (el("ind", left=twips(start * style.advance)) for start in starts)
    for line in lines:
        yield paragraph("Signature", line, name_at, keep=True)
    yield paragraph("Signature", date, date_at)


def _line(runs: Runs) -> str:
    return clean(text_of(runs)).replace("\n", " ")


def _lines(lines: tuple[Runs, ...]) -> str:
    return "\n".join(_line(line) for line in lines)


def _blank(*, keep: bool = False) -> Markup:
    return paragraph("Normal", "", keep=keep)
