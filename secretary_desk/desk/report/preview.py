"""The pages as they will print, one under the other; only those in view are painted."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QStyleOption

from ...render.pages import Pages, Spot
from ..look import EDGE, PAPER, WASH, set_role
from .holding import Held, nearest, span

LEAST, MOST, STEP = 0.4, 4.0, 1.2


class _Sheet(NamedTuple):
    page: int
    area: QRectF


class Preview(QAbstractScrollArea):
    """Shows pages to read, zoom and click. ``zoom`` 1 fills the width."""

    clicked = Signal(object)  # Spot
    turned = Signal()  # another page is in view, or there are others

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "desk")
        self.setAccessibleName("打印预览")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Always there: a bar that comes and goes would change the width that the pages fill.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.turned.emit())
        self.viewport().setMouseTracking(True)
        self._pages: Pages | None = None
        self._marked: list[tuple[int, QRectF]] = []
        self._pictures: dict[int, QPixmap] = {}
        self._zoom, self._scale = 1.0, 1.0

    def show_pages(self, pages: Pages, marked: Collection[int]) -> None:
        """Show other pages where the last ones stood, some blocks marked."""
        self._pages = pages
        self._pictures.clear()
        self._fit()
        self.mark(marked)

    def mark(self, blocks: Collection[int]) -> None:
        """Mark blocks softly."""
        pages = self._pages
        self._marked = [r for b in blocks for r in pages.rects_of(b)] if pages else []
        self.viewport().update()

    def go_to(self, block: int) -> None:
        """Bring the beginning of a block into view, unless it is there."""
        if self._pages is None:
            return
        page, y = self._pages.place_of(block)
        top = round(self._top(page) + y * self._scale)
        bar, margin = self.verticalScrollBar(), self._gap()
        if not bar.value() <= top <= bar.value() + self.viewport().height() - 3 * margin:
            bar.setValue(top - 2 * margin)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._pages.count if self._pages else 0

    @property
    def page(self) -> int:
        """The page in view, counted from nought: the one in its middle."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        height = self._top(1) - self._top(0)
        return max(0, min(int((middle - self._top(0)) / height), self.count - 1)) if height else 0

    def turn_to(self, page: int) -> None:
        """Bring a page into view from its top."""
        page = max(0, min(page, self.count - 1))
        self.verticalScrollBar().setValue(round(self._top(page)) - self._gap() // 2)

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Show the pages larger or smaller by a factor; nought fills the width again.

        What is at a point of the view stays there, by default what is in its middle.
        """
        held = self._held(self._middle() if at is None else at)
        self._zoom = min(max(self._zoom * factor, LEAST), MOST) if factor else 1.0
        self._fit(held)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        sheets = list(self._in_view())
        for page in self._pictures.keys() - {sheet.page for sheet in sheets}:
            del self._pictures[page]  # enlarged, a page takes many megabytes
        for sheet in sheets:
            painter.fillRect(sheet.area, QColor(PAPER))
            for page, area in self._marked:
                if page == sheet.page:
                    painter.fillRect(self._on_screen(area, sheet.area), QColor(WASH))
            painter.drawPixmap(sheet.area.topLeft(), self._picture(sheet.page))
            painter.setPen(QColor(EDGE))
            painter.drawRect(sheet.area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turned := event.angleDelta().y():
                self.zoom(STEP if turned > 0 else 1 / STEP, event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event) -> None:
        if event.matches(QKeySequence.StandardKey.ZoomIn):
            self.zoom(STEP)
        elif event.matches(QKeySequence.StandardKey.ZoomOut):
            self.zoom(1 / STEP)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = self._spot(event.position())
        if event.button() == Qt.MouseButton.LeftButton and spot:
            self.clicked.emit(spot)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._spot(event.position())
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def _fit(self, held: Held | None = None) -> None:
        """Lay the sheets out for the width there is; what was in the middle stays there."""
        if self._pages is None:
            return
        if held is None and self.verticalScrollBar().value():
            held = self._held(self._middle())
        free = self.viewport().width() - 2 * self._gap()
        scale = max(free, 1) / self._pages.size[0] * self._zoom
        changed, self._scale = scale != self._scale, scale
        # Across first: its bar takes from the height.
        view, width = self.viewport(), round(self._pages.size[0] * scale) + 2 * self._gap()
        span(self.horizontalScrollBar(), width, view.width())
        span(self.verticalScrollBar(), round(self._top(self.count)), view.height())
        self.verticalScrollBar().setSingleStep(self._gap() * 3)
        if changed:
            self._pictures.clear()
            if held:
                self._hold(held)
        self.viewport().update()
        self.turned.emit()

    def _middle(self) -> QPointF:
        return QRectF(self.viewport().rect()).center()

    def _held(self, at: QPointF) -> Held | None:
        """Return the point of a page that is nearest to one of the view, to be held there."""
        if not self.count:
            return None
        down = at.y() + self.verticalScrollBar().value() - self._top(0)
        page = max(0, min(int(down / (self._top(1) - self._top(0))), self.count - 1))
        area = self._area(page)
        return Held(page, (nearest(at, area) - area.topLeft()) / self._scale, at)

    def _hold(self, held: Held) -> None:
        """Bring a page's point back to where it was, as far as the pages go."""
        off = self._area(held.page).topLeft() + held.point * self._scale - held.at
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + round(off.x()))
        down.setValue(down.value() + round(off.y()))

    def _in_view(self) -> Iterator[_Sheet]:
        height = self.viewport().height()
        for page in range(self.count):
            area = self._area(page)
            if area.bottom() >= 0 and area.top() <= height:
                yield _Sheet(page, area)

    def _area(self, page: int) -> QRectF:
        assert self._pages
        width, height = (round(side * self._scale) for side in self._pages.size)
        left = max((self.viewport().width() - width) // 2, self._gap())
        left -= self.horizontalScrollBar().value()
        return QRectF(
            left, round(self._top(page)) - self.verticalScrollBar().value(), width, height
        )

    def _top(self, page: int) -> float:
        """Return where a sheet begins, in pixels from the top of all."""
        height = self._pages.size[1] * self._scale if self._pages else 0
        return self._gap() + page * (height + self._gap())

    def _gap(self) -> int:
        return self.fontMetrics().height() // 2

    def _on_screen(self, millimetres: QRectF, sheet: QRectF) -> QRectF:
        scale = self._scale
        return QRectF(
            sheet.left() + millimetres.left() * scale,
            sheet.top() + millimetres.top() * scale,
            millimetres.width() * scale,
            millimetres.height() * scale,
        )

    def _spot(self, point: QPointF) -> Spot | None:
        for page, area in self._in_view():
            if self._pages and area.contains(point):
                at = (point - area.topLeft()) / self._scale
                return self._pages.at(page, at.x(), at.y())
        return None

    def _picture(self, page: int) -> QPixmap:
        if page not in self._pictures:
            self._pictures[page] = self._painted(page)
        return self._pictures[page]

    def _painted(self, page: int) -> QPixmap:
        assert self._pages
        ratio = self.devicePixelRatioF()
        width, height = (round(side * self._scale * ratio) for side in self._pages.size)
        picture = QPixmap(width, height)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._scale, self._scale)
        self._pages.paint(painter, page)
        painter.end()
        return picture
