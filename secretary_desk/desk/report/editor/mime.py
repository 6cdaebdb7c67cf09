"""Passages on the clipboard: their template beside the plain text that other programs take."""

from collections.abc import Iterable

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextDocumentFragment

from ....report.template import Piece, read, write
from .chips import Look, Mark
from .pasted import held
from .text import Shown

PASSAGE = "application/x-secretary-desk-passage"
LONGEST = 200_000  # bytes; a report has some ten thousand


def carry(mime: QMimeData, pieces: Iterable[Piece], text: str) -> None:
    """Let only pieces, and the text that they show, go to the clipboard or be dragged."""
    mime.text()  # Qt makes the other formats when first asked; then they can be cleared
    mime.clear()
    mime.setData(PASSAGE, write(pieces).encode())
    mime.setText(text)


def brought(mime: QMimeData, shown: Shown) -> tuple[Piece, ...]:
    """Return the pieces of a passage that comes in; empty when none does, or none to trust."""
    data = bytes(mime.data(PASSAGE).data())
    try:
        text = data.decode() if len(data) <= LONGEST else ""
    except UnicodeDecodeError:
        return ()
    pieces = read(text)
    return pieces if all(_is_known(piece, shown) for piece in pieces) else ()


def words(mime: QMimeData) -> str:
    """Return the plain text of what comes in."""
    if mime.hasText() or not mime.hasHtml():
        return mime.text()
    return QTextDocumentFragment.fromHtml(mime.html()).toPlainText()


def can_bring(mime: QMimeData) -> bool:
    """Whether there is text in it; the names of files are none."""
    if mime.hasUrls() and not mime.hasFormat("text/plain"):
        return False
    return mime.hasText() or mime.hasHtml() or mime.hasFormat(PASSAGE)


def _is_known(piece: Piece, shown: Shown) -> bool:
    """Whether a piece may stand in a passage of this report."""
    if isinstance(piece, str):
        return True
    look = Mark(piece, "").look
    if held(piece.text or "") != (piece.text or ""):
        return False
    return look is Look.QUOTED or bool(shown(piece.bare()))
