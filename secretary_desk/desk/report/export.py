"""The report handed out: as a Word document, as PDF, on paper, as text to paste."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QWidget

from ...export.report_files import suggested_name
from ...facts.gather import gather
from ...render.pages import write_pdf
from ...render.plain import write_plain
from ...report.build import SUPPLEMENT, Report
from ...report.document import Document, Heading, Paragraph, Wording, runs_of, text_of
from ...report.editing import name_of
from ...report.passage import SPOKEN
from ...report.style import StyleSheet
from ...report.written import counted, outline_of
from ..desk import Desk
from ..handing_out import PDF, WORD, HandingOut
from .gaps import pieces
from .proofing.found import Found, Reader

_NAMED = 6  # places that are named before the report goes out


class Exporter(HandingOut):
    """Asks where the report is to go, writes it there, and says what came of it.

    ``proof_wanted`` comes when the user would rather see what the proof reading has found.
    """

    proof_wanted = Signal()

    def __init__(
        self,
        desk: Desk,
        window: QWidget,
        printers: Callable[[], Sequence[str]] = QPrinterInfo.availablePrinterNames,
    ) -> None:
        super().__init__(desk, window, printers)
        self._reader = Reader(desk, window)

    def word(self, report: Report, style: StyleSheet) -> None:
        """Write the Word document."""

        def made() -> bytes:
            from ...render.docx import write_docx  # python-docx takes long to load

            return write_docx(report.document, style)

        self._write(report, "生成 Word 文档", WORD, ".docx", made)

    def pdf(self, report: Report, style: StyleSheet) -> None:
        """Write the PDF."""
        self._write(report, "导出 PDF", PDF, ".pdf", lambda: write_pdf(report.document, style))

    def proof(self, report: Report, style: StyleSheet) -> None:
        """Write the Word document in which every figure names its entries."""

        def made() -> bytes:
            from ...render.docx import write_docx
            from ...report.sources import proof_of

            year = self._desk.loaded()
            document, comments = proof_of(report.document, gather(year), year)
            return write_docx(document, style, comments=comments)

        self._write(report, "生成核对稿", WORD, "（核对稿）.docx", made)

    def paper(self, report: Report, style: StyleSheet) -> None:
        """Print, on the printer and the pages chosen in the system's dialog."""
        if self.has_printer() and self._may_go_out(report, "打印"):
            self.print_document(report.document, style)

    def text(self, report: Report) -> str:
        """Put the text on the clipboard and return what to say of it."""
        QGuiApplication.clipboard().setText(write_plain(report.document))
        return f"已复制全文，{counted(report.document)[0]} 字"

    def _write(
        self, report: Report, title: str, pattern: str, suffix: str, made: Callable[[], bytes]
    ) -> None:
        if not self._may_go_out(report, "生成"):
            return
        if any(key.startswith(SPOKEN) for key in report.passages):
            suffix = f"（现场稿）{suffix}"
        self.write(title, pattern, suggested_name(report.document, suffix), made)

    def _may_go_out(self, report: Report, verb: str) -> bool:
        """Say what is still to be seen to, and ask whether it shall go out like that."""
        missing = list(_missing(report.document))
        drifted = [name_of(told) for told in report.passages.values() if told.drift]
        wrong = [f"{found.check}：{found.text}" for found in self._found(report).untold()]
        said = [
            f"报告里还有 {len(missing)} 处待补充，会原样写着“【待补充：…】”。" if missing else "",
            f"有 {len(drifted)} 段改写之后记录有变化，还没有看过。" if drifted else "",
            f"校核还有 {len(wrong)} 处应改的没有改。" if wrong else "",
        ]
        if not any(said):
            return True
        back = "先去补充" if missing else "先去看看" if drifted else "取消"
        answers = [f"仍要{verb}", back, *(["先去校核"] if wrong else [])]
        detail = _listed(missing, drifted, wrong)
        answer = self._ask.choose(
            "\n".join(filter(None, said)), *answers, detail=detail, on_escape=1
        )
        if answer == 2:
            self.proof_wanted.emit()
        return answer == 0

    def _found(self, report: Report) -> Found:
        """Read what is to go out: all that is typed is saved."""
        year, settings = self._desk.loaded(), self._desk.settings()
        return self._reader.read(report, year, settings, outline_of(year, settings))


def _listed(*groups: Sequence[str]) -> str:
    """Return names line by line, each once, and the first few of each group."""
    given = [list(dict.fromkeys(group)) for group in groups if group]
    most = _NAMED // len(given)
    return "\n".join(
        line
        for names in given
        for line in (*(f"· {name}" for name in names[:most]), *(["……"] if names[most:] else ()))
    )


def _missing(document: Document) -> Iterator[str]:
    """Yield what the report says is missing, in the user's own words too."""
    heading = ""
    for block in document.blocks:
        if isinstance(block, Heading):
            heading = text_of(block.runs)
        added = isinstance(block, Paragraph) and f"{SUPPLEMENT}/" in block.passage
        for run in runs_of(block):
            for what in filter(None, (what for _, what in pieces(run.text))):
                # The place of a section under whose heading nobody has written anything.
                is_empty = added and isinstance(run, Wording) and heading.endswith(what)
                yield f"“{heading}”还没有内容" if is_empty else what
