"""Icons drawn from SVG when, and as large as, they are asked for."""

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QStyleOption

# Qt owns its copies, but PySide would let Python take them down: they are kept until the end.
_COPIES: list[QIconEngine] = []


class IconEngine(QIconEngine):
    """Draws one SVG; how it looks when disabled or selected is the style's matter."""

    def __init__(self, svg: bytes) -> None:
        super().__init__()
        self._svg = svg
        self._drawn: dict[tuple[int, int, QIcon.Mode], QPixmap] = {}

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        if size.isEmpty():  # as in a box that is lower than its frame
            return QPixmap()
        key = (size.width(), size.height(), mode)
        if key not in self._drawn:
            self._drawn[key] = _in_mode(_drawn(self._svg, size), mode)
        return self._drawn[key]

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        size = rect.size() * painter.deviceTransform().m11()  # in the screen's own pixels
        painter.drawPixmap(rect, self.pixmap(size, mode, state))

    def clone(self) -> QIconEngine:
        _COPIES.append(IconEngine(self._svg))
        return _COPIES[-1]


def _drawn(svg: bytes, size: QSize) -> QPixmap:
    picture = QPixmap(size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg)).render(painter)
    painter.end()
    return picture


def _in_mode(picture: QPixmap, mode: QIcon.Mode) -> QPixmap:
    if mode is QIcon.Mode.Normal:
        return picture
    option = QStyleOption()
    option.palette = QApplication.palette()
    return QApplication.style().generatedIconPixmap(mode, picture, option)
