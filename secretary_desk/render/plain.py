"""The report as plain text to read, paste and compare."""

from collections.abc import Iterator

from ..records.text import clean, one_line
from ..report.document import (
    AnnexTitle,
    Aside,
    Block,
    Byline,
    Document,
    Enclosures,
    Heading,
    Paragraph,
    Runs,
    Salutation,
    Signature,
    Table,
    Title,
    text_of,
)
from .flow import prints

_INDENT = "　　"


def write_plain(document: Document) -> str:
    """Return the text, a line for each paragraph; tables are rows parted by tabs."""
    lines: list[str] = []
    before: Block | None = None
    for block in filter(prints, document.blocks):
        if before and _stands_apart(before, block):
            lines.append("")
        lines += _lines(block)
        before = block
    return "".join(f"{line}\n" for line in lines)


def _stands_apart(before: Block, block: Block) -> bool:
    head = Title | Byline
    if isinstance(before, head):
        return not isinstance(block, head)
    return isinstance(block, Enclosures | Signature | AnnexTitle | Table)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Title(lines) | Byline(lines):
            yield from map(_line, lines)
        case Salutation(runs):
            yield _line(runs)
        case Heading(_, runs) | Paragraph(runs) | Aside(runs):
            yield from (_INDENT + line for line in clean(text_of(runs)).split("\n"))
        case Enclosures(items):
            yield from _enclosures(items)
        case Signature(lines, date):
            yield from (_INDENT + _line(line) for line in (*lines, date))
        case AnnexTitle(label, title):
            yield from (_line(label), _line(title))
        case Table(columns, rows):
            yield "\t".join(one_line(column.label) for column in columns)
            yield from ("\t".join(one_line(text_of(cell)) for cell in row) for row in rows)
        case _:
            raise TypeError(f"plain text has no place for {type(block).__name__}")


def _enclosures(items: tuple[Runs, ...]) -> Iterator[str]:
    """Yield 附件：1.… and its fellows; a single annex has no number (GB/T 9704-2012, 7.3.4)."""
    for number, item in enumerate(items, 1):
        head = "附件：" if number == 1 else "　　　"
        mark = f"{number}." if len(items) > 1 else ""
        yield _INDENT + head + mark + _line(item)


def _line(runs: Runs) -> str:
    return clean(text_of(runs)).replace("\n", " ")
