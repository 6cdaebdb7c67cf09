"""What is to be mended with a backup, and how it is told."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Situation:
    """What is to be mended: an archive that is open, or one that cannot be, and why."""

    archive: Path
    files_in: Callable[[], Path]  # the folder in which a file to restore is looked for first
    folders: tuple[Path, ...] = ()  # where backups may lie besides those made on leaving
    trouble: str = ""
    may_be_back: bool = False  # a stick may be plugged in again
    is_alone: bool = False  # no window is open behind
    again: str = ""  # when it was tried again in vain, as 20:31


def greeting(about: Situation) -> list[tuple[str, str]]:
    """Return what is said on top: sentences with their parts in the style sheet."""
    if not about.trouble:
        kept = "恢复以前会先把现在的档案备份一份（列在“恢复前”），随时可以再换回来。"
        return [("备份与恢复", "title"), (kept, "muted")]
    said = [("档案打不开", "title"), (about.trouble, "trouble")]
    if about.again:
        still = "打不开" if os.path.exists(about.archive) else "没有找到"
        said.insert(1, (f"还是{still}（{about.again}）", "trouble"))
    if about.may_be_back:
        instead = "恢复" if os.path.isdir(about.archive.parent) else "另存一份新档案"
        was = f"它原来在：{about.archive.parent}\n接好后点“再试一次”；也可以从备份{instead}。"
        return [*said, (was, "muted")]
    kept = "恢复时，坏的文件原样留在同一个文件夹里，名称后面加上“-损坏-日期”。"
    return [*said, (kept, "muted")]
