"""Draw desk.svg into desk.ico and welcome.bmp; run again when the drawing changes.

Runs with the project's own packages: ``python packaging/windows/icon.py``.
"""

from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

_HERE = Path(__file__).parent
_PAPER = "#F6F4EF"
_WELCOME = (164, 314)  # pixels that the installer's first page gives
_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)


def main() -> None:
    """Write the icon in all sizes, and the installer's picture, beside the drawing."""
    drawing = QSvgRenderer(str(_HERE / "desk.svg"))
    *smaller, largest = [_drawn(drawing, size) for size in _SIZES]
    largest.save(_HERE / "desk.ico", sizes=[(size, size) for size in _SIZES], append_images=smaller)
    welcome, (wide, high) = Image.new("RGB", _WELCOME, _PAPER), _WELCOME
    icon = _drawn(drawing, wide // 2)
    welcome.paste(icon, ((wide - icon.width) // 2, (high - icon.height) // 3), icon)
    welcome.quantize(64).save(_HERE / "welcome.bmp")


def _drawn(drawing: QSvgRenderer, size: int) -> Image.Image:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return Image.open(BytesIO(buffer.data().data()))


if __name__ == "__main__":
    main()
