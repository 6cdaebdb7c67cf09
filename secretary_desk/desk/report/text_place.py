"""Where what is printed stands in the box in which it is written."""

from itertools import takewhile

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from ...report.document import Document, Paragraph, text_of
from .editor.editor import PassageEditor

_MOVE, _KEEP = QTextCursor.MoveMode.MoveAnchor, QTextCursor.MoveMode.KeepAnchor


def select(editor: PassageEditor, document: Document, block: int, start: int, end: int) -> None:
    """Put the cursor of a paragraph's box where its letter ``start`` is, and select to ``end``."""
    found = document.blocks[block]
    assert isinstance(found, Paragraph)
    # Those right before it: an outline may tell the same passage at several places.
    before = takewhile(
        lambda b: getattr(b, "passage", "") == found.passage, document.blocks[:block][::-1]
    )
    line, cursor = _line(editor.document(), len(list(before))), editor.textCursor()
    air = len(line.text()) - len(line.text().lstrip())  # not printed, like empty lines
    for place, mode in ((start, _MOVE), (end, _KEEP)):
        units = air + len(text_of(found.runs)[:place].encode("utf-16-le")) // 2
        cursor.setPosition(line.position() + min(units, max(line.length() - 1, 0)), mode)
    editor.setTextCursor(cursor)


def _line(text: QTextDocument, number: int) -> QTextBlock:
    """Return the line that is printed as the paragraph of this number."""
    line = text.begin()
    while line.next().isValid() and (number or not line.text().strip()):
        number -= bool(line.text().strip())
        line = line.next()
    return line
