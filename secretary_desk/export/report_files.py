"""The report as a file to hand in: its name, and the programs that may have it open."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import DeskError
from ..report.document import Document
from .files import is_open_elsewhere, part_of

LONGEST = 120  # characters, so that a deep folder still fits into Windows' 260
LONGEST_BYTES = 240  # of UTF-8: other systems' limit is 255
_FORBIDDEN = str.maketrans('<>:"/\\|?*', "＜＞：＂／＼｜？＊")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_GAP = re.compile("【[^】]*】")
# Device names that Windows keeps for itself, whatever follows their first dot.
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\..*)?")


def suggested_name(document: Document, suffix: str) -> str:
    """Return a name for the report's file: its title, fit for Windows; ``suffix`` as ``.docx``."""
    return safe_name(_GAP.sub("", document.title()), suffix)


def safe_name(text: str, suffix: str) -> str:
    """Return text as a file name that Windows and others take, cut to what they hold."""
    name = _trimmed(_CONTROL.sub(" ", text).translate(_FORBIDDEN))
    while len(name + suffix) > LONGEST or len((name + suffix).encode()) > LONGEST_BYTES:
        name = _trimmed(name[:-1])
    name = f"_{name}" if _RESERVED.fullmatch(name + suffix) else name
    return (name or "述职报告") + suffix


def opened_elsewhere(path: Path) -> bool:
    """Whether a word processor's mark beside a file says that it is open, there or not."""
    return any(os.path.exists(mark) for mark in _marks(path))


def write_report(path: Path, data: bytes, *, marked: bool = False) -> None:
    """Write a report over what is there; raises DeskError when it cannot be.

    A file that is marked as open is refused unless ``marked`` says that this is known.
    """
    with report_part(path, marked=marked) as part:
        part.write_bytes(data)


@contextmanager
def report_part(path: Path, *, marked: bool = False) -> Iterator[Path]:
    """Give a file to write a report into that takes its name when all went well, as
    ``write_report``."""
    if _RESERVED.fullmatch(path.name):
        raise DeskError(
            f"“{path.name}”这个名称 Windows 留给了设备，不能用来存文件；请改一个名称，档案没有变动"
        )
    # Never made: it would lie on this computer, not on the stick.
    if not os.path.exists(path.parent):
        raise DeskError(
            f"找不到“{path.parent}”，没有写成：优盘可能已拔出，或网络断开了；请接好或另选一个文件夹，"
            "档案没有变动"
        )
    if not marked and opened_elsewhere(path):
        raise DeskError(is_open_elsewhere(path))
    with part_of(path, force=True) as part:
        yield part


def _marks(path: Path) -> Iterator[Path]:
    """Yield the files that Word, WPS and LibreOffice lay beside one that they have open."""
    name = path.name
    # Word's takes the place of the first two letters of a name of eight and more, of one of seven.
    for kept in (name, name[1:], name[2:]):
        yield path.with_name(f"~${kept}")
    yield path.with_name(f".~{name}")
    yield path.with_name(f".~lock.{name}#")


def _trimmed(name: str) -> str:
    """Return a name without what Windows drops silently at its end."""
    return name.strip().rstrip(". ")
