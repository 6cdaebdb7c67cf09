"""Taking a package in: it may come from anybody, so nothing in it is believed unchecked."""

import json
import os
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from .. import paths
from ..errors import DeskError
from .copying import free_room
from .health import called
from .manifest import (
    ARCHIVE,
    LARGEST,
    LIST,
    SETTINGS,
    START,
    Manifest,
    place_of,
    read_manifest,
)
from .progress import Progress
from .reasons import reason_of
from .recovery import damage
from .sealing import broken, is_sealed, unsealed
from .settling import made, settle

_BLOCK = 1024 * 1024
_MOST_FILES = 100_000
# What reading a zip that nobody of ours wrote may raise.
CRAFTED = (
    BadZipFile, NotImplementedError, RuntimeError, zlib.error, EOFError, ValueError, struct.error,
    OverflowError, IndexError, MemoryError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What came out of a package: the archive, ready to be opened, and the settings."""

    archive: Path
    settings: dict[str, Any]


def work_folder(folder: Path, other: Path) -> Path:
    """Return where plain text may lie for a while: on a folder's disk, else beside the package.

    What has lain on a stick can be found there after it was deleted.
    """
    there = next(path for path in (folder, *folder.absolute().parents) if path.is_dir())
    return there if os.access(there, os.W_OK) else other


def needs_passphrase(package: Path) -> bool:
    """Whether a package is encrypted; raises DeskError when it cannot be read."""
    with _sentence(package), package.open("rb") as file:
        return is_sealed(file.read(START))


def check_package(
    package: Path,
    passphrase: str | None = None,
    folder: Path | None = None,
    *,
    progress: Progress | None = None,
) -> Manifest:
    """Read a package through and return its list; raises DeskError. Any thread may call it.

    What is encrypted is decrypted on the disk of ``folder``, to spare the stick.
    """
    with _sentence(package):
        return read_through(package, passphrase, folder or package.parent, progress or Progress())


def read_through(
    package: Path, passphrase: str | None, folder: Path, progress: Progress
) -> Manifest:
    """Do as ``check_package``, and raise what happened: DeskError, OSError or of ``CRAFTED``."""
    with _opened(package, passphrase, progress, folder) as inside:
        manifest = _listed(inside)
        progress.begin("正在核对", manifest.size)
        for name in manifest.items:
            for block in _read(inside, manifest, name):
                progress.step(len(block))
    return manifest


def unpack(
    package: Path,
    folder: Path,
    passphrase: str | None = None,
    *,
    progress: Progress | None = None,
) -> Unpacked:
    """Put a package's archive and attachments into a folder, under a name that is free there.

    Raises DeskError, and then leaves nothing behind. Any thread may call it.
    """
    progress = progress or Progress()
    with _sentence(package), _opened(package, passphrase, progress, folder) as inside:
        manifest = _listed(inside)
        _check_room(folder, manifest)
        with made(folder), paths.room(folder) as room:
            progress.begin("正在取出", manifest.size)
            settings = _take_out(inside, manifest, room, progress)
            if found := damage(room / ARCHIVE):
                raise DeskError(f"里面的档案不能用：{found}")
            return Unpacked(settle(room, folder, manifest.name), settings)


@contextmanager
def _opened(
    package: Path, passphrase: str | None, progress: Progress, folder: Path
) -> Iterator[ZipFile]:
    """Open a package's zip; an encrypted one in a nameless, private file on the same disk."""
    with package.open("rb") as file:
        sealed = is_sealed(file.read(START))
        file.seek(0)
        if not sealed:
            with ZipFile(file) as inside:
                yield inside
            return
        if passphrase is None:
            raise DeskError("它有口令，请输入口令")
        progress.begin("正在解密", package.stat().st_size)
        with TemporaryFile(dir=work_folder(folder, package.parent)) as plain:
            for piece in unsealed(file, passphrase):
                plain.write(piece)
                progress.step(len(piece))
            plain.seek(0)
            with ZipFile(plain) as inside:
                yield inside


def _listed(inside: ZipFile) -> Manifest:
    """Return the list, after holding it against what the zip says: neither has more or less."""
    infos = inside.infolist()
    names = {info.filename: info for info in infos}
    if LIST not in names or len(names) != len(infos) or len(infos) > _MOST_FILES:
        raise broken()
    manifest = read_manifest(b"".join(_blocks(inside, names[LIST], LARGEST[LIST])))
    if names.keys() != manifest.items.keys() | {LIST}:
        raise broken()
    if any(names[name].file_size != item.size for name, item in manifest.items.items()):
        raise broken()
    return manifest


def _read(inside: ZipFile, manifest: Manifest, name: str) -> Iterator[bytes]:
    """Yield a file's content, which is what the list says or ends in a DeskError."""
    item, digest, size = manifest.items[name], sha256(), 0
    for block in _blocks(inside, inside.getinfo(name), item.size):
        digest.update(block)
        size += len(block)
        yield block
    if (size, digest.hexdigest()) != (item.size, item.sha256):
        raise broken()


def _blocks(inside: ZipFile, info: ZipInfo, most: int) -> Iterator[bytes]:
    """Yield a file's content, however much it swells to no more than it may."""
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED) or info.file_size > most:
        raise broken()
    left = most
    with inside.open(info) as file:
        while block := file.read(_BLOCK):
            left -= len(block)
            if left < 0:
                raise broken()
            yield block


def _check_room(folder: Path, manifest: Manifest) -> None:
    need = manifest.size
    if (free := free_room(folder)) < need + 2**20:
        raise DeskError(
            f"磁盘只剩{free // 2**20}MB，需要{need // 2**20 + 2}MB；请清理磁盘或换一个位置"
        )


def _take_out(
    inside: ZipFile, manifest: Manifest, room: Path, progress: Progress
) -> dict[str, Any]:
    for name in manifest.items.keys() - {SETTINGS}:
        place = room / ARCHIVE if name == ARCHIVE else room.joinpath("files", *place_of(name))
        paths.private_folder(place.parent)
        with open(place, "xb", opener=paths.private_opener) as file:
            _write(file, _read(inside, manifest, name), progress)
    try:
        settings = json.loads(b"".join(_read(inside, manifest, SETTINGS)).decode("utf-8"))
    except (ValueError, RecursionError):
        raise broken() from None
    if not isinstance(settings, dict):
        raise broken()
    return settings


def _write(file: IO[bytes], blocks: Iterator[bytes], progress: Progress) -> None:
    for block in blocks:
        file.write(block)
        progress.step(len(block))
    file.flush()
    os.fsync(file.fileno())


@contextmanager
def _sentence(package: Path) -> Iterator[None]:
    try:
        if package.exists() and not package.is_file():  # a pipe may never be written to
            raise DeskError("它不是文件")
        yield
    except DeskError as error:
        raise _refused(package, str(error)) from None
    except OSError as error:
        raise _refused(package, reason_of(error)) from None
    except CRAFTED:
        raise _refused(package, str(broken())) from None


def _refused(package: Path, reason: str) -> DeskError:
    return DeskError(f"“{called(package)}”没有打开：{reason}；什么也没有改动")
