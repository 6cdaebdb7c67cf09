"""Icons are sharp at every size, and the style shows which ones are off."""

import gc

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter

from secretary_desk.desk.look import ACCENT, MUTED, icon


def image(size=20, ratio=1.0, mode=QIcon.Mode.Normal, colour=ACCENT):
    return icon("award", colour).pixmap(QSize(size, size), ratio, mode).toImage()


def strongest(picture):
    """Return the colour of the pixel that covers most."""
    places = [(x, y) for x in range(picture.width()) for y in range(picture.height())]
    return max((picture.pixelColor(*place) for place in places), key=QColor.alpha)


@pytest.mark.parametrize("size", [13, 17, 20, 64, 200])
@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_an_icon_has_a_pixel_for_every_pixel_of_the_screen(qtbot, size, ratio):
    assert image(size, ratio).size() == QSize(size, size) * ratio


@pytest.mark.parametrize("colour", [ACCENT, MUTED])
def test_an_icon_has_the_colour_it_is_asked_for_in(qtbot, colour):
    assert strongest(image(64, colour=colour)).name() == QColor(colour).name()


def test_an_icon_that_is_off_is_greyed(qtbot):
    off = strongest(image(64, mode=QIcon.Mode.Disabled))
    assert off.hslSaturation() < QColor(ACCENT).hslSaturation()


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_a_painted_icon_is_the_one_that_buttons_show(qtbot, ratio):
    canvas = QImage(QSize(20, 20) * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    canvas.setDevicePixelRatio(ratio)
    canvas.fill(Qt.GlobalColor.transparent)
    painter = QPainter(canvas)
    icon("award", ACCENT).paint(painter, QRect(0, 0, 20, 20))
    painter.end()
    shown = image(20, ratio).convertToFormat(canvas.format())
    assert shown == canvas


def test_a_copy_of_an_icon_is_drawn_as_the_icon_is(qtbot):
    copy = QIcon(icon("award", ACCENT))
    copy.setIsMask(True)  # parts it from the one it was copied from
    gc.collect()
    assert copy.pixmap(20, 20).toImage() == image(20)
    del copy
    gc.collect()
    assert not icon("award", ACCENT).isNull()


def test_where_there_is_no_room_an_icon_draws_nothing_and_complains_of_nothing(qtbot):
    canvas = QImage(20, 20, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(canvas)
    icon("award", ACCENT).paint(painter, QRect(0, 0, 16, -4))
    painter.end()
    assert icon("award", ACCENT).pixmap(16, 0).isNull()
