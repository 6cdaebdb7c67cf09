"""The window of 记一笔: a box for lines, what is made of them below it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ...errors import DeskError
from ...kinds import kind_of
from ...kinds.branch import Branch
from ...kinds.person import KIND as PERSON
from ...kinds.quick.reading import Around, Jotted, read_lines
from ...kinds.quick.what import quick_kinds
from ...kinds.reporter import reporter
from ...kinds.study_meeting import KIND as USUAL
from ...records.record import Record, missing, ref
from ..buttons import action, button
from ..card import label
from ..desk import Desk
from ..fields.combo_box import ComboBox
from ..look import set_role
from ..page import Place
from ..twins import named, twins
from .box import JotBox
from .preview import Preview

_AT_MOST = 50  # lines at a time
_WIDE, _HIGH = 42, 21  # Chinese characters and lines of text


class QuickDialog(QDialog):
    """Stands over the window and leaves it usable; what is typed is never given up unasked."""

    wanted = Signal(object)  # Place
    help_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._page = desk, ""
        self._around: Around | None = None
        self._drafts: list[Jotted] = []
        self._twin: Record | None = None
        self.setWindowTitle("记一笔")
        self._box, self._kinds, self._preview = JotBox(), ComboBox(), Preview()
        self._said, self._noted = label(""), label("", "muted")
        self._open_twin = QPushButton("打开那一条", autoDefault=False)
        self._make_actions()
        self._lay_out()
        self._box.textChanged.connect(self._on_typed)
        self._box.entered.connect(self._keep_action.trigger)
        self._kinds.activated.connect(lambda _: self._read())
        self._preview.ticked.connect(self._tell)
        self._open_twin.clicked.connect(self._on_twin_wanted)
        desk.changed.connect(lambda _change: self._forget())
        self._read()

    def take_lines(self, page: str) -> None:
        """Come to the front for lines; a line that names no kind is of the page's."""
        self._page, self._around = page, None
        self._read()
        self.show()
        self.raise_()
        self.activateWindow()
        self._box.setFocus()

    def may_close(self) -> bool:
        """Ask about what is typed and not kept; False when the user wants to stay."""
        self._box.take_in()
        if not self._box.text().strip():
            return True
        lines = f"“{self._drafts[0].line[:30]}”" if self._drafts else "写的内容"
        question = f"“记一笔”里的{lines}还没有记下。"
        answer = self._desk.ask.choose(question, "返回", "不要了", "记下", on_escape=0)
        if answer == 1:
            self._box.clear()
            return True
        # What was not ticked, or was too much at a time, is asked about next.
        return answer == 2 and bool(self._keep()) and self.may_close()

    def reject(self) -> None:
        if self.may_close():
            self._noted.clear()
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.reject()

    def _on_typed(self) -> None:
        if self._box.text():
            self._noted.clear()
        self._read()

    def _read(self) -> None:
        kind = self._kinds.currentData()
        text = "\n".join(self._box.text().splitlines()[:_AT_MOST])
        self._drafts = read_lines(text, self._now(), kind)
        self._tell()

    def _tell(self) -> None:
        """Show the drafts, and say what the user should know before they are kept."""
        found = {place: twins(self._desk, j.draft) for place, j in enumerate(self._drafts)}
        beside = {place: f"与{named(other[0])}很像" for place, other in found.items() if other}
        self._preview.show_drafts(self._drafts, self._desk.year, beside)
        alone = len(self._drafts) == 1
        self._twin = next(iter(found.get(0, ())), None) if alone else None
        self._open_twin.setVisible(self._twin is not None)
        chosen = self._preview.chosen(len(self._drafts))
        self._said.setText(
            "\n".join(self._sentences()) if alone else f"打勾的{len(chosen)}条会记下"
        )
        set_role(self._said, "trouble" if alone else "muted")
        self._said.setVisible(bool(self._drafts) and bool(self._said.text()))
        self._keep_action.setEnabled(bool(chosen))
        self._open_action.setEnabled(bool(chosen))

    def _sentences(self) -> list[str]:
        jotted, said = self._drafts[0], []
        if jotted.guessed:
            said.append(f"没有认出是哪一种记录，先放在“{jotted.kind.label}”；可在“种类”里换一种。")
        if self._twin:
            said.append(f"与{named(self._twin)}很像，也许已经记过了。")
        if lacking := "、".join(jotted.kind.specs[n].label for n in missing(jotted.draft)):
            said.append(f"还缺{lacking}：先记下，填上才计数。")
        return said

    def _keep(self) -> list[Record]:
        """Keep the ticked drafts as one step; lines unticked, or too many, stay in the box."""
        self._box.take_in()
        chosen = self._preview.chosen(len(self._drafts))
        if not chosen:
            self._noted.setText("没有打勾的，没有记下")
            return []
        left = [j.line for place, j in enumerate(self._drafts) if place not in chosen]
        left += self._box.text().splitlines()[_AT_MOST:]
        try:
            saved = self._desk.save(*(self._drafts[place].draft for place in chosen))
        except DeskError as error:
            self._noted.setText(str(error))
            return []
        self._box.setPlainText("\n".join(left))
        self._noted.setText(f"已记下{self._kept(saved)}")
        return saved

    def _kept(self, saved: list[Record]) -> str:
        if len(saved) != 1:
            return f"{len(saved)}条"
        kind = kind_of(saved[0])
        elsewhere = kind.when.holds(saved[0], self._desk.period()) is False
        year = f"，不在{self._desk.year}年度" if elsewhere else ""
        return f"：{kind.label} {kind.title(saved[0])}{year}"

    def _on_kept(self) -> None:
        self._keep()
        self._box.setFocus()

    def _on_opened(self) -> None:
        if saved := self._keep():
            first = saved[0]
            if not self._box.text():
                self.hide()
            self.wanted.emit(Place(kind_of(first).name, ref(first)))

    def _on_twin_wanted(self) -> None:
        if self._twin is not None:
            self.wanted.emit(Place(kind_of(self._twin).name, ref(self._twin)))

    def _forget(self) -> None:
        """Read again what is typed: the roster, the year or the entries may be others."""
        self._around = None
        if self.isVisible():
            self._read()

    def _now(self) -> Around:
        if self._around is None:
            year = self._desk.loaded()
            me = reporter(year)
            kinds = {kind.name: kind for kind in quick_kinds()}
            self._around = Around(
                self._desk.today(),
                year.period,
                self._desk.store.entries(PERSON),
                year.one(Branch),
                me.who if me else None,
                kinds.get(self._page, USUAL),
                self._places(),
            )
        return self._around

    def _places(self) -> set[str]:
        """Return the places of earlier entries."""
        fields = ((k, n) for k in quick_kinds() for n, s in k.specs.items() if s.label == "地点")
        known = (self._desk.store.earlier(kind, name) for kind, name in fields)
        return {place for places in known for place in places if len(place) > 1}

    def _make_actions(self) -> None:
        self._keep_action = action(self, "记下", "check", None, self._on_kept)
        self._keep_action.setShortcuts([QKeySequence("Return"), QKeySequence("Enter")])
        self._open_action = action(self, "记下并打开", "pencil", None, self._on_opened)
        self._open_action.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self._help_action = action(
            self, "怎么写", "circle-help", "F1", lambda: self.help_wanted.emit("quick")
        )

    def _lay_out(self) -> None:
        self._box.setPlaceholderText("3.5 支委会 研究发展对象 5/5")
        self._box.setAccessibleName("记一笔")
        self._kinds.setAccessibleName("种类")
        self._kinds.addItem("按写的认", None)
        for kind in quick_kinds():
            self._kinds.addItem(kind.label, kind)
        for told in (self._said, self._noted):
            told.setWordWrap(True)
        set_role(self._open_twin, "find")
        top, below = QHBoxLayout(), QHBoxLayout()
        top.addWidget(label("种类", "muted"))
        top.addWidget(self._kinds)
        top.addStretch(1)
        top.addWidget(button(self._help_action, "quiet"))
        said = QHBoxLayout()
        said.addWidget(self._said, 1)
        said.addWidget(self._open_twin)
        below.addWidget(self._noted, 1)
        below.addWidget(button(self._open_action))
        below.addWidget(button(self._keep_action, "primary"))
        layout = QVBoxLayout(self)
        layout.addWidget(self._box)
        layout.addLayout(top)
        layout.addWidget(self._preview, 1)
        layout.addLayout(said)
        layout.addLayout(below)
        metrics = self.fontMetrics()
        self.resize(metrics.horizontalAdvance("国") * _WIDE, metrics.lineSpacing() * _HIGH)
