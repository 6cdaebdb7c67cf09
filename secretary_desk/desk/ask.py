"""Every question that the program puts to its user; tests answer it in place of a person."""

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from .memory import documents


class Ask:
    """Asks through dialogs over a window. Texts are shown as plain text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.parent = parent
        self._opened_in: Path | None = None

    def confirm(self, text: str, yes: str, no: str = "取消", detail: str = "") -> bool:
        """Put a question; whether it was answered with the button ``yes``."""
        return self.choose(text, yes, no, detail=detail) == 0

    def choose(self, text: str, *answers: str, detail: str = "", on_escape: int = -1) -> int:
        """Put a question with these buttons; the place of the one pressed, -1 for none.

        The first is the default; Esc presses the one at ``on_escape``, which loses nothing.
        """
        box = self._box(text, detail)
        roles = QMessageBox.ButtonRole
        buttons = [box.addButton(answer, roles.ActionRole) for answer in answers]
        box.setDefaultButton(buttons[0])
        box.setEscapeButton(buttons[on_escape])
        box.exec()
        pressed = box.clickedButton()
        return buttons.index(pressed) if pressed in buttons else -1

    def tell(self, text: str, detail: str = "") -> None:
        """Say something that wants no answer."""
        self.choose(text, "知道了", detail=detail)

    def open_file(
        self, title: str, patterns: Sequence[str], folder: Path | None = None
    ) -> Path | None:
        """Ask for a file that is there; patterns read ``书记案头档案 (*.sdesk)``."""
        name, _ = QFileDialog.getOpenFileName(
            self._over(), title, str(folder or documents()), ";;".join(patterns)
        )
        return Path(name) if name else None

    def open_files(self, title: str, patterns: Sequence[str]) -> list[Path]:
        """Ask for files that are there, any number of them."""
        names, _ = QFileDialog.getOpenFileNames(
            self._over(), title, str(self._opened_in or documents()), ";;".join(patterns)
        )
        paths = [Path(name) for name in names]
        self._opened_in = paths[0].parent if paths else self._opened_in
        return paths

    def save_file(self, title: str, suggested: Path, patterns: Sequence[str]) -> Path | None:
        """Ask where to write a file, which gets the suggested one's ending.

        The dialog itself asks before one is overwritten.
        """
        name, _ = QFileDialog.getSaveFileName(
            self._over(), title, str(suggested), ";;".join(patterns)
        )
        return self.ended(Path(name), suggested.suffix) if name else None

    def ended(self, chosen: Path, suffix: str) -> Path | None:
        """Return a file that was chosen with the ending that its contents have."""
        if chosen.suffix.lower() == suffix:
            return chosen
        # The dialog has asked about the name that was typed, not about this one.
        path = chosen.with_name(chosen.name + suffix)
        if os.path.exists(path) and not self.confirm(
            f"“{path.name}”已经存在，要替换它吗？", "替换"
        ):
            return None
        return path

    def folder(self, title: str, start: Path | None = None) -> Path | None:
        """Ask for a folder."""
        name = QFileDialog.getExistingDirectory(self._over(), title, str(start or documents()))
        return Path(name) if name else None

    def _over(self) -> QWidget | None:
        """Return what a question stands over: a dialog that is open, else the window."""
        return QApplication.activeModalWidget() or self.parent

    def _box(self, text: str, detail: str) -> QMessageBox:
        box = QMessageBox(self._over())
        box.setWindowTitle("书记案头")
        box.setTextFormat(Qt.TextFormat.PlainText)
        # Not setInformativeText: its label would take a user's words for markup.
        box.setText(f"{text}\n\n{detail}" if detail else text)
        return box
