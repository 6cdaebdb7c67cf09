"""The middle of the report page: a part's words, what stands behind them, and what is added."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ...kinds import SUPPLEMENT
from ...kinds.supplement import Supplement
from ...report.document import Block, Document, Enclosures, Heading, Table
from ...report.parts import HEAD, Part
from ..desk import Desk
from ..fields.make import make_field
from ..look import set_role
from ..record.context import FormContext
from .behind import Behind
from .run_text import RunText
from .settings_form import SettingsForm
from .unused import Unused

_READ_ONLY, _OWN = "正文由记录生成，改记录就会变", "；要加自己的话，请写在下面的“补充”里"


class PassagePane(QWidget):
    """Shows one part. ``added`` comes with every change of the supplement's text."""

    added = Signal(str)
    noted = Signal(str)  # a sentence for the status bar

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.form, self.text, self.unused = SettingsForm(desk), RunText(), Unused()
        self.text.typed.connect(self._on_typed)
        self.behind = Behind()
        self._heading = QLabel(wordWrap=True)
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self._heading, "h")
        spec = replace(SUPPLEMENT.specs["text"], label="补充（接在本节末尾）",
                       hint="写在这里的话原样接在本节末尾，一行一段")  # fmt: skip
        self._field = make_field(spec, FormContext(desk, SUPPLEMENT, Supplement), "text")
        self._field.edited.connect(lambda: self.added.emit(self._field.value()))
        self._label = QLabel(spec.label)
        self._label.setBuddy(self._field)
        set_role(self._label, "h")
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(self.form)
        set_role(self.form, "page")
        self._stack = QStackedWidget()
        self._places = {HEAD.key: self._stack.addWidget(scroll)}
        self._text_place = self._stack.addWidget(self.text)
        self._unused_place = self._stack.addWidget(self.unused)
        self._lay_out()

    def show_part(self, document: Document, part: Part, added: str) -> None:
        """Show a part of a document, with what is added to its section."""
        self._heading.setText(part.heading)
        blocks = [(n, document.blocks[n]) for n in part.blocks]
        self.text.show_blocks([(n, block) for n, block in blocks if _is_read(block)])
        self._stack.setCurrentIndex(self._places.get(part.key, self._text_place))
        self._show_field(shown=bool(part.section))
        if self._field.value() != added:
            self._field.set_value(added)

    def show_unused(self, entries: Sequence[Supplement], heading: str) -> None:
        """Show supplements that have no section."""
        self._heading.setText(heading)
        self.unused.show_entries(entries)
        self._stack.setCurrentIndex(self._unused_place)
        self._show_field(shown=False)
        self.behind.hide()

    def take_in(self) -> None:
        """Make text that is being composed part of the fields."""
        self._field.take_in()
        self.form.take_in()

    def focus_field(self) -> None:
        """Let the user type a supplement."""
        self._field.setFocus()

    def _on_typed(self) -> None:
        """Say why the text cannot be written in, and where the user's own words go."""
        self.noted.emit(_READ_ONLY if self._field.isHidden() else f"{_READ_ONLY}{_OWN}")

    def _show_field(self, *, shown: bool) -> None:
        self._label.setVisible(shown)
        self._field.setVisible(shown)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._heading)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.behind)
        layout.addWidget(self._label)
        layout.addWidget(self._field)


def _is_read(block: Block) -> bool:
    """Whether a block is read here: ledgers are seen on their pages, headings stand above."""
    return not isinstance(block, (Heading, Table, Enclosures))
