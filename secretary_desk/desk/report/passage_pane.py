"""The middle of the report page: a part's passages to write in, and what stands behind them."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise, takewhile

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, Qt, Signal
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ...report.build import SUPPLEMENT
from ...report.document import Document, Paragraph, text_of
from ...report.editing import name_of
from ...report.parts import ANNEXES, HEAD, Part
from ...report.passage import SPOKEN, Passage
from ...report.template import Reference
from ..desk import Desk
from ..look import set_role
from .behind import Behind
from .editor.editor import PassageEditor
from .editor.text import Shown
from .passage_card import PassageCard
from .proofing.pane import ProofPane
from .settings_form import SettingsForm
from .unused import Unused, Written
from .wrapping import yielding

_MOVE, _KEEP = QTextCursor.MoveMode.MoveAnchor, QTextCursor.MoveMode.KeepAnchor
_ADDED = "补充（接在本节末尾）"
_ADDED_HINT = "写在这里的话接在本节末尾，一行一段"
_ANNEXES = "附件由台账自动列出，改记录就会变。名称和内容请在右边的打印预览里看。"


class PassagePane(QWidget):
    """Shows one part. Its signals name the passage by its key."""

    edited = Signal(str)
    entered = Signal(str)
    answered = Signal(str, str)
    chosen = Signal(object)  # Reference: show what is behind it
    opened = Signal(object)  # Reference: go to its entry
    noted = Signal(str)  # a sentence for the status bar

    def __init__(self, desk: Desk, describe: Callable[[str, Reference], str]) -> None:
        super().__init__()
        self._describe = describe
        self.form, self.unused, self.behind = SettingsForm(desk), Unused(), Behind()
        self.proof = ProofPane()
        self._bar = QWidget()  # of tools for the passage that the user is in
        self._bar.hide()
        self.tools = QHBoxLayout(self._bar)
        self.tools.setContentsMargins(0, 0, 0, 0)
        self._cards: dict[str, PassageCard] = {}
        self._here = ""
        self._clicked: tuple[Reference, QElapsedTimer] | None = None
        self.behind.doubled.connect(self._on_doubled)
        self._heading, self._annexes = yielding(QLabel()), QLabel(_ANNEXES, wordWrap=True)
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self._heading, "h")
        set_role(self._annexes, "muted")
        self._annexes.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedWidget()
        self._scroll, form = QScrollArea(widgetResizable=True), QScrollArea(widgetResizable=True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName("这一部分的文字")
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addStretch(1)
        self._scroll.setWidget(inside)
        form.setWidget(self.form)
        for area in (self._scroll, form):
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes from box to box
        for page in (inside, self.form):
            set_role(page, "page")
        for shown in (self._scroll, form, self.unused, self.proof, self._annexes):
            self._stack.addWidget(shown)
        self._others = {HEAD.key: form, ANNEXES.key: self._annexes}
        self._lay_out()

    def show_part(
        self, part: Part, passages: Sequence[Passage], shown_in: Callable[[Passage], Shown]
    ) -> None:
        """Show a part with its passages, each in its card, with its figures as ``shown_in`` it."""
        self._heading.setText(part.heading)
        if [passage.key for passage in passages] != list(self._cards):
            self._make_cards(passages)
        for passage in passages:
            self._cards[passage.key].show_passage(passage, shown_in(passage))
        self._stack.setCurrentWidget(self._others.get(part.key, self._scroll))

    def show_unused(
        self, entries: Sequence[Written], words: Callable[[str], str], heading: str
    ) -> None:
        """Show what was written for parts that are not there."""
        self._heading.setText(heading)
        self.unused.show_entries(entries, words)
        self._stack.setCurrentWidget(self.unused)
        self._make_cards(())
        self.behind.hide()

    def show_proof(self, heading: str) -> None:
        """Show the proof reading."""
        self._heading.setText(heading)
        self._stack.setCurrentWidget(self.proof)
        self._make_cards(())
        self.behind.hide()

    def templates(self) -> Mapping[str, str]:
        """Return the texts in the cards by the keys of their passages."""
        return {key: card.editor.template() for key, card in self._cards.items()}

    def key(self) -> str:
        """Return the passage that the user is in, or was last."""
        return self.entered_key() or next(iter(self._cards), "")

    def entered_key(self) -> str:
        """Return the passage of this part that the user has been in; empty for none."""
        return self._here if self._here in self._cards else ""

    def editor(self, key: str) -> PassageEditor | None:
        """Return the text box of a passage, if it is shown."""
        return self._cards[key].editor if key in self._cards else None

    def take_in(self) -> None:
        """Make text that is being composed part of the fields."""
        for card in self._cards.values():
            card.editor.take_in()
        self.form.take_in()

    def go_to(self, document: Document, block: int, start: int, end: int | None = None) -> None:
        """Put the cursor where a block's text is written, select it to ``end``, and show it."""
        found = document.blocks[block]
        if not isinstance(found, Paragraph) or (editor := self.editor(found.passage)) is None:
            return
        key = found.passage
        # Those right before it: an outline may tell the same passage at several places.
        before = list(
            takewhile(lambda b: getattr(b, "passage", "") == key, document.blocks[:block][::-1])
        )
        self._cards[key].editor.setFocus()
        cursor = editor.textCursor()
        line = _line(editor.document(), len(before))
        air = len(line.text()) - len(line.text().lstrip())  # not printed, like empty lines
        for place, mode in ((start, _MOVE), (end or start, _KEEP)):
            units = air + len(text_of(found.runs)[:place].encode("utf-16-le")) // 2
            cursor.setPosition(line.position() + min(units, max(line.length() - 1, 0)), mode)
        editor.setTextCursor(cursor)
        self._show_cursor(editor)

    def go_to_passage(self, key: str) -> None:
        """Put the cursor where a passage begins, and show it."""
        if editor := self.editor(key):
            editor.setFocus()
            editor.moveCursor(QTextCursor.MoveOperation.Start)
            self._show_cursor(editor)

    def to_top(self) -> None:
        """Show the beginning."""
        self._scroll.verticalScrollBar().setValue(0)

    def _show_cursor(self, editor: PassageEditor) -> None:
        if inside := self._scroll.widget():
            # New cards first come to their height, which may take several turns.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            at = editor.mapTo(inside, editor.cursorRect().center())
            self._scroll.ensureVisible(at.x(), at.y())

    def _make_cards(self, passages: Sequence[Passage]) -> None:
        """Show other cards; one whose passage is still told goes on as it is."""
        cards = self._cards
        kept = {p.key: cards[p.key] if p.key in cards else self._card(p) for p in passages}
        for key in cards.keys() - kept.keys():
            cards[key].hide()
            self._column.removeWidget(cards[key])
            cards[key].deleteLater()
        for place, card in enumerate(kept.values()):  # not made anew: one has the keyboard
            self._column.insertWidget(place, card)
            card.show()  # at once: only what is shown takes the keyboard
        self._cards = kept
        self._bar.setVisible(bool(kept))
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab go from the tools through the cards, in order, to what is behind them."""
        shown = (self._bar, *self._cards.values(), self.behind)
        last = _stops(self.form)[-1:]  # in whose stead they are seen
        for before, after in pairwise((*last, *(s for widget in shown for s in _stops(widget)))):
            self.setTabOrder(before, after)

    def _card(self, passage: Passage) -> PassageCard:
        name, hint = _name(passage)
        key = passage.key
        card = PassageCard(name, hint, lambda reference: self._describe(key, reference))
        card.edited.connect(lambda: self.edited.emit(key))
        card.entered.connect(lambda: self._on_entered(key))
        card.answered.connect(lambda said: self.answered.emit(key, said))
        card.editor.chip_clicked.connect(self._on_clicked)
        card.editor.chip_opened.connect(self.opened)
        card.editor.typed_met.connect(self.chosen)
        card.editor.noted.connect(self.noted)
        return card

    def _on_clicked(self, reference: Reference) -> None:
        since = QElapsedTimer()
        since.start()
        self._clicked = reference, since
        self.chosen.emit(reference)

    def _on_doubled(self) -> None:
        """Open the figure that was clicked just now, although the card has come over it."""
        if self._clicked and not self._clicked[1].hasExpired(QApplication.doubleClickInterval()):
            self.opened.emit(self._clicked[0])

    def _on_entered(self, key: str) -> None:
        self._here = key
        self.entered.emit(key)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self._bar)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.behind)


def _stops(widget: QWidget) -> list[QWidget]:
    """Return what in a widget takes the keyboard by Tab, as it was made."""
    by_tab = Qt.FocusPolicy.TabFocus
    return [each for each in widget.findChildren(QWidget) if each.focusPolicy() & by_tab]


def _line(text: QTextDocument, number: int) -> QTextBlock:
    """Return the line that is printed as the paragraph of this number."""
    line = text.begin()
    while line.next().isValid() and (number or not line.text().strip()):
        number -= bool(line.text().strip())
        line = line.next()
    return line


def _name(passage: Passage) -> tuple[str, str]:
    """Return what a passage is called, and the hint in its empty box."""
    if passage.key.removeprefix(SPOKEN).startswith(f"{SUPPLEMENT}/"):
        return _ADDED, _ADDED_HINT
    return name_of(passage), "这一段没有文字，不写进报告"
