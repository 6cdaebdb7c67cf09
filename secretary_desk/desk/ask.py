"""Every question that the program puts to its user; tests answer it in place of a person."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget


class Ask:
    """Asks through dialogs over a window. Texts are shown as plain text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.parent = parent

    def confirm(self, text: str, yes: str, no: str = "取消", detail: str = "") -> bool:
        """Put a question; whether it was answered with the button ``yes``."""
        return self.choose(text, yes, no, detail=detail) == 0

    def choose(self, text: str, *answers: str, detail: str = "") -> int:
        """Put a question with these buttons; the place of the one pressed, -1 for none.

        The first is the default; Esc presses the last.
        """
        box = self._box(text, detail)
        roles = QMessageBox.ButtonRole
        buttons = [box.addButton(answer, roles.ActionRole) for answer in answers]
        box.setDefaultButton(buttons[0])
        box.setEscapeButton(buttons[-1])
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
            self.parent, title, str(folder or ""), ";;".join(patterns)
        )
        return Path(name) if name else None

    def save_file(self, title: str, suggested: Path, patterns: Sequence[str]) -> Path | None:
        """Ask where to write a file; the dialog itself asks before one is overwritten."""
        name, _ = QFileDialog.getSaveFileName(
            self.parent, title, str(suggested), ";;".join(patterns)
        )
        return Path(name) if name else None

    def folder(self, title: str, start: Path | None = None) -> Path | None:
        """Ask for a folder."""
        name = QFileDialog.getExistingDirectory(self.parent, title, str(start or ""))
        return Path(name) if name else None

    def _box(self, text: str, detail: str) -> QMessageBox:
        box = QMessageBox(self.parent)
        box.setWindowTitle("书记案头")
        box.setTextFormat(Qt.TextFormat.PlainText)
        # Not setInformativeText: its label would take a user's words for markup.
        box.setText(f"{text}\n\n{detail}" if detail else text)
        return box
