"""The text of a passage with its references, in a document whose own formats only number them.

Nothing changes the document behind the user's back, so that Qt's undo and redo stay exact: what
a run stands for is decided when it is read, from its number and its present text.
"""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from ....report.template import Piece, Reference, write
from .chips import NOTHING, Look, Mark, Part, Run
from .pasted import held

Shown = Callable[[Reference], str]

_WORDS = Mark(NOTHING, "")
_NUMBER = QTextFormat.Property.UserProperty.value + 1


class ChipText:
    """Puts pieces into a document, and reads them back from it."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._marks: dict[int, Mark] = {}

    def fill(self, pieces: Iterable[Piece], shown: Shown, shape: QTextBlockFormat) -> None:
        """Replace the text, and forget its history."""
        self._document.setUndoRedoEnabled(False)
        self._document.clear()
        self._marks.clear()
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        cursor.setBlockFormat(shape)
        self.put(cursor, pieces, shown)
        cursor.endEditBlock()
        self._document.setUndoRedoEnabled(True)

    def put(self, cursor: QTextCursor, pieces: Iterable[Piece], shown: Shown) -> None:
        """Insert pieces where a cursor stands."""
        for piece in pieces:
            if isinstance(piece, Reference):
                text = text_for(piece, shown)
                cursor.insertText(text, self._marked(piece, text))
            else:
                cursor.insertText(held(piece), QTextCharFormat())

    def template(self) -> str:
        """Return the whole text as a template, without what is being composed."""
        return write(self.pieces(0, self._document.characterCount() - 1))

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """Yield what stands between two positions; of a reference cut in two, only its words."""
        block = self._document.findBlock(start)
        while block.isValid() and block.position() <= end:
            if block.position() > start:
                yield "\n"
            for part in self.parts(block):
                is_whole = start <= part.start and part.end <= end
                if is_whole and part.look is not Look.WORDS:
                    yield part.reference
                else:
                    yield _cut(part, start, end)
            block = block.next()

    def parts(self, block: QTextBlock) -> Iterator[Part]:
        """Yield what a paragraph says, in order."""
        for run in self.runs(block):
            yield from run.parts()

    def runs(self, block: QTextBlock) -> list[Run]:
        """Return the runs of a paragraph, in order."""
        raw, at = block.text().encode("utf-16-le", "surrogatepass"), block.position()
        found = [(f.start, f.start + f.length, f.format.intProperty(_NUMBER))
                 for f in block.textFormats()]  # fmt: skip
        return [
            Run(at + start, _decoded(raw, start, end), number, self._marks.get(number, _WORDS))
            for start, end, number in found
        ]

    def around(self, position: int) -> tuple[Run | None, Run | None]:
        """Return the run of the character before a position, and of the one after it."""
        runs = self.runs(self._document.findBlock(position))
        before = next((run for run in runs if run.start < position <= run.end), None)
        return before, next((run for run in runs if run.start <= position < run.end), None)

    def chip(self, position: int) -> Part | None:
        """Return the part with a reference that a position is in or at, rather after it."""
        found = self._chips_at(position)
        return found[-1] if found else None

    def chip_over(self, position: int) -> Part | None:
        """Return the part with a reference to which the character after a position belongs."""
        return next((part for part in self._chips_at(position) if position < part.end), None)

    def nearest(self, reference: Reference, position: int) -> Part | None:
        """Return the part with exactly this reference that is nearest to a position."""
        parts = (part for block in self._blocks() for part in self.parts(block))
        found = [part for part in parts if part.reference == reference]
        return min(found, key=lambda part: abs(part.start - position), default=None)

    def format_at(self, position: int) -> QTextCharFormat:
        """Return the format of what is typed here: a run's inside it, or while it takes more."""
        before, after = self.around(position)
        if before and after and before.start == after.start:
            return _format(before.number)
        if before and before.takes_after():
            return _format(before.number)
        return _format(after.number if after and after.takes_before() else 0)

    def format_over(self, cursor: QTextCursor) -> QTextCharFormat | None:
        """Return the format of what is typed over a selected number or part of one; else None."""
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        run = self.around(start)[1]
        is_number = run and end <= run.end and run.look in (Look.FIGURE, Look.TYPED)
        return _format(run.number) if run and is_number and start < end else None

    def is_stale(self, shown: Shown) -> bool:
        """Whether a figure is now shown in another way."""
        return any(
            part.look is Look.FIGURE and text_for(part.reference, shown) != part.text
            for block in self._blocks()
            for part in self.parts(block)
        )

    def edges(self) -> list[int]:
        """Return where paragraphs and references begin, and where these end; last, the text's."""
        found = []
        for block in self._blocks():
            found.append(block.position())
            for part in self.parts(block):
                found += (part.start, part.end) if part.look is not Look.WORDS else ()
        return [*found, self._document.characterCount() - 1]

    def _marked(self, reference: Reference, shown: str) -> QTextCharFormat:
        """Return a format of its own for a reference, shown so."""
        number = len(self._marks) + 1
        self._marks[number] = Mark(reference, shown)
        return _format(number)

    def _chips_at(self, position: int) -> list[Part]:
        return [
            part
            for part in self.parts(self._document.findBlock(position))
            if part.look is not Look.WORDS and part.start <= position <= part.end
        ]

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self._document.begin()
        while block.isValid():
            yield block
            block = block.next()


def text_for(reference: Reference, shown: Shown) -> str:
    """Return the words to show for a reference; they stand on one line, and are never none."""
    carried = reference.text
    text = held(shown(reference) if carried is None else carried).replace("\n", " ")
    return text or f"【{reference.key}】"


def _format(number: int) -> QTextCharFormat:
    made = QTextCharFormat()
    if number:
        made.setProperty(_NUMBER, number)
    return made


def _cut(part: Part, start: int, end: int) -> str:
    raw = part.text.encode("utf-16-le", "surrogatepass")
    return _decoded(raw, max(start - part.start, 0), max(end - part.start, 0))


def _decoded(raw: bytes, start: int, end: int) -> str:
    return raw[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")
