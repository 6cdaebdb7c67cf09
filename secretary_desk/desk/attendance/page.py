"""到会情况: the members over the year's months, and one member's absences with their reasons."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from ...export.report_files import suggested_name
from ...facts.attendance import Absence, Gathering, Presence, attendance, begun, gatherings
from ...facts.attendance_months import below, is_below
from ...facts.rhythm import months_of
from ...kinds.rule_value import RuleValue
from ...papers.attendance import attendance_paper
from ...records.record import ref
from ...report.document import Document
from ...report.style import load_style
from ...rules.values import Values
from ..buttons import action, button
from ..calendar.leading_menu import LeadingMenu, titled
from ..card import Card, Line, label
from ..desk import Change, Desk
from ..handing_out import WORD, HandingOut
from ..page import Page, Place
from .table_model import AttendanceTable
from .table_view import AttendanceView

_NOTHING = (
    "三会一课、主题党日和组织生活会记了“到会情况”以后，这里按人列出全年应到、实到和缺席原因。"
)


class AttendancePage(Page):
    """A table of members beside the absences of the one chosen."""

    title = "到会情况"
    help = "attendance"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._roster = action(
            self, "党员名册", "users", None, lambda: self.wanted.emit(Place("person"))
        )
        self._out = HandingOut(desk, self)
        self._print = action(self, "打印", "printer", "Ctrl+P", self._on_print)
        self._word = action(self, "生成 Word 文档", "file-text", None, self._on_word)
        self._table = AttendanceTable()
        self._view = AttendanceView(self._table)
        self._only = QCheckBox()
        self._count, self._basis = label("", "muted"), label("", "muted")
        self._basis.setWordWrap(True)
        self._nothing = label(_NOTHING, "muted")
        self._nothing.setWordWrap(True)
        self._card = Card("缺席", "没有登记的缺席。")
        self._who = action(self, "看这位同志", "users", None, self._on_member_wanted)
        self._member = ""
        self._lay_out()
        self._only.toggled.connect(self._on_narrowed)
        self._card.wanted.connect(self.wanted)
        self._view.selectionModel().currentRowChanged.connect(lambda _, __: self._on_chosen())
        self._table.modelReset.connect(self._mark)
        self._view.activated.connect(self._on_activated)
        self.setFocusProxy(self._view)
        self.refresh(Change())

    def actions_on_top(self) -> Sequence[QAction]:
        return self._print, self._word

    def refresh(self, change: Change) -> None:
        year = self._desk.loaded()
        values = Values(year.counted(RuleValue))
        limit, enough = values.number("到会.最低比例"), values.number("到会.最少应到")
        found = attendance(year, self._on())

        def said(of: Presence) -> str:
            return below(limit) if is_below(of, limit, enough) else ""

        self._table.show_members(found, months_of(year.period), said)
        has_any = any(of.due for of in found)
        self._full.setVisible(has_any)
        for way in (self._print, self._word):
            way.setEnabled(has_any)
        self._nothing.setVisible(not has_any)
        self._only.setText(f"只看{below(limit)}的")
        self._only.setToolTip(f"应到{enough}次以上，实到{below(limit)}")
        self._basis.setText(f"{self._told_ticked()}应到不足{enough}次的，不算“{below(limit)}”。")
        self._say_count()

    def _told_ticked(self) -> str:
        """Return of how many meetings it is known who came: the others count for nobody."""
        year, on = self._desk.loaded(), self._on()
        held, ticked = len(begun(year, on)), len(gatherings(year, on))
        if ticked == held:
            return f"{held}次会议和活动都勾了到会情况。"
        return f"{held}次会议和活动里{ticked}次勾了到会情况，只统计这{ticked}次。"

    def _mark(self) -> None:
        """Mark the member chosen, else the first, wherever the order has put the row."""
        row = self._table.row(self._member) or 0
        self._view.selectRow(row)
        self._on_chosen()

    def _on_chosen(self) -> None:
        of = self._table.presence(self._view.currentIndex().row())
        self._who.setEnabled(of is not None)
        if of is None:
            self._who.setText("没有选中的党员")
            self._card.show_lines([])
            return
        self._member = of.member.id
        self._who.setText(
            f"{of.member.name}：应到{of.due}次，实到{of.present}次".replace("&", "&&")
        )
        self._card.show_lines([_line(absence) for absence in of.absences])

    def _on_member_wanted(self) -> None:
        of = self._table.presence(self._view.currentIndex().row())
        if of is not None:
            self.wanted.emit(Place("person", ref(of.member)))

    def _on_activated(self, index: QModelIndex) -> None:
        """Open the member, or on a month what was held in it."""
        tally = self._table.tally(index)
        if tally is None or not tally.due:
            self._on_member_wanted()
            return
        places = [(titled(entry), _place(entry)) for entry in tally.entries]
        if len(places) == 1:
            self.wanted.emit(places[0][1])
            return
        missed = {id(absence.entry) for absence in tally.absences}
        menu = LeadingMenu(self, self.wanted.emit)
        for entry, (title, place) in zip(tally.entries, places, strict=True):
            menu.lead(f"{title}（缺席）" if id(entry) in missed else title, place)
        menu.open_below(self._view.viewport(), self._view.visualRect(index).bottomLeft())

    def _on(self) -> date:
        """Return today, or the nearest day of the year shown."""
        period = self._desk.period()
        return max(min(self._desk.today(), period.end), period.start)

    def _paper(self) -> Document:
        return attendance_paper(self._table.shown(), self._desk.loaded(), self._on())

    def _on_print(self) -> None:
        if self._out.has_printer():
            self._out.print_document(self._paper(), load_style())

    def _on_word(self) -> None:
        paper = self._paper()

        def made() -> bytes:
            from ...render.docx import write_docx  # python-docx takes long to load

            return write_docx(paper, load_style())

        self._out.write("生成 Word 文档", WORD, suggested_name(paper, ".docx"), made)

    def _on_narrowed(self, only: bool) -> None:
        self._table.keep_only_below(only)
        self._say_count()

    def _say_count(self) -> None:
        self._count.setText(f"{self._table.rowCount()}人")

    def _lay_out(self) -> None:
        self._full = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        above, below_it, scroll = QWidget(), QWidget(), QScrollArea(widgetResizable=True)
        bar, head = QHBoxLayout(), QHBoxLayout()
        for widget in (self._only, self._count):
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addWidget(label("格子里是实到/应到，全到的只写次数", "group"))
        bar.addWidget(button(self._roster, "quiet"))
        upper = QVBoxLayout(above)
        upper.addLayout(bar)
        upper.addWidget(self._basis)
        upper.addWidget(self._view, 1)
        head.addWidget(button(self._who, "link"))
        head.addStretch(1)
        scroll.setWidget(self._card)
        lower = QVBoxLayout(below_it)
        lower.addLayout(head)
        lower.addWidget(scroll, 1)
        for layout in (upper, lower):
            layout.setContentsMargins(0, 0, 0, 0)
        for place, (part, share) in enumerate(((above, 5), (below_it, 3))):
            self._full.addWidget(part)
            self._full.setStretchFactor(place, share)
        layout = QVBoxLayout(self)
        layout.addWidget(self._nothing, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._full, 1)


def _line(absence: Absence) -> Line:
    return Line(titled(absence.entry), absence.reason or "没有写原因", _place(absence.entry))


def _place(entry: Gathering) -> Place:
    entry_ref = ref(entry)
    return Place(entry_ref.kind, entry_ref)
