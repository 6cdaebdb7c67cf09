"""Paints what the parts of a passage stand for, without touching the text itself."""

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from ....report.telling import GAP
from ...look import ACCENT, CHIP, MUTED
from ..gaps import pieces
from .chips import Look, Part, units
from .text import ChipText

_LINE = QTextCharFormat.UnderlineStyle


class ChipPainter(QSyntaxHighlighter):
    """Paints a paragraph when it changes."""

    def __init__(self, text: ChipText, document: QTextDocument) -> None:
        super().__init__(document)
        self._text = text

    def highlightBlock(self, text: str) -> None:
        at = 0
        for piece, gap in pieces(text):
            length = units(piece)
            if gap:
                self.setFormat(at, length, _GAP)
            at += length
        block = self.currentBlock()
        for part in self._text.parts(block):
            if part.look is not Look.WORDS:
                self.setFormat(part.start - block.position(), units(part.text), _look(part))


def _look(part: Part) -> QTextCharFormat:
    is_empty = part.look is Look.FIGURE and part.text.startswith(GAP)
    return _EMPTY if is_empty else _LOOKS[part.look]


def _underlined(style: QTextCharFormat.UnderlineStyle, colour: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setUnderlineStyle(style)
    made.setUnderlineColor(QColor(colour))
    return made


def _figure() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setBackground(QColor(CHIP))
    made.setFontWeight(QFont.Weight.DemiBold)
    return made


def _gap(made: QTextCharFormat) -> QTextCharFormat:
    made.merge(_underlined(_LINE.SingleUnderline, ACCENT))
    made.setForeground(QColor(ACCENT))
    return made


_GAP, _EMPTY = _gap(QTextCharFormat()), _gap(_figure())
_LOOKS = {
    Look.FIGURE: _figure(),
    Look.TYPED: _underlined(_LINE.DashUnderline, ACCENT),
    Look.QUOTED: _underlined(_LINE.DotLine, MUTED),
}
