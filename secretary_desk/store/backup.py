"""Backups of an archive, made of copies that were read back before they count.

A backup ``备份/NAME-20261121-140302.sdesk`` is an archive itself, with a slip beside it that shows
a changed byte. All backups of NAME share one folder of attachments, ``备份/NAME.sdesk.files``: it
only gains. So a backup becomes an archive again by ``restore``, or by hand: copy both out of the
folder and take the date off the name.
"""

import filecmp
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from ..errors import DeskError
from ..paths import whole_file
from . import attachments
from .health import busy, called, changes, check_header, journal_of
from .keeping import Backup, Reason, back_up, backups_of, check_backup, files_of, is_backup
from .recovery import damage
from .verified import copy_sentences, verified_copy
from .whole import copy_whole

__all__ = [
    "Backup",
    "Reason",
    "back_up",
    "backups_of",
    "check_backup",
    "copy_to",
    "is_backup",
    "restore",
    "verified_copy",
]


def copy_to(archive: Path, target: Path) -> Path:
    """Write an archive and its attachments somewhere else, whole or not at all.

    The copy is an archive that opens where it lies. Raises DeskError.
    """
    return copy_whole(archive, attachments.folder(archive), target)


def restore(
    backup: Path,
    target: Path,
    *,
    replace: bool = False,
    without_bad_files: bool = False,
    now: Callable[[], datetime] = datetime.now,
    kept: Callable[[Path], object] = lambda _: None,
) -> Path:
    """Make an archive out of a backup, its attachments with it, and return where it is.

    A name that is taken is refused, unless told to ``replace``: then what is there, and closed,
    is backed up before, or put aside byte for byte when it is damaged; what another program writes
    after that is not replaced. A backup that is not what it was when it was made is refused, and
    so is one of which an attachment was changed, unless told to go ``without_bad_files``
    (BadFiles). ``kept`` hears where what was there is kept. Raises DeskError, and then what was
    there is there still.
    """
    with copy_sentences():
        is_there = target.exists()
    if is_there and not replace:
        raise DeskError(f"“{called(target)}”已经存在；恢复不会覆盖档案，请换一个名称")
    check_backup(backup)
    before_named: Callable[[Path], None] = _nothing
    if is_there and not target.samefile(backup):
        before_named = _keep_what_is_there(target, now, kept)
    return copy_whole(
        backup, files_of(backup), target, only_sound=without_bad_files, before_named=before_named
    )


def _keep_what_is_there(
    archive: Path, now: Callable[[], datetime], kept: Callable[[Path], object]
) -> Callable[[Path], None]:
    """Keep it, and return what refuses to replace it should it have been written since."""
    wrong = damage(archive)
    if wrong == str(busy(archive)):
        raise DeskError(wrong)
    if wrong:
        kept(_put_aside(archive, now()))
        return _nothing
    known = changes(archive)
    kept(back_up(archive, reason=Reason.RESTORE, now=now))
    return lambda _: _refuse_if_written(archive, known)


def _refuse_if_written(archive: Path, known: int) -> None:
    check_header(archive)  # where it is gone by now, SQLite would make an empty one
    with closing(sqlite3.connect(archive, isolation_level=None)) as db:
        db.execute("begin exclusive")  # waits for one that is writing just now
        is_written = changes(archive) != known
        db.execute("rollback")
    if is_written:
        raise DeskError(
            f"恢复到一半，别的程序往“{called(archive)}”里写了内容，所以没有恢复，档案没有变动；"
            "请再试一次"
        )


def _nothing(_: Path) -> None:
    """Want nothing more of a copy before it gets its name."""


def _put_aside(archive: Path, now: datetime) -> Path:
    """Copy a damaged archive byte for byte, with its journal, unless that was done before."""
    aside = archive.with_name(f"{archive.stem}-损坏-{now:%Y%m%d-%H%M%S}{archive.suffix}")
    with copy_sentences():
        for earlier in archive.parent.iterdir():
            if earlier.name.startswith(f"{archive.stem}-损坏-") and _holds(earlier, archive):
                return earlier
        for source, target in ((archive, aside), (journal_of(archive), journal_of(aside))):
            if source.exists():
                with whole_file(target) as part:
                    shutil.copyfile(source, part)
    return aside


def _holds(aside: Path, archive: Path) -> bool:
    """Whether a copy put aside is of the same bytes, its journal too."""
    pairs = ((aside, archive), (journal_of(aside), journal_of(archive)))
    return all(_same(one, other) for one, other in pairs)


def _same(one: Path, other: Path) -> bool:
    there = one.is_file(), other.is_file()
    return not any(there) or (all(there) and filecmp.cmp(one, other, shallow=False))
