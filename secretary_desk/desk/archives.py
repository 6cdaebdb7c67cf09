"""What archives are called, where new ones go, and the sample to look around in."""

import os
from pathlib import Path

from .. import paths
from ..errors import DeskError
from ..store.health import drop_journal
from ..store.reasons import reason_of
from ..store.sample import enter_sample
from ..store.settling import place_for
from ..store.store import Store

SUFFIX = ".sdesk"
PATTERNS = (f"书记案头档案 (*{SUFFIX})",)  # of the system's file dialogs
SAMPLE = f"示例支部（虚构）{SUFFIX}"


def free_place(branch: str, folder: Path | None = None) -> Path:
    """Return where a branch's new archive goes: a name that any file system takes and is free."""
    return place_for(folder or paths.archives(), branch)


def is_sample(archive: Path) -> bool:
    """Whether an archive is the sample, or a copy of it: backed up, restored or brought in."""
    return archive.stem.startswith(Path(SAMPLE).stem)


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
            raise DeskError(
                f"示例档案没有建成：{reason_of(error)}；如果示例正开着，请先关闭它，别的档案没有变动"
            ) from None
    return target


def _opens(path: Path) -> bool:
    try:
        Store.open(path).close()
    except DeskError:
        return False
    return True


def _make_sample(folder: Path, target: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with paths.room(folder) as room:
        with Store.create(room / SAMPLE) as store:
            enter_sample(store)
        drop_journal(target)
        os.replace(store.path, target)
