"""Backups looked through and compared in a thread, and what is told of them."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ...errors import DeskError
from ...store.backup import Backup
from ...store.offers import Difference, difference, files_back, offers
from ...store.recovery import damage

SAME = "没有改动：内容和现在的档案一样，不用恢复。"
_GONE = (
    "“去掉”的是这份备份里没有的：后来才记的，或者在那一份里已经删掉的。恢复前的那一份备份里还有。"
)


class Compared(NamedTuple):
    """What restoring a backup would change, in words; ``is_same`` where it would change nothing."""

    words: str
    is_same: bool = False


def looked(archive: Path) -> tuple[bool, list[Backup]]:
    """Return whether an archive is sound, and its good backups beside it."""
    return not damage(archive), offers(archive)


def compared(archive: Path | None, backup: Path) -> Compared:
    """Return what restoring would change, kind by kind; what there is when nothing is known."""
    try:
        found = difference(archive, backup)
        if archive is None:
            lines = "\n".join(f"{one.label}：{one.back}条" for one in found)
            return Compared(lines or "还没有记录")
        if found:
            return Compared(_changed(found))
        files = files_back(archive, backup)
    except DeskError as error:
        return Compared(str(error))
    return Compared(f"记录没有改动。附件：找回{files}个") if files else Compared(SAME, True)


def _changed(found: list[Difference]) -> str:
    lines = [line for one in found for line in _told(one)]
    if any(one.gone for one in found):
        lines += ["", _GONE]
    return "\n".join(lines)


def _told(one: Difference) -> Iterator[str]:
    yield one.words
    for verb, count in (("找回", one.back), ("改回", one.changed), ("去掉", one.gone)):
        titles = [title for done, title in one.examples if done == verb]
        yield from (f"　{verb}　{title}" for title in titles)
        if titles and count > len(titles):
            yield f"　{verb}　……等{count}条"
