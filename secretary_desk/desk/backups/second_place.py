"""The second place for backups that the user chose, and when it was last up to date."""

import os
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from ... import paths
from ...errors import DeskError
from ...kinds.branch import KIND as BRANCH
from ...store.reasons import reason_of
from ...store.second import back_up_to
from ...store.store import Store
from ..archives import is_sample
from ..memory import Memory
from ..moments import local
from ..waiting import waited

FOLDER = "书记案头备份"  # made in what the user chooses: of another stick it is not found
PATIENCE = timedelta(days=7)
_WORTH_IT = 20  # steps from which a second place is spoken of
_DISMISSED = "不再提醒"


class Made(NamedTuple):
    """The backup at the second place that holds what the archive holds, and when it was made."""

    at: datetime
    is_new: bool  # else nothing had changed since


class SecondPlace:
    """What is remembered of one archive's second place; it may be away, as a stick is."""

    def __init__(self, memory: Memory, archive: Path, now: Callable[[], datetime]) -> None:
        self._memory, self._archive, self._now = memory, archive, now

    @property
    def folder(self) -> Path | None:
        """The folder chosen; None without one."""
        text = self._memory.about(self._archive).get("second", "")
        return paths.read_note(text) if text and "\0" not in text else None

    @property
    def last(self) -> datetime | None:
        """When the second place last held what the archive held; None when it never did."""
        try:
            return datetime.fromisoformat(self._memory.about(self._archive).get("second_at", ""))
        except ValueError:
            return None

    @property
    def is_dismissed(self) -> bool:
        """Whether the user wants to hear no more of a second place."""
        return self._memory.about(self._archive).get("second_hint") == _DISMISSED

    def choose(self, folder: Path) -> None:
        """Take a folder as the second place; one of ours is made in it. Raises DeskError."""
        own = folder if folder.name == FOLDER else folder / FOLDER
        try:
            own.mkdir(paths.PRIVATE, exist_ok=True)
        except OSError as error:
            raise DeskError(
                f"“{folder}”里不能新建文件夹：{reason_of(error)}；档案没有变动"
            ) from None
        self._memory.keep_about(self._archive, second=paths.noted(own), second_at="")

    def forget(self) -> None:
        """Have no second place any more; the backups in it stay."""
        self._memory.keep_about(self._archive, second="", second_at="")

    def dismiss(self) -> None:
        """Never speak of it again for this archive."""
        self._memory.keep_about(self._archive, second_hint=_DISMISSED)

    def is_away(self, over: QWidget | None, give_up: str) -> bool:
        """Whether the place cannot be reached now, the user waiting: GivenUpError."""
        run = partial(os.path.isdir, self.folder or "")
        return not waited(run, "正在看第二处接着没有……", over, give_up)

    def back_up(self, over: QWidget | None, give_up: str) -> Made | None:
        """Make a backup there, the user waiting; None when the place is away, or none is chosen.

        ``give_up`` are the words of the button that ends the waiting: GivenUpError. Raises
        DeskError.
        """
        if self.folder is None:
            return None
        words = "正在把档案和附件备份到第二处，请不要拔出优盘……"
        run = partial(_backed_up, self._archive, self.folder, self._now)
        done = waited(run, words, over, give_up)
        if done:
            at = self._now().isoformat("T", "seconds")
            self._memory.keep_about(self._archive, second_at=at)
        return done

    def reminder(self, archive: Store) -> str:
        """Return the sentence that reminds of a second place; empty when there is no need."""
        if is_sample(self._archive):
            return ""
        if self.folder is None:
            return "" if self.is_dismissed else self._hint(archive)
        return self._overdue(archive, self.folder)

    def _hint(self, archive: Store) -> str:
        branch = archive.entries(BRANCH)
        since = (local(one.created, self._now()) for one in branch if one.created)
        is_old = any(self._age(at) >= PATIENCE for at in since)
        if not is_old or len(archive.history(_WORTH_IT)) < _WORTH_IT:
            return ""
        return "档案和自动备份都在这一块硬盘上，坏了会一起丢；请在优盘或移动硬盘上也备一份。"

    def _overdue(self, archive: Store, folder: Path) -> str:
        last = self.last
        if last is None:
            return f"第二处备份“{folder}”还没有做成过。请插上优盘，再点“现在备份”。"
        if self._age(last) <= -PATIENCE:  # or it would not be spoken of until that day has come
            day = f"{last.year}年{last.month}月{last.day}日"
            return (
                f"第二处备份是电脑日期为{day}时做的，多久没有做说不准（{folder}）。"
                "请插上优盘，再点“现在备份”。"
            )
        if self._age(last) < PATIENCE or _last_change(archive, self._now()) <= last:
            return ""
        days = self._age(last).days
        return f"第二处备份已经{days}天没有做了（{folder}）。请插上优盘，再点“现在备份”。"

    def _age(self, at: datetime) -> timedelta:
        return self._now() - at


def _backed_up(archive: Path, folder: Path, now: Callable[[], datetime]) -> Made | None:
    """Make a backup in a folder unless that is away: of a dead network this is known late."""
    if not os.path.isdir(folder):
        return None
    before = {path.name for path in folder.glob(f"*{archive.suffix}")}
    made = back_up_to(archive, folder, now)
    return Made(made.at, made.path.name not in before)


def _last_change(archive: Store, now: datetime) -> datetime:
    steps = archive.history(1)
    return local(steps[0].at, now) if steps else datetime.min
