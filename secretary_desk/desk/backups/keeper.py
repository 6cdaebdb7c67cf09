"""Backups of the archive that is open: on the way, at the second place, and on leaving."""

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from ...errors import DeskError
from ...store.backup import back_up
from ..desk import Desk
from ..main_window import MainWindow
from ..moments import spoken_local
from ..waiting import GivenUpError, wait_for, waited
from .reminder import Reminder
from .second_place import SecondPlace
from .while_working import WhileWorking

_FIRST, _HOUR = 1_000, 3_600_000  # milliseconds between looks at whether a reminder is due
_CHOOSE = "选文件夹…"
_WHAT = "第二处备份：在优盘、移动硬盘或别的电脑上，再备一份。"
_WHEN = (
    "自动备份和档案在同一块硬盘上，硬盘坏了会一起丢。选好一处以后，每次退出时，只要它接着，"
    "程序就连同附件自动备份一份到那里；没有接着就跳过，不耽误退出。\n\n"
    f"请先插好优盘，再点“{_CHOOSE}”。选好以后马上备第一份。"
)
_STAY, _AGAIN, _LEAVE = "返回", "再试一次", "不备份，退出"


class Keeper(QObject):
    """Keeps one archive's backups; questions are put over its window."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window, self._ask = desk, window, desk.ask
        self._archive = desk.store.path
        self._second = SecondPlace(desk.memory, self._archive, desk.now)
        self._working = WhileWorking(self._archive, desk.now, self)
        self._working.failed.connect(window.say)
        desk.saved.connect(lambda _at: self._working.note_change())
        self._reminder = Reminder()
        self._reminder.backup_wanted.connect(self.back_up_there)
        self._reminder.place_wanted.connect(self.choose_place)
        self._reminder.dismissed.connect(self._second.dismiss)
        window.put_above(self._reminder)
        self._hourly = QTimer(self, interval=_FIRST)
        self._hourly.timeout.connect(self.remind)
        self._hourly.start()

    def remind(self) -> None:
        """Say that the second place is overdue, if it is."""
        self._hourly.setInterval(_HOUR)
        sentence = self._second.reminder(self._desk.store)
        self._reminder.say(sentence, has_place=self._second.folder is not None)

    def back_up_there(self) -> None:
        """Make a backup at the second place now, chosen first where there is none."""
        if self._second.folder is None:
            self.choose_place()
        elif self._window.leave():
            self._tell(self._made_there)
            self.remind()

    def show_place(self) -> None:
        """Say where the second place is and when it was last up to date, and change that."""
        folder, last = self._second.folder, self._second.last
        if folder is None:
            self.choose_place()
            return
        when = self._spoken(last) if last else "还没有做成过"
        said = f"第二处备份：{folder}\n上次：{when}{self._whether_away()}"
        detail = "每次退出时，只要这一处接着，就自动备份一份到那里。"
        answers = ("现在备份", "换一处…", "不用第二处了", "关闭")
        match self._ask.choose(said, *answers, detail=detail):
            case 0:
                self.back_up_there()
            case 1:
                self.choose_place()
            case 2:
                self._second.forget()
                self.remind()

    def choose_place(self) -> None:
        """Let the user choose the second place, and make the first backup there.

        Where there is none yet, it is said before what it is for.
        """
        if self._second.folder is None and not self._ask.confirm(_WHAT, _CHOOSE, detail=_WHEN):
            return
        title = "第二处备份：选优盘、移动硬盘或别的电脑上的文件夹"
        while folder := self._ask.folder(title):
            if self._is_far_enough(folder):
                self._tell(partial(self._choose, folder))
                return

    def rest(self) -> None:
        """Make no more backups on the way; one that is being made is awaited."""
        self._hourly.stop()
        if work := self._working.stop():
            wait_for(work, "正在做完一份备份，请稍候……", self._window)

    def may_close(self) -> bool:
        """Make the backups on leaving; False when one fails and the user stays."""
        self.rest()
        if self._is_kept() and self._is_kept_there():
            return True
        self._working.go_on()
        self._hourly.start()
        return False

    def _choose(self, folder: Path) -> None:
        self._second.choose(folder)
        self.back_up_there()
        self.remind()

    def _is_kept(self) -> bool:
        while True:
            try:
                run = partial(back_up, self._archive, now=self._desk.now)
                waited(run, "正在做退出前的备份，请稍候……", self._window)
            except DeskError as error:
                said = f"退出前的备份没有做成，窗口没有关。\n{error}"
                answer = self._ask.choose(said, _STAY, _AGAIN, _LEAVE, on_escape=0)
                if answer != 1:
                    return answer == 2
            else:
                return True

    def _is_kept_there(self) -> bool:
        """Make the backup at the second place; one that is away is no trouble on leaving."""
        while True:
            try:
                self._second.back_up(self._window, "不等了，直接退出")
            except GivenUpError:
                return True
            except DeskError as error:
                said = f"退出前的备份已经做好，但第二处的没有做成。\n{error}"
                answer = self._ask.choose(said, "退出", _AGAIN, _STAY, on_escape=2)
                if answer != 1:
                    return answer == 0
            else:
                return True

    def _made_there(self) -> None:
        folder = self._second.folder
        try:
            made = self._second.back_up(self._window, "不等了")
        except GivenUpError:
            return
        if made is None:
            raise DeskError(
                f"没有备份：找不到“{folder}”。请插上优盘或接好网络，再试一次；档案没有变动"
            )
        when = self._spoken(made.at)
        old = f"没有新的改动，上次（{when}）那份就是最新的：{folder}"
        self._window.say(f"已备份到第二处（{when}）：{folder}" if made.is_new else old)

    def _whether_away(self) -> str:
        try:
            is_away = self._second.is_away(self._window, "不等了")
        except GivenUpError:
            is_away = True
        return "\n现在找不到这一处：优盘没有插上，或者网络没有连上。" if is_away else ""

    def _spoken(self, at: datetime) -> str:
        return spoken_local(at, self._desk.now())

    def _is_far_enough(self, folder: Path) -> bool:
        """Ask about a folder on the archive's own disk; whether it is to be the second place."""
        try:
            is_far = folder.stat().st_dev != self._archive.parent.stat().st_dev
        except OSError:
            return True
        question = "这个文件夹和档案在同一块硬盘上，硬盘坏了会一起丢。最好选优盘或移动硬盘。"
        return is_far or self._ask.choose(question, "另选一处", "仍用这里", on_escape=0) == 1

    def _tell(self, do) -> None:
        try:
            do()
        except DeskError as error:
            self._ask.tell(str(error))
