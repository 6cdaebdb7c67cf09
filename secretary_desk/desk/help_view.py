"""The help: one page for each page of the window, read without a network."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QColor, QKeyEvent, QTextBlock, QTextBlockFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QWidget,
)

from .. import __version__
from ..paths import archives, carried, logs, parts, resources, settings
from .look import MUTED, SIDE

START = "start"
GROUPS: Mapping[str, tuple[str, ...]] = {
    "入门": (START, "keys", "archive", "restoring", "trouble", "moving", "privacy", "about"),
    "案头": ("calendar", "check", "attendance", "quick", "history", "search"),
    "全年工作": (
        "study_meeting", "theme_day", "development", "highlight", "honour", "problem",
        "first_agenda", "org_life", "appraisal", "talk", "training",
        "vanguard", "integration", "campaign", "service", "visit",
        "partnership", "inspection", "integrity", "publicity",
    ),
    "述职": ("report", "writing", "proofreading", "outline", "rehearsal", "review_comment", "plan"),
    "支部": ("branch", "person", "dues", "election"),
}  # fmt: skip
_CARRIED = (
    "正以便携方式运行：程序旁边有 portable.txt，档案、备份、设置和日志都在程序文件夹里，"
    "不往这台电脑上写；导出的文件存到您选的地方。"
)
_LOCAL = "资料在这台电脑里，卸载程序不会删掉。"
_MARKUP = re.compile(r"([!-/:-@\[-`{-~])")  # what Markdown may take for its own, in a path
PAGES = tuple(page for pages in GROUPS.values() for page in pages)
_COLUMNS = 42  # Chinese characters of a page's line: more are hard to follow
_SIZES = {1: 15.0, 2: 11.0}  # points of the headings
_LIST_STYLE = f"QListWidget {{ background: {SIDE}; border: none; padding: 8px 4px; }}"


def help_text(page: str) -> str:
    """Return a page of the help as Markdown; its first line is its title."""
    return _text(page) + _places() + _parts() if page == "about" else _text(page)


def help_title(page: str) -> str:
    """Return a page's title."""
    return help_text(page).split("\n", 1)[0].removeprefix("# ").strip()


@cache
def _text(page: str) -> str:
    return (resources() / "help" / f"{page}.md").read_text("utf-8")


def _places() -> str:
    """Return where this program keeps what: in the user's folders, or beside itself."""
    places = (("新建的档案", archives()), ("窗口的设置", settings()), ("出错日志", logs()))
    told = ((name, _MARKUP.sub(r"\\\1", str(path))) for name, path in places)
    lines = "\n".join(f"- {name}：{path}" for name, path in told)
    return f"\n## 资料在哪里\n\n{_CARRIED if carried() else _LOCAL}\n\n{lines}\n"


def _parts() -> str:
    """Return this program's version, and where it was bundled, what it is bundled with."""
    index = parts()
    lines = index.read_text("utf-8-sig").splitlines() if index else []
    told = "\n".join(f"- {line}" for line in (f"书记案头 {__version__}", *lines))
    return f"\n## 版本\n\n{told}\n"


class HelpView(QWidget):
    """A window of its own: pages on the left, the one that is read on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("书记案头 帮助")
        self._list, self._text = QListWidget(), _Browser()
        self._items = dict(self._fill())
        self._list.currentItemChanged.connect(self._on_chosen)
        self._text.anchorClicked.connect(self._on_link)
        self._lay_out()
        self.show_page(START)

    @property
    def page(self) -> str:
        """The name of the page that is read."""
        return str(self._list.currentItem().data(Qt.ItemDataRole.UserRole))

    def show_page(self, page: str) -> None:
        """Show a page by its name; one that does not exist is the first."""
        self._list.setCurrentItem(self._items.get(page, self._items[START]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def _fill(self) -> Iterator[tuple[str, QListWidgetItem]]:
        line = self.fontMetrics().lineSpacing()
        for group, pages in GROUPS.items():
            heading = QListWidgetItem(group, self._list)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            heading.setForeground(QColor(MUTED))
            heading.setSizeHint(QSize(0, line * 3 // 2))
            heading.setTextAlignment(Qt.AlignmentFlag.AlignBottom)
            for page in pages:
                item = QListWidgetItem(f"\u2002{help_title(page)}", self._list)
                item.setData(Qt.ItemDataRole.UserRole, page)
                item.setSizeHint(QSize(0, line * 5 // 4))
                yield page, item

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._list)
        layout.addWidget(self._text, 1)
        layout.addStretch()
        wide = self.fontMetrics().horizontalAdvance("国")
        self._list.setFixedWidth(wide * 12)
        self._list.setStyleSheet(_LIST_STYLE)
        self._text.setMaximumWidth(wide * (_COLUMNS + 8))
        self._list.setAccessibleName("帮助目录")
        self._text.setAccessibleName("帮助内容")
        self.resize(wide * (12 + _COLUMNS + 8), self.fontMetrics().lineSpacing() * 31)
        self._list.setFocus()

    def _on_chosen(self, item: QListWidgetItem) -> None:
        self._text.show_markdown(help_text(str(item.data(Qt.ItemDataRole.UserRole))))

    def _on_link(self, link: QUrl) -> None:
        name = link.path().removesuffix(".md")
        if link.isRelative() and name in PAGES:
            self.show_page(name)


class _Browser(QTextBrowser):
    """Shows Markdown of our own; it follows no link and fetches nothing by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.document().setDocumentMargin(self.fontMetrics().lineSpacing() * 1.5)
        self.document().setIndentWidth(self.fontMetrics().lineSpacing())
        self.setStyleSheet("border: none")

    def loadResource(self, kind: int, name: QUrl) -> None:
        return None

    def show_markdown(self, text: str) -> None:
        """Show a page from its top, with air between its lines."""
        self.setMarkdown(text)
        block = self.document().begin()
        while block.isValid():
            self._set(block)
            block = block.next()
        for frame in self.document().rootFrame().childFrames():
            form = frame.frameFormat()
            form.setTopMargin(self.fontMetrics().lineSpacing() / 2)
            frame.setFrameFormat(form)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _set(self, block: QTextBlock) -> None:
        cursor, line = QTextCursor(block), self.fontMetrics().lineSpacing()
        level, form = block.blockFormat().headingLevel(), QTextBlockFormat()
        form.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if level in _SIZES:
            form.setTopMargin(line if level > 1 else 0)
            form.setBottomMargin(line / 4)
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            letters = cursor.charFormat()
            letters.clearProperty(QTextFormat.Property.FontSizeAdjustment)
            letters.setFontPointSize(_SIZES[level])
            cursor.setCharFormat(letters)
        cursor.mergeBlockFormat(form)
