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

ENCLOSED = "附件："


def prints(block: Block) -> bool:
    """Return whether a block leaves anything on paper."""
    match block:
        case Enclosures(items=()) | Table(columns=()) | Paragraph(runs=()):
            return False
    return True


def leads_on(block: Block | None) -> bool:
    """Return whether a block takes along what stands before it, lest it stand on a page alone."""
    return isinstance(block, Enclosures | Signature)


def goes_along(block: Block, after: Block | None, style: StyleSheet) -> bool:
    """Return whether a block stands whole on the page on which the next one begins.

    So that a page holds some of the text beside 附件 and signature; of a long paragraph Word
    would move the last line, LibreOffice the whole and leave a hole.
    """
    match block:
        case Paragraph(runs):
            return leads_on(after) and width(text_of(runs)) <= 3 * style.characters
    return leads_on(after)


def items_kept(block: Enclosures, after: Block | None, style: StyleSheet) -> list[bool]:
    """Return for each annex named whether it stands on the page of what follows it.

    Two lines of the list stand together, and the last name with the signature; between them a
    long list may break, though never inside a name.
    """
    room = style.characters - style.blanks.first_line - width(f"{ENCLOSED}1.")
    kept = [False] * len(block.items)
    kept[0] = width(text_of(block.items[0])) <= room
    kept[-1] = leads_on(after)
    return kept


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
