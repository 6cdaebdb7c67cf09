"""While a package is written or read: how far it is, and a way to stop."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar

from ..buttons import small_button
from ..card import wrapped
from .parts import Step

_STOPPING = "正在停下，已经写的一点也不留……"


class Running(Step):
    """Shows how far the work is. ``stop_wanted`` is emitted once."""

    stop_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("请稍等", "正在读写文件，请不要拔出优盘。")
        self._said, self._bar = wrapped(""), QProgressBar()
        self._bar.setAccessibleName("进度")
        self._stop = small_button("停止", self.stop)
        self.inside.addWidget(self._said)
        self.inside.addWidget(self._bar)
        self.put_below(None, self._stop)

    def begin(self) -> None:
        """Show that work has begun."""
        self._stop.setEnabled(True)
        self._stop.setFocus()
        self.show_way("", 0.0)

    def show_way(self, what: str, share: float) -> None:
        """Show what is being done and how far it is."""
        if self._stop.isEnabled():
            self._said.setText(f"{what or '正在准备'}……")
        # A part whose length is not known beforehand stays at nothing.
        self._bar.setRange(0, 1000 if share else 0)
        self._bar.setValue(round(share * 1000))

    def stop(self) -> None:
        """Ask for the end of the work, once."""
        if self._stop.isEnabled():
            self._stop.setEnabled(False)
            self._said.setText(_STOPPING)
            self.stop_wanted.emit()
