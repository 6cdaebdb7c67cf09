"""Backups looked through and compared in a thread, and what is told of them."""

from pathlib import Path

from ...errors import DeskError
from ...store.backup import Backup
from ...store.offers import Difference, difference, offers
from ...store.recovery import damage


def looked(archive: Path) -> tuple[bool, list[Backup]]:
    """Return whether an archive is sound, and its good backups beside it."""
    return not damage(archive), offers(archive)


def compared(archive: Path | None, backup: Path) -> str:
    """Return what restoring would change, a line a kind; what there is when nothing is known."""
    try:
        found = difference(archive, backup)
    except DeskError as error:
        return str(error)
    if archive is None:
        return "\n".join(f"{one.label}：{one.back}条" for one in found) or "还没有记录"
    return _changed(found)


def _changed(found: list[Difference]) -> str:
    lines = [one.words for one in found]
    if any(one.gone for one in found):
        lines += ["", "“去掉”的是这份备份以后才记的，恢复前的那一份备份里还有。"]
    return "\n".join(lines) or "没有改动：内容和现在的档案一样。"
