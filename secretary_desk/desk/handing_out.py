"""A document handed out: written where the user wants it, or printed."""

import errno
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from ..errors import DeskError
from ..export.report_files import opened_elsewhere, report_part, write_report
from ..render.pages import BrokenOff, Pages, print_pages
from ..report.document import Document
from ..report.style import StyleSheet
from .desk import Desk

_END = b"%%EOF"  # of a PDF that is whole
WORD, PDF = "Word 文档 (*.docx)", "PDF 文档 (*.pdf)"


class HandingOut(QObject):
    """Asks where a document is to go, writes it there, and says what came of it."""

    def __init__(
        self,
        desk: Desk,
        window: QWidget,
        printers: Callable[[], Sequence[str]] = QPrinterInfo.availablePrinterNames,
    ) -> None:
        super().__init__(window)
        self._desk, self._ask, self._window, self._printers = desk, desk.ask, window, printers

    def write(self, title: str, pattern: str, name: str, made: Callable[[], bytes]) -> None:
        """Write what ``made`` returns into a file that the user names."""
        folder = self._desk.memory.folder()
        path = self._ask.save_file(title, folder / name, [pattern])
        if path is None or not self._put(path, made):
            return
        self._desk.memory.keep_folder(path.parent)
        self._offer(path)

    def has_printer(self) -> bool:
        """Whether there is a printer; where there is none, say what to do."""
        if self._printers():
            return True
        self._ask.tell(
            "没有找到打印机，没有打印。",
            "可以先“导出 PDF”，拿到连着打印机的电脑上打印；或者在系统设置里添加打印机后再试。",
        )
        return False

    def print_document(self, document: Document, style: StyleSheet) -> None:
        """Print on the printer and the pages chosen in the system's dialog."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._window)
        dialog.setMinMax(1, Pages(document, style).count)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self.print_on(printer, document, style)

    def print_on(self, printer: QPrinter, document: Document, style: StyleSheet) -> None:
        """Print on a printer as it was chosen, which may be a file."""
        try:
            if printer.outputFileName():
                _print_into_file(printer, document, style)
            else:
                print_pages(document, style, printer)
        except DeskError as error:
            self._ask.tell(str(error))

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


def _print_into_file(printer: QPrinter, document: Document, style: StyleSheet) -> None:
    """Print into a file: Qt itself does not notice where it has no room, nor spares the old one."""
    with report_part(Path(printer.outputFileName())) as part:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(part))
        try:
            print_pages(document, style, printer)
        except BrokenOff:
            raise OSError(errno.ENOSPC, "the file breaks off") from None
        if not part.read_bytes().rstrip().endswith(_END):
            raise OSError(errno.ENOSPC, "the file breaks off at its end")
