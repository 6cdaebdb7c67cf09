"""Files and pictures that come by dropping, pasting or choosing."""

from collections.abc import Container
from datetime import datetime
from itertools import count
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage

from ...records.day import Day

PATTERNS = (
    "照片和文档 (*.jpg *.jpeg *.png *.heic *.pdf *.doc *.docx *.xls *.xlsx *.ppt *.pptx"
    " *.wps *.zip)",
    "全部文件 (*)",
)  # of file dialogs
_LARGE = 8 * 1024 * 1024  # bytes of PNG above which a picture is a photo, better kept as JPEG


def files_of(data: QMimeData) -> list[Path]:
    """Return the files of this machine that were copied or are dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def is_for_files(data: QMimeData) -> bool:
    """Whether a text box leaves this to the attachments: files, or a picture without words.

    Cells and paragraphs of other programs come as words with a picture of them.
    """
    return bool(files_of(data)) or (data.hasImage() and not data.hasFormat("text/plain"))


def picture_of(data: QMimeData) -> tuple[str, bytes] | None:
    """Return the ending and the content of a picture's file; None when there is no picture."""
    image = data.imageData() if data.hasImage() else None
    if not isinstance(image, QImage) or image.isNull():
        return None
    png = _written(image, "PNG")
    return (".png", png) if len(png) <= _LARGE else (".jpg", _written(image, "JPEG"))


def picture_name(day: Day | None, now: datetime, suffix: str, taken: Container[str]) -> str:
    """Return a name for a picture without one: by the entry's day, else by the clock."""
    when = day.first().isoformat() if day and day.whole else f"{now:%Y-%m-%d %H.%M}"
    names = (f"照片 {when}{f'（{n}）' if n > 1 else ''}{suffix}" for n in count(1))
    return next(name for name in names if name not in taken)


def _written(image: QImage, form: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, form, 92 if form == "JPEG" else -1)
    return bytes(buffer.data().data())
