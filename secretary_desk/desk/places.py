"""Places where an archive is in danger: synchronised, on the network, on a stick."""

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

_SYNCED = {
    "onedrive": "OneDrive", "dropbox": "Dropbox", "nutstore": "坚果云", "坚果云": "坚果云",
    "icloud": "iCloud", "wps云盘": "WPS云盘", "wpsdrive": "WPS云盘", "百度网盘": "百度网盘",
    "baidunetdisk": "百度网盘", "baidusyncdisk": "百度网盘",
}  # fmt: skip
_REMOVABLE, _REMOTE = 2, 4  # GetDriveTypeW
_MEDIA = ("/media/", "/run/media/", "/mnt/usb")
_MOUNTS = Path("/proc/self/mountinfo")
_OF_NETWORK = {
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "9p", "ceph", "glusterfs", "davfs",
    "vboxsf", "fuse.sshfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.davfs2", "fuse.glusterfs",
    "fuse.smbnetfs", "fuse.vmhgfs-fuse", "fuse.curlftpfs",
}  # fmt: skip
_OCTAL = re.compile(r"\\([0-7]{3})")


def place_warning(
    path: Path, environment: Mapping[str, str] = os.environ, *, carried: bool = False
) -> str:
    """Return a sentence about a place where an archive is in danger; empty for a good one.

    A stick is a good one for what is ``carried`` on it, with the program, on purpose.
    """
    if service := _synced(path, environment):
        return (
            f"这个位置由{service}同步，同步时可能损坏正在使用的档案；"
            "建议放在本机文件夹，再用“备份一份…”存到这里"
        )
    drive = _drive_type(path)
    if drive == _REMOTE:
        return "这个位置在网络上，断网时可能损坏档案；建议放在本机文件夹，再用“备份一份…”存到这里"
    if drive == _REMOVABLE and not carried:
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
    if _mounted_as(os.path.abspath(path)) in _OF_NETWORK:
        return _REMOTE
    return _REMOVABLE if place.startswith(_MEDIA) else 0


def _mounted_as(place: str) -> str:
    """Return the file system on which a place lies, as proc(5) tells; asks nothing of the disk
    itself, which may not answer."""
    try:
        lines = _MOUNTS.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return ""
    mounts = {_unescaped(line.split()[4]): line.split(" - ")[1].split()[0] for line in lines}
    around = [mount for mount in mounts if f"{place}/".startswith(f"{mount.rstrip('/')}/")]
    return mounts[max(around, key=len)] if around else ""


def _unescaped(text: str) -> str:
    return _OCTAL.sub(lambda found: chr(int(found[1], 8)), text)


def _plain(path: Path) -> str:
    return str(path).replace("\\", "/").rstrip("/").lower()
