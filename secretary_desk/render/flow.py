"""What of a document is printed, where blank lines part it and what stays on one page."""

from ..records.text import width
from ..report.document import (
    AnnexTitle,
    Block,
    Byline,
    Enclosures,
    Paragraph,
    Signature,
    Table,
    Title,
    text_of,
)
from ..report.style import StyleSheet


def prints(block: Block) -> bool:
    """Return whether a block leaves anything on paper."""
    match block:
        case Enclosures(items=()) | Table(columns=()):
            return False
    return True


def is_short(block: Block, style: StyleSheet) -> bool:
    """Return whether a block may follow the signature overleaf, lest that stand on a page alone.

    Word moves the last line of a long paragraph, LibreOffice the whole and leaves a hole.
    """
    match block:
        case Paragraph(runs):
            return width(text_of(runs)) <= 3 * style.characters
    return True


def stands_apart(before: Block, block: Block) -> bool:
    """Return whether a blank line parts two blocks (GB/T 9704-2012, 7.3.2, 7.3.4, 7.3.5.2)."""
    match before, block:
        case (_, AnnexTitle()) | (Title() | Byline(), Title() | Byline()):
            return False
        case (_, Enclosures() | Signature()) | (Title() | Byline() | AnnexTitle(), _):
            return True
        case (Table(), Table()):  # Word would make one table of two
            return True
    return False
