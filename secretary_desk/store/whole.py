"""An archive with its attachments written elsewhere, whole or not at all."""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from sqlite_utils import Database

from ..errors import DeskError
from . import attachments, slip
from .copying import Files, check_name, check_space, new_files, write_files
from .health import called
from .recovery import make_ready
from .schema import VERSION
from .verified import copy_sentences, reading, verified_copy

_HASH = re.compile("[0-9a-f]{64}", re.ASCII)


class BadFiles(DeskError):
    """Attachments of a backup were changed; it can be restored without them."""


def copy_whole(
    source: Path,
    kept: Path,
    target: Path,
    *,
    only_sound: bool | None = None,
    before_named: Callable[[Path], None] = lambda part: None,
) -> Path:
    """Write an archive and its attachments, which lie in ``kept``, under another name.

    With ``only_sound`` no changed attachment is brought along and none replaces a sound one: when
    False, one that an entry names is refused; when True, it is left out. ``before_named`` may look
    at the copy while it has no name yet. Raises DeskError, and then leaves nothing behind.
    """
    check_name(target)
    _refuse_backup(target)
    make_ready(source)
    with copy_sentences(), reading(source) as (db, version):
        if target.exists() and target.samefile(source):
            raise DeskError("没有写成：这就是正在使用的档案，请换一个位置；档案没有变动")
        files = new_files(kept, attachments.folder(target), exact=True)
        if only_sound is not None:
            files, bad = _sorted(files)
            if not only_sound:
                _refuse(db, bad)
        check_space(target.parent, source, files)
        with _all_or_nothing(files):
            write_files(files)
            current = version == VERSION
            verified_copy(db, target, current=current, before_named=before_named)
    return target


def files_named(db: Database) -> set[str]:
    """Return the hashes of attachments that entries name, those in the recycle bin too."""
    tables = (name for name in db.table_names() if "files" in db.table(name).columns_dict)
    texts = (row[0] or "" for name in tables for row in db.execute(f"select files from [{name}]"))
    return {found for text in texts for found in _HASH.findall(text)}


def _refuse_backup(target: Path) -> None:
    """Refuse to write over a backup: its slip would disown what took its place."""
    if os.path.exists(target) and os.path.exists(slip.path_of(target)):
        raise DeskError(
            f"“{called(target)}”是一份备份，没有覆盖它；请换一个名称，备份和档案都没有变动"
        )


def _sorted(files: Files) -> tuple[Files, list[str]]:
    """Return the files to copy, and the hashes of those that are changed and nowhere sound."""
    wanted = [(source, target) for source, target in files if not _is_sound(target)]
    sound = [pair for pair in wanted if _is_sound(pair[0])]
    return sound, [pair[0].name[:64] for pair in wanted if pair not in sound]


def _is_sound(path: Path) -> bool:
    return path.is_file() and sha256(path.read_bytes()).hexdigest() == path.name[:64]


def _refuse(db: Database, bad: list[str]) -> None:
    """Refuse a backup of which an attachment that an entry names was changed."""
    named = files_named(db)
    if found := [name for name in bad if name in named]:
        raise BadFiles(
            f"备份里有{len(found)}个附件已被改动或损坏（{found[0][:8]}…），没有恢复；"
            "现在的档案没有变动，可以换一份备份，或不带这些附件恢复"
        )


@contextmanager
def _all_or_nothing(files: Files) -> Iterator[None]:
    fresh = [target for _, target in files if not target.exists()]
    try:
        yield
    except BaseException:
        for target in fresh:
            with suppress(OSError):
                target.unlink(missing_ok=True)
        for folder in sorted({f for t in fresh for f in (t.parent, t.parent.parent)}, reverse=True):
            with suppress(OSError):  # what holds something stays
                folder.rmdir()
        raise
