"""Taking a package in: it may come from anybody, so nothing in it is believed unchecked."""

import json
import os
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from ..errors import DeskError
from ..records.text import file_name
from . import attachments
from .copying import free_room, reason_of
from .health import called, journal_of
from .manifest import ARCHIVE, LARGEST, LIST, SETTINGS, Manifest, broken, place_of, read_manifest
from .recovery import damage
from .sealing import is_sealed, unsealed

_BLOCK = 1024 * 1024
_MOST_FILES = 100_000
_CRAFTED = (
    BadZipFile, NotImplementedError, RuntimeError, zlib.error, EOFError, ValueError, struct.error,
    OverflowError, IndexError, MemoryError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What came out of a package: the archive, ready to be opened, and the settings."""

    archive: Path
    settings: dict[str, Any]


def needs_passphrase(package: Path) -> bool:
    """Whether a package is encrypted; raises DeskError when it cannot be read."""
    with _sentence(package), package.open("rb") as file:
        return is_sealed(file.read(100))


def check_package(package: Path, passphrase: str | None = None) -> Manifest:
    """Read a package through and return its list; raises DeskError."""
    with _sentence(package), _opened(package, passphrase, package.parent) as inside:
        manifest = _listed(inside)
        for name in manifest.items:
            for _ in _read(inside, manifest, name):
                pass
    return manifest


def unpack(package: Path, folder: Path, passphrase: str | None = None) -> Unpacked:
    """Put a package's archive and attachments into a folder, under a name that is free there.

    Raises DeskError, and then leaves nothing behind.
    """
    with _sentence(package), _opened(package, passphrase, package.parent, folder) as inside:
        manifest = _listed(inside)
        _check_room(folder, manifest)
        with _made(folder), TemporaryDirectory(dir=folder, prefix=".") as room:
            settings = _take_out(inside, manifest, Path(room))
            if found := damage(Path(room) / ARCHIVE):
                raise DeskError(f"里面的档案不能用：{found}")
            return Unpacked(_settle(Path(room), folder, manifest.name), settings)


@contextmanager
def _opened(package: Path, passphrase: str | None, *folders: Path) -> Iterator[ZipFile]:
    """Open a package's zip; an encrypted one in a nameless, private file on the same disk."""
    with package.open("rb") as file:
        sealed = is_sealed(file.read(100))
        file.seek(0)
        if not sealed:
            with ZipFile(file) as inside:
                yield inside
            return
        if passphrase is None:
            raise DeskError("它有口令，请输入口令")
        where = next((f for f in reversed(folders) if os.access(f, os.W_OK)), None)
        with TemporaryFile(dir=where) as plain:
            for piece in unsealed(file, passphrase):
                plain.write(piece)
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
    need = sum(item.size for item in manifest.items.values())
    if (free := free_room(folder)) < need + 2**20:
        raise DeskError(
            f"磁盘只剩{free // 2**20}MB，需要{need // 2**20 + 2}MB；请清理磁盘或换一个位置"
        )


@contextmanager
def _made(folder: Path) -> Iterator[None]:
    """Make a folder with those it lies in; when nothing comes of it, they go again."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        for path in missing:
            with suppress(OSError):
                path.rmdir()
        raise


def _take_out(inside: ZipFile, manifest: Manifest, room: Path) -> dict[str, Any]:
    for name in manifest.items.keys() - {SETTINGS}:
        place = room / ARCHIVE if name == ARCHIVE else room.joinpath("files", *place_of(name))
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("xb") as file:
            _write(file, _read(inside, manifest, name))
    try:
        settings = json.loads(b"".join(_read(inside, manifest, SETTINGS)).decode("utf-8"))
    except (ValueError, RecursionError):
        raise broken() from None
    if not isinstance(settings, dict):
        raise broken()
    return settings


def _write(file: IO[bytes], blocks: Iterator[bytes]) -> None:
    for block in blocks:
        file.write(block)
    file.flush()
    os.fsync(file.fileno())


def _settle(room: Path, folder: Path, name: str) -> Path:
    """Move what was taken out to where it stays, the archive last."""
    archive = _free_place(folder, file_name(name, "支部"))
    kept = attachments.folder(archive)
    if (room / "files").is_dir():
        os.rename(room / "files", kept)
    try:
        os.rename(room / ARCHIVE, archive)
    except OSError:
        rmtree(kept, ignore_errors=True)
        raise
    return archive


def _free_place(folder: Path, name: str) -> Path:
    number = 1
    while True:
        place = folder / f"{name}{f'（{number}）' if number > 1 else ''}.sdesk"
        if not any(p.exists() for p in (place, attachments.folder(place), journal_of(place))):
            return place
        number += 1


@contextmanager
def _sentence(package: Path) -> Iterator[None]:
    try:
        yield
    except DeskError as error:
        raise _refused(package, str(error)) from None
    except OSError as error:
        raise _refused(package, reason_of(error)) from None
    except _CRAFTED:
        raise _refused(package, str(broken())) from None


def _refused(package: Path, reason: str) -> DeskError:
    return DeskError(f"“{called(package)}”没有打开：{reason}；什么也没有改动")
