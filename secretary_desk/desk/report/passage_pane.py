"""The middle of the report page: a part's passages to write in, and what stands behind them."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ...report.build import SUPPLEMENT
from ...report.document import Document, Paragraph
from ...report.editing import name_of
from ...report.parts import ANNEXES, HEAD, Part
from ...report.passage import SPOKEN, Passage
from ...report.template import Reference
from ..card import label
from ..desk import Desk
from ..look import set_role
from . import text_place
from .behind import Behind
from .editor.editor import PassageEditor
from .editor.text import Shown
from .passage_card import PassageCard
from .proofing.pane import ProofPane
from .settings_form import SettingsForm
from .tabs import chain
from .unused import Unused, Written
from .wrapping import yielding

_ADDED = "补充（接在本节末尾，现场稿里也讲）"
_ADDED_HINT = "写在这里的话接在本节末尾，一行一段；书面报告和现场稿里都有"
_ADDED_SPOKEN = "补充（书面报告里写的；在这里改，只改现场稿）"
_SILENT = "这一段没有文字，不写进报告"
_ANNEXES = (
    "附件由台账自动列出，改记录就会变。名称和内容请在右边的打印预览里看。\n\n"
    "要附哪几张台账，在提纲第一项“标题与落款”的“附件”里勾选。"
)


class PassagePane(QWidget):
    """Shows one part. Its signals name the passage by its key."""

    edited = Signal(str)
    entered = Signal(str)
    left = Signal()  # the passage that the user has been in, for another one
    answered = Signal(str, str)
    chosen = Signal(object)  # Reference: show what is behind it
    opened = Signal(object)  # Reference: go to its entry
    noted = Signal(str)  # a sentence for the status bar

    def __init__(
        self, desk: Desk, describe: Callable[[str, Reference], str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._describe = describe
        self.form, self.unused, self.behind = SettingsForm(desk), Unused(), Behind()
        self.proof = ProofPane()
        self._bar = QWidget(self)  # of tools for the passage that the user is in
        self._bar.hide()
        self.tools = QHBoxLayout(self._bar)
        self.tools.setContentsMargins(0, 0, 0, 0)
        self._cards: dict[str, PassageCard] = {}
        self._here = ""
        self._clicked: tuple[Reference, QElapsedTimer] | None = None
        self.behind.doubled.connect(self._on_doubled)
        self._heading, self._annexes = yielding(label("", "h")), label(_ANNEXES, "muted")
        self._annexes.setWordWrap(True)
        self._annexes.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack, inside = QStackedWidget(self), QWidget()
        self._column = QVBoxLayout(inside)
        self._scroll, form = _scrolling(inside), _scrolling(self.form)
        # Else what is unfolded in it would raise the least height of the window, also unseen.
        self._proof = _scrolling(self.proof)
        for shown in (self._scroll, form, self.unused, self._proof, self._annexes):
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
        self._stack.setCurrentWidget(self._proof)
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
        editor.setFocus()
        text_place.select(editor, document, block, start, end or start)
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

    def areas(self) -> list[QWidget]:
        """Return what is walked through by Tab, in order."""
        shown = (self.form, self._bar, *self._cards.values(), self.unused, self.proof, self.behind)
        return list(shown)

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
        chain(*self.areas())

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
        if key != self._here:
            self.left.emit()
        self._here = key
        self.entered.emit(key)

    def _lay_out(self) -> None:
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName("这一部分的文字")
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addStretch(1)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self._bar)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.behind)


def _scrolling(inside: QWidget) -> QScrollArea:
    """Return an area to scroll something in, past which Tab goes from box to box."""
    area = QScrollArea(widgetResizable=True)
    area.setWidget(inside)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    set_role(inside, "page")
    return area


def _name(passage: Passage) -> tuple[str, str]:
    """Return what a passage is called, and the hint in its empty box."""
    if passage.key.startswith(f"{SPOKEN}{SUPPLEMENT}/"):
        return _ADDED_SPOKEN, _SILENT
    if passage.key.startswith(f"{SUPPLEMENT}/"):
        return _ADDED, _ADDED_HINT
    return name_of(passage), _SILENT
