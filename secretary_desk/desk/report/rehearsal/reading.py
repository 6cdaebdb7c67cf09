"""A speech in large letters to read aloud: the section that is spoken stands out."""

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextBrowser

from ....report.document import Document, Heading, Paragraph, Salutation, text_of
from ....report.speech import section_of
from ...look import INK, MUTED

SIZES = range(14, 50, 2)  # points
USUAL = 22
_COLUMNS = 30  # characters of a line: more are hard to find back into
_LINE = 125  # percent of what the font itself takes for a line
_MARGIN = 1.5  # characters beside the text


class ReadingView(QTextBrowser):
    """Shows what is spoken. It takes no keys: the window that holds it does."""

    def __init__(self, speech: Document) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("border: none; padding: 0")
        self.setAccessibleName("现场稿")
        self._size, self._section = USUAL, 0
        self._sections: list[int] = []  # of each paragraph
        self._fill(speech)
        self.set_size(USUAL)

    @property
    def size_in_points(self) -> int:
        """The size of the letters."""
        return self._size

    def set_size(self, size: int) -> None:
        """Set the letters to a size in points, within what can be read."""
        self._size = max(SIZES[0], min(size, SIZES[-1]))
        cursor, form = QTextCursor(self.document()), QTextCharFormat()
        cursor.select(QTextCursor.SelectionType.Document)
        form.setFontPointSize(self._size)
        cursor.mergeCharFormat(form)
        self._indent()
        self._set_margins()
        self.show_section(self._section)

    def show_section(self, section: int) -> None:
        """Let a section stand out, its beginning at the top."""
        self._section = section
        for number, of in enumerate(self._sections):
            self._colour(number, INK if of == section else MUTED)
        top = self._top(self._first(section))
        self.verticalScrollBar().setValue(round(top - self._em() / 2))

    def scroll_pages(self, pages: int) -> bool:
        """Scroll within the section; False, and nothing, where it goes no further."""
        bar, step = self.verticalScrollBar(), self.viewport().height() - 3 * self._em()
        first, last = self._top(self._first(self._section)), self._bottom(self._section)
        seen = bar.value() + self.viewport().height()
        if last <= seen if pages > 0 else bar.value() <= first - self._em() / 2:
            return False
        bar.setValue(round(bar.value() + pages * step))
        return True

    def scroll_lines(self, lines: int) -> None:
        """Scroll by lines, about."""
        bar = self.verticalScrollBar()
        bar.setValue(round(bar.value() + lines * 2 * self._em()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_margins()
        self.show_section(self._section)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_size(self._size + (2 if event.angleDelta().y() > 0 else -2))
            event.accept()
            return
        super().wheelEvent(event)

    def _fill(self, speech: Document) -> None:
        cursor = QTextCursor(self.document())
        for block, section in zip(speech.blocks, section_of(speech), strict=True):
            if section is None or not isinstance(block, Salutation | Heading | Paragraph):
                continue
            if self._sections:
                cursor.insertBlock()
            self._sections.append(section)
            form = QTextCharFormat()
            form.setFontWeight(QFont.Weight.DemiBold if isinstance(block, Heading) else 400)
            cursor.insertText(text_of(block.runs), form)
            cursor.block().setUserState(int(isinstance(block, Paragraph)))
        self.moveCursor(QTextCursor.MoveOperation.Start)  # Qt scrolls to it when it is first shown

    def _indent(self) -> None:
        block, form = self.document().begin(), QTextBlockFormat()
        form.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        form.setBottomMargin(self._em() / 2)
        while block.isValid():
            form.setTextIndent(2 * self._em() if block.userState() else 0)
            QTextCursor(block).mergeBlockFormat(form)
            block = block.next()

    def _set_margins(self) -> None:
        """Keep lines short on a wide screen, and let the last section come to the top."""
        frame = self.document().rootFrame()
        form, wide = frame.frameFormat(), self.viewport().width()
        side = max(_MARGIN * self._em(), (wide - _COLUMNS * self._em()) / 2)
        form.setLeftMargin(side)
        form.setRightMargin(side)
        form.setTopMargin(self._em())
        form.setBottomMargin(self.viewport().height())
        frame.setFrameFormat(form)

    def _colour(self, number: int, colour: str) -> None:
        cursor, form = QTextCursor(self.document().findBlockByNumber(number)), QTextCharFormat()
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        form.setForeground(QColor(colour))
        cursor.mergeCharFormat(form)

    def _first(self, section: int) -> int:
        return self._sections.index(section) if section in self._sections else 0

    def _top(self, number: int) -> float:
        block = self.document().findBlockByNumber(number)
        return self.document().documentLayout().blockBoundingRect(block).top()

    def _bottom(self, section: int) -> float:
        numbers = [n for n, of in enumerate(self._sections) if of == section]
        block = self.document().findBlockByNumber(numbers[-1] if numbers else 0)
        return self.document().documentLayout().blockBoundingRect(block).bottom()

    def _em(self) -> float:
        """Return the width of a character in pixels."""
        return self._size * self.logicalDpiY() / 72
