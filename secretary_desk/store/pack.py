"""One file out, one file in: an archive with its attachments and the settings."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from ..errors import DeskError
from ..paths import room, whole_file
from . import attachments, slip
from .copying import check_name, check_space, kept_in
from .keeping import count_entries
from .manifest import ARCHIVE, LIST, SETTINGS, SUFFIX, Item, Manifest
from .progress import Progress
from .recovery import make_ready
from .schema import VERSION
from .sealing import Sealer
from .unpack import CRAFTED, read_through, work_folder
from .verified import copy_sentences, reading, verified_copy
from .whole import files_named

__all__ = ["SUFFIX", "Packed", "pack"]

_BLOCK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Packed:
    """A package: its file, the entries and attachments in it, and how many of these it lacks."""

    path: Path
    entries: int
    files: int
    missing: int


def pack(
    archive: Path,
    target: Path,
    passphrase: str | None,
    settings: Mapping[str, Any] | None = None,
    *,
    progress: Progress | None = None,
    today: Callable[[], date] = date.today,
) -> Packed:
    """Write an archive, its attachments and settings into one file, read back before it counts.

    With a passphrase it is encrypted; nobody can open it without. Attachments that are changed or
    not there are left out and counted. ``settings`` is what JSON can say. Raises DeskError, and
    then the target is as it was. Any thread may call it.
    """
    progress = progress or Progress()
    check_name(target)
    make_ready(archive)
    with copy_sentences(), reading(archive) as (db, version):
        files = kept_in(attachments.folder(archive))
        work = work_folder(archive.parent, target.parent)
        _check_space(archive, files, target.parent, None if passphrase is None else work)
        target.parent.mkdir(parents=True, exist_ok=True)
        with room(work) as aside, whole_file(target) as part:
            copy = aside / ARCHIVE
            progress.begin("正在抄写档案", 0)
            verified_copy(db, copy, current=version == VERSION)
            entries, named = count_entries(db), files_named(db)
            with _zip(part, passphrase) as package:
                items = _write(package, [copy, *files], settings or {}, progress)
                held = Manifest(archive.stem, entries, items, today().isoformat())
                package.writestr(_info(LIST, ZIP_DEFLATED), held.to_json().encode())
            _read_back(part, passphrase, work, progress)
    inside = {item.sha256 for item in held.items.values()}
    return Packed(target, entries, held.attachments, len(named - inside))


def _check_space(
    archive: Path, files: Sequence[Path], folder: Path, unsealing: Path | None
) -> None:
    """Refuse where there is no room for the package, or to decrypt it for the reading back."""
    whole = [(path, path) for path in (archive, *files)]
    check_space(folder, archive, whole * 2 if unsealing == folder else whole)
    if unsealing not in (None, folder):
        check_space(unsealing, archive, whole)


@contextmanager
def _zip(part: Path, passphrase: str | None) -> Iterator[ZipFile]:
    with (
        part.open("wb") as file,
        _sealed(file, passphrase) as out,
        closing(ZipFile(out, "w", allowZip64=True)) as package,
    ):
        yield package


@contextmanager
def _sealed(file: IO[bytes], passphrase: str | None) -> Iterator[Any]:
    if passphrase is None:
        yield file
        return
    sealer = Sealer(file, passphrase)
    yield sealer
    sealer.finish()


def _write(
    package: ZipFile, files: Sequence[Path], settings: Mapping[str, Any], progress: Progress
) -> dict[str, Item]:
    items: dict[str, Item] = {}
    progress.begin("正在装入", sum(path.stat().st_size for path in files))
    for source in files:
        if source.name == ARCHIVE:
            items[ARCHIVE] = _add(package, ARCHIVE, source, ZIP_DEFLATED)
        elif _is_sound(source):
            path = f"files/{source.parent.name}/{source.name}"
            items[path] = _add(package, path, source, ZIP_STORED)
        progress.step(source.stat().st_size)
    data = json.dumps(dict(settings), ensure_ascii=False, indent=1).encode()
    items[SETTINGS] = Item(len(data), sha256(data).hexdigest())
    package.writestr(_info(SETTINGS, ZIP_DEFLATED), data)
    return items


def _is_sound(file: Path) -> bool:
    is_small = file.stat().st_size <= attachments.LIMIT
    return is_small and slip.digest(file) == file.name[:64]


def _read_back(part: Path, passphrase: str | None, work: Path, progress: Progress) -> None:
    try:
        read_through(part, passphrase, work, progress)
    except (DeskError, *CRAFTED):
        raise DeskError("写好后读回来检查，与原件不一致，没有保留；原来的档案没有变动") from None


def _add(package: ZipFile, name: str, source: Path, method: int) -> Item:
    digest, size = sha256(), source.stat().st_size
    info = _info(name, method)
    info.file_size = size
    with source.open("rb") as file, package.open(info, "w", force_zip64=size >= 2**31) as inside:
        while block := file.read(_BLOCK):
            digest.update(block)
            inside.write(block)
    return Item(size, digest.hexdigest())


def _info(name: str, method: int) -> ZipInfo:
    info = ZipInfo(name)  # no time of day: it tells nothing that the entries do not
    info.compress_type = method
    return info
