"""A backup made an archive again, the user waiting."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ...store.backup import Backup, Reason, restore
from ...store.whole import BadFiles
from ..ask import Ask
from ..waiting import GivenUpError, waited


def restored(
    backup: Path, target: Path, ask: Ask, over: QWidget | None = None, *, replace: bool = False
) -> Path | None:
    """Restore a backup, and return where what it replaced is kept; None where nothing was.

    Asks about attachments that were changed: GivenUpError when the user wants none of it. Raises
    DeskError, and then all is as it was.
    """
    kept: list[Path] = []
    run = partial(restore, backup, target, replace=replace, kept=kept.append)
    words = "正在从备份恢复，请稍候……"
    try:
        waited(run, words, over)
    except BadFiles as error:
        if not ask.confirm(str(error), "不带这些附件恢复"):
            raise GivenUpError from None
        waited(partial(run, without_bad_files=True), words, over)
    return next(iter(kept), None)


def told(offer: Backup, made: str, kept: Path | None, *, was_damaged: bool) -> str:
    """Return what is said when a backup was restored; ``made`` says when it was made."""
    done = f"已恢复到{made}的备份（{offer.entries}条记录）。"
    if kept is None:
        return done
    if was_damaged:
        return f"{done}\n坏的文件原样留在：{kept}"
    return (
        f"{done}\n恢复前的档案也备份了一份：想换回去，再点“从备份恢复…”，"
        f"选“{Reason.RESTORE.value}”那一份。"
    )
