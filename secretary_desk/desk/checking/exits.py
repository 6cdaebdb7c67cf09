"""The checklist handed out: printed, as a Word document, as PDF."""

from collections.abc import Callable
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ...export.report_files import safe_name
from ...records.day import Day
from ...rules.checking import Outcome
from ..buttons import action
from ..desk import Desk

if TYPE_CHECKING:
    from ...report.document import Document
    from ..handing_out import HandingOut

Found = Callable[[], tuple[list[Outcome], date]]


class Exits:
    """Actions that hand the checklist out; ``found`` gives what stands on it, all saved."""

    def __init__(self, desk: Desk, page: QWidget, found: Found) -> None:
        self._desk, self._page, self._found = desk, page, found
        self.print = action(page, "打印", "printer", "Ctrl+P", self._on_print)
        self.pdf = action(page, "导出 PDF", "file-down", None, self._on_pdf)
        self.word = action(page, "导出 Word", "file-text", None, self._on_word)

    def on_top(self) -> tuple[QAction, ...]:
        """Return what the page's head offers, the primary one last."""
        return self.print, self.pdf, self.word

    @cached_property
    def out(self) -> "HandingOut":
        """What asks where the checklist is to go."""
        from ..handing_out import HandingOut  # loads what lays pages out

        return HandingOut(self._desk, self._page)

    def _document(self) -> "tuple[Document, str]":
        from ...papers.checklist import TITLE, checklist

        outcomes, on = self._found()
        year = self._desk.loaded()
        name = f"{year.period.label}{TITLE}（截至{Day(on.isoformat()).show()}）"
        return checklist(outcomes, year, on), name

    def _on_print(self) -> None:
        from ...report.style import load_style

        if self.out.has_printer():
            self.out.print_document(self._document()[0], load_style())

    def _on_pdf(self) -> None:
        from ...render.pages import write_pdf
        from ...report.style import load_style
        from ..handing_out import PDF

        document, name = self._document()
        made = partial(write_pdf, document, load_style())
        self.out.write("导出 PDF", PDF, safe_name(name, ".pdf"), made)

    def _on_word(self) -> None:
        from ...render.docx import write_docx  # python-docx takes long to load
        from ...report.style import load_style
        from ..handing_out import WORD

        document, name = self._document()
        made = partial(write_docx, document, load_style())
        self.out.write("导出 Word", WORD, safe_name(name, ".docx"), made)
