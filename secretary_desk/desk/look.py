"""How the desk looks: one style, one style sheet, one family of icons, whatever the machine."""

from functools import cache

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ..paths import resources
from .icon_engine import IconEngine
from .log import LOG

PAPER, INK, MUTED, LINE = "#FFFFFF", "#22262B", "#5F6670", "#E4E2DD"
ACCENT, SIDE, EDGE, WASH, CHIP = "#A61B1B", "#F6F4EF", "#D0CCC4", "#F4E4E4", "#F6E7E0"
MARK = "#F7DFB5"  # under words that were found
COLOURS = {
    "PAPER": PAPER, "INK": INK, "MUTED": MUTED, "LINE": LINE, "ACCENT": ACCENT,
    "SIDE": SIDE, "EDGE": EDGE, "WASH": WASH,
}  # fmt: skip

# Named before Qt may choose: on Windows its own choice for Chinese is SimSun.
FONTS = ("Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Micro Hei")
FONT_SIZE = 10.0  # points
# To these Windows gives fonts of its own.
_OWN_FONTS = ("QMenu", "QMenuBar", "QAbstractItemView", "QTipLabel", "QStatusBar", "QMessageBox")

# What Qt's translation has no Chinese for, of its own file dialogs.
_MISSING = {
    ("QFileDialog", "&Look in:"): "查找范围(&L)：",
    ("QFileDialog", "Files of &type:"): "文件类型(&T)：",
    ("QAbstractFileIconProvider", "Folder"): "文件夹",
}


def dress(app: QApplication) -> None:
    """Give the program its look: Fusion in light colours, our fonts, Qt's own words in Chinese."""
    app.setStyle("Fusion")
    app.styleHints().setColorScheme(Qt.ColorScheme.Light)
    app.setPalette(_palette())
    font = QFont()
    font.setFamilies(list(FONTS))
    font.setPointSizeF(FONT_SIZE)
    app.setFont(font)
    app.setStyleSheet(style_sheet())
    for widget in _OWN_FONTS:  # the first style sheet brings them back
        app.setFont(font, widget)  # type: ignore[arg-type]  # its stub says bytes, which it refuses
    _speak_chinese(app)


def style_sheet() -> str:
    """Return the style sheet with its colours and icons filled in."""
    text = (resources() / "look" / "desk.qss").read_text("utf-8")
    for name, colour in COLOURS.items():
        text = text.replace(f"@{name}", colour)
    return text.replace("@icons", (resources() / "icons").as_posix())


@cache
def icon(name: str, colour: str = MUTED) -> QIcon:
    """Return an icon of resources/icons, drawn in a colour."""
    svg = (resources() / "icons" / f"{name}.svg").read_text("utf-8")
    return QIcon(IconEngine(svg.replace("currentColor", colour).encode()))


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget its part in the style sheet; also when it is shown already."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def _palette() -> QPalette:
    palette, role = QPalette(QColor(SIDE)), QPalette.ColorRole
    for part, colour in (
        (role.Window, PAPER), (role.Base, PAPER), (role.AlternateBase, SIDE),
        (role.WindowText, INK), (role.Text, INK), (role.ButtonText, INK),
        (role.Highlight, WASH), (role.HighlightedText, INK), (role.PlaceholderText, "#767C86"),
        (role.ToolTipBase, PAPER), (role.ToolTipText, INK), (role.Link, ACCENT),
        (role.Accent, ACCENT),
    ):  # fmt: skip
        palette.setColor(part, QColor(colour))
    return palette


def _speak_chinese(app: QGuiApplication) -> None:
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_zh_CN", folder):
        app.installTranslator(translator)
    else:
        LOG.warning("Qt's own words in Chinese are missing from this installation")
    app.installTranslator(_Missing(app))  # asked first, but what it does not know goes on


class _Missing(QTranslator):
    """Says in Chinese what Qt's own translation leaves in English."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:  # None: whoever knows it may say it
        return _MISSING.get((context, source))

    def isEmpty(self) -> bool:
        return False
