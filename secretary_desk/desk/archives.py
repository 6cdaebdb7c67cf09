"""Where archives are placed, what their files are called, and the sample to look around in."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from .. import paths
from ..errors import DeskError
from ..records.text import file_name
from ..store.founding import create_archive
from ..store.health import drop_journal
from ..store.sample import enter_sample
from ..store.store import Store

__all__ = ["create_archive", "free_place", "open_sample", "place_warning"]

SUFFIX = ".sdesk"
SAMPLE = f"示例支部（虚构）{SUFFIX}"
_SYNCED = {
    "onedrive": "OneDrive", "dropbox": "Dropbox", "nutstore": "坚果云", "坚果云": "坚果云",
    "icloud": "iCloud", "wps云盘": "WPS云盘", "wpsdrive": "WPS云盘", "百度网盘": "百度网盘",
    "baidunetdisk": "百度网盘", "baidusyncdisk": "百度网盘",
}  # fmt: skip
_REMOVABLE, _REMOTE = 2, 4  # GetDriveTypeW
_MEDIA = ("/media/", "/run/media/", "/mnt/usb")


def free_place(branch: str, folder: Path | None = None) -> Path:
    """Return where a branch's new archive goes: a name that any file system takes and is free."""
    folder, name, number = folder or paths.archives(), file_name(branch, "支部"), 1
    while (place := folder / f"{name}{f'（{number}）' if number > 1 else ''}{SUFFIX}").exists():
        number += 1
    return place


def open_sample(folder: Path | None = None, *, afresh: bool = False) -> Path:
    """Return the sample archive, a fictional branch's year; made when it is not there.

    One that is there keeps what was tried out in it, unless asked for afresh. Raises DeskError.
    """
    folder = folder or paths.archives()
    target = folder / SAMPLE
    if afresh or not _opens(target):
        try:
            _make_sample(folder, target)
        except OSError as error:
            reason = error.strerror or error
            raise DeskError(f"示例档案没有建成：{reason}；如果示例正开着，请先关闭它") from None
    return target


def _opens(path: Path) -> bool:
    try:
        Store.open(path).close()
    except DeskError:
        return False
    return True


def _make_sample(folder: Path, target: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder, prefix=".") as room:
        with Store.create(Path(room) / SAMPLE) as store:
            enter_sample(store)
        drop_journal(target)
        os.replace(store.path, target)


def place_warning(path: Path, environment: Mapping[str, str] = os.environ) -> str:
    """Return a sentence about a place where an archive is in danger; empty for a good one."""
    if service := _synced(path, environment):
        return (
            f"这个位置由{service}同步，同步时可能损坏正在使用的档案；"
            "建议放在本机文件夹，再用“备份一份…”存到这里"
        )
    drive = _drive_type(path)
    if drive == _REMOTE:
        return "这个位置在网络上，断网时可能损坏档案；建议放在本机文件夹，再用“备份一份…”存到这里"
    if drive == _REMOVABLE:
        return "这个位置在优盘或移动硬盘上，请先关闭程序再拔出；建议放在本机，用优盘做备份"
    return ""


def _synced(path: Path, environment: Mapping[str, str]) -> str:
    place = _plain(path)
    roots = [v for k, v in environment.items() if k.lower().startswith("onedrive") and v]
    if any((place + "/").startswith(_plain(Path(root)) + "/") for root in roots):
        return "OneDrive"
    parts = place.split("/")
    names = (name for word, name in _SYNCED.items() for part in parts if part.startswith(word))
    return next(names, "")


def _drive_type(path: Path) -> int:
    place = _plain(path)
    if place.startswith("//"):
        return _REMOTE
    if sys.platform == "win32":
        import ctypes

        return int(ctypes.windll.kernel32.GetDriveTypeW(os.path.splitdrive(path)[0] + "\\"))
    return _REMOVABLE if place.startswith(_MEDIA) else 0


def _plain(path: Path) -> str:
    return str(path).replace("\\", "/").rstrip("/").lower()
