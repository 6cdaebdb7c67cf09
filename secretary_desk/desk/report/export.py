"""The report handed out: as a Word document, as PDF, on paper, as text to paste."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from ...errors import DeskError
from ...export.report_files import opened_elsewhere, suggested_name, write_report
from ...facts.gather import gather
from ...render.pages import Pages, print_pages, write_pdf
from ...render.plain import write_plain
from ...report.build import SUPPLEMENT, Report
from ...report.document import Document, Heading, Paragraph, Wording, runs_of, text_of
from ...report.editing import name_of
from ...report.passage import SPOKEN
from ...report.style import StyleSheet
from ...report.written import counted, outline_of
from ..desk import Desk
from .gaps import pieces
from .proofing.found import Found, Reader

_NAMED = 6  # places that are named before the report goes out
WORD, PDF = "Word 文档 (*.docx)", "PDF 文档 (*.pdf)"


class Exporter(QObject):
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
        super().__init__(window)
        self._desk, self._ask, self._window, self._printers = desk, desk.ask, window, printers
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
        if not self._printers():
            self._ask.tell(
                "没有找到打印机，没有打印。",
                "可以先“导出 PDF”，拿到连着打印机的电脑上打印；或者在系统设置里添加打印机后再试。",
            )
        elif self._may_go_out(report, "打印"):
            printer = QPrinter(QPrinter.PrinterMode.HighResolution)
            dialog = QPrintDialog(printer, self._window)
            dialog.setMinMax(1, Pages(report.document, style).count)
            if dialog.exec() == QPrintDialog.DialogCode.Accepted:
                self.print_on(printer, report.document, style)

    def print_on(self, printer: QPrinter, document: Document, style: StyleSheet) -> None:
        """Print on a printer as it was chosen."""
        try:
            print_pages(document, style, printer)
        except DeskError as error:
            self._ask.tell(str(error))

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
        path = self._place(title, pattern, suggested_name(report.document, suffix))
        if path is None or not self._put(path, made):
            return
        self._desk.memory.keep_folder(path.parent)
        self._offer(path)

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

    def _place(self, title: str, pattern: str, name: str) -> Path | None:
        """Ask for a file."""
        return self._ask.save_file(title, self._folder() / name, [pattern])

    def _folder(self) -> Path:
        last, home = self._desk.memory.folder(), Path.home()
        if last != home:
            return last
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(documents) or home)

    def _put(self, path: Path, made: Callable[[], bytes]) -> bool:
        """Write the file, as often as the user wants it tried."""
        marked = False
        while True:
            if not marked and opened_elsewhere(path):
                question = f"“{path.name}”好像正在 Word 或 WPS 中打开着。请先关闭它。"
                answer = self._ask.choose(
                    question, "已经关闭，再试一次", "没有打开，直接写", "取消"
                )
                if answer not in (0, 1):
                    return False
                marked = answer == 1
                continue
            try:
                write_report(path, made(), marked=marked)
            except DeskError as error:
                if self._ask.choose(str(error), "再试一次", "取消") != 0:
                    return False
            else:
                return True

    def _offer(self, path: Path) -> None:
        answer = self._ask.choose(
            f"已生成“{path.name}”", "打开文件", "打开所在文件夹", "关闭", detail=str(path.parent)
        )
        if answer in (0, 1):
            shown = path if answer == 0 else path.parent
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(shown))):
                self._ask.tell(f"没有程序能打开它，文件在：{path}")


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
