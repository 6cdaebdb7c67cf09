"""What came of it: the file that was made, or the archive that was brought in."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from ...records.text import told_size
from ...store.manifest import Manifest
from ...store.pack import Packed
from ..buttons import small_button
from ..card import wrapped
from .parts import Step, breakable

_ON_A_STICK = "等优盘的灯不闪了，先“安全弹出”再拔出，插到新电脑上。"
_OPEN_THERE = (
    "在新电脑上打开书记案头，点“从旧电脑搬来…”；已经在用的，点菜单“档案”里的“更换电脑、加密备份…”，"
    "再点“搬到这台电脑”。选这个文件。"
)
_PASSPHRASE = "输入刚才设的口令。"
_KEEP = "在那边核对无误以前，这台电脑上的档案先留着；两边不要同时记。"
_SECOND = (
    "第二处备份要在这台电脑上重新选一次：打开档案后，插上优盘，点菜单“档案”里的“第二处备份…”。"
)


class Taken(Step):
    """Tells what was written, and what to do with it."""

    def __init__(self, packed: Packed, *, locked: bool, close: Callable[[], object]) -> None:
        super().__init__("装好了，已经读回来核对过", "")
        lost = f"缺{packed.missing}个附件，" if packed.missing else ""
        size = told_size(packed.path.stat().st_size)
        self.inside.addWidget(wrapped(breakable(packed.path)))
        self.inside.addWidget(
            wrapped(f"{packed.entries}条记录，{packed.files}个附件，{lost}共{size}", "muted")
        )
        if packed.missing:
            self.say_trouble(
                f"有{packed.missing}个附件在这台电脑上就已不见或被改动，没有装进去；"
                "点菜单“档案”里的“核对附件”，看看是哪些。"
            )
        self.inside.addWidget(wrapped("接下来：", "h"))
        steps = [_ON_A_STICK, _OPEN_THERE, *([_PASSPHRASE] if locked else []), _KEEP]
        for number, step in enumerate(steps, 1):
            self.inside.addWidget(wrapped(f"{number}. {step}"))
        folder = QUrl.fromLocalFile(str(packed.path.parent))
        self.end_with(
            small_button("打开所在文件夹", lambda: QDesktopServices.openUrl(folder)),
            None,
            small_button("完成", close, "primary"),
        )


class Brought(Step):
    """Tells where the archive lies now."""

    def __init__(self, archive: Path, held: Manifest, close: Callable[[], object]) -> None:
        super().__init__("已经搬到这台电脑，可以接着用了", "")
        self.inside.addWidget(wrapped(breakable(archive)))
        self.inside.addWidget(
            wrapped(f"{held.entries}条记录，{held.attachments}个附件，都核对过", "muted")
        )
        self.inside.addWidget(
            wrapped(
                "侧栏固定的栏目、年历的样子也带过来了（这里已设过的不改）；"
                "窗口大小按这台电脑的屏幕来。优盘里的那个文件可以留作备份。"
            )
        )
        self.inside.addWidget(wrapped(_SECOND))
        self.end_with(None, small_button("打开这份档案", close, "primary"))
