"""What is seen of an attachment, made from its file in a worker: values only, nothing of Qt's."""

from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from ...records.record import Attachment
from ...store import attachments
from ...store.attachments import State

PICTURES = frozenset(
    (".jpg", ".jpeg", ".jfif", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic", ".heif")
)
# Others that Pillow knows start programs (EPS) or are seldom tried against malice.
_FORMATS = ("JPEG", "PNG", "GIF", "BMP", "TIFF", "WEBP")
_PIXELS = 60_000_000  # that are unpacked at most, 240 MB; a JPEG is read at an eighth of its size


class Pixels(NamedTuple):
    """A small picture: its size in pixels, and four bytes for each, RGBA."""

    width: int
    height: int
    rgba: bytes


class Seen(NamedTuple):
    """What has become of a file, and its picture if it has one."""

    state: State
    pixels: Pixels | None = None


def look(archive: Path, attachment: Attachment, side: int) -> "Future[Seen]":
    """Begin to look at an attachment's file; the picture fits a square of ``side`` pixels."""
    return _worker().submit(seen, archive, attachment, side)


def seen(archive: Path, attachment: Attachment, side: int) -> Seen:
    """Return what is seen of an attachment's file."""
    state = attachments.state(archive, attachment)
    path = attachments.path_of(archive, attachment)
    if state is not State.SOUND or path.suffix not in PICTURES:
        return Seen(state)
    return Seen(state, _remembered(path, side))


@lru_cache(maxsize=128)  # 15 MB; a file's name is its content's hash
def _remembered(path: Path, side: int) -> Pixels | None:
    try:
        return shrunk(path.read_bytes(), side)
    except OSError:
        return None


def shrunk(data: bytes, side: int) -> Pixels | None:
    """Return a picture that fits a square of ``side`` pixels, upright; None for what is none."""
    from PIL import Image, ImageOps  # takes long to load

    try:
        with Image.open(BytesIO(data), formats=_FORMATS) as image:
            image.draft("RGB", (2 * side, 2 * side))
            if image.width * image.height > _PIXELS:
                return None
            image.thumbnail((side, side))
            upright = ImageOps.exif_transpose(image).convert("RGBA")
            return Pixels(upright.width, upright.height, upright.tobytes())
    except Exception:  # what is broken makes Pillow raise anything
        return None


@cache
def _worker() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="thumbnails")
