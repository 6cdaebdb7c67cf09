"""The dialog of a move, worked as a user works it."""

from pathlib import Path

from desk.answering import Answering
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from secretary_desk.desk.memory import Memory
from secretary_desk.desk.moving.dialog import MovingDialog

WORDS = "qi yi 1921"


class Move:
    """One computer's dialog, with a folder of its own for archives, and a stick."""

    def __init__(self, qtbot, folder: Path, archive: Path | None = None) -> None:
        self._qtbot, self.archive = qtbot, archive
        self.ask, self.archives = Answering(), folder / "档案"
        self.memory = Memory(folder.parent.with_suffix(f".{folder.name}.ini"))
        self.dialog = MovingDialog(self.ask, self.memory, archive, self.archives)
        self.arrived: list[Path] = []
        self.dialog.arrived.connect(self.arrived.append)
        qtbot.addWidget(self.dialog)
        self.dialog.show()
        self.dialog.activateWindow()
        qtbot.waitUntil(self.dialog.isActiveWindow)

    def press(self, words: str, *answers) -> None:
        """Press a button that is seen; questions are answered so."""
        self.ask.answers.extend(answers)
        QTest.mouseClick(self.button(words), Qt.MouseButton.LeftButton)
        self.wait()

    def wait(self) -> None:
        """Wait until nothing is done any more."""
        self._qtbot.waitUntil(lambda: self.dialog._job is None, timeout=60_000)
        QApplication.processEvents()  # the layout settles before anybody can press

    def button(self, words: str) -> QPushButton:
        return next(b for b in self._seen(QPushButton) if b.text().startswith(words))

    def boxes(self) -> list[QLineEdit]:
        return self._seen(QLineEdit)

    def type(self, *texts: str) -> None:
        """Type into the boxes that are seen."""
        for box, text in zip(self.boxes(), texts, strict=True):
            box.clear()
            QTest.keyClicks(box, text)

    def said(self) -> str:
        """Return all that is to be read, but for where a path may wrap."""
        return "\n".join(label.text() for label in self._seen(QLabel)).replace("\u200b", "")

    def trouble(self) -> str:
        """Return what is said to have gone wrong."""
        labels = [label for label in self._seen(QLabel) if label.property("role") == "trouble"]
        return "\n".join(label.text() for label in labels)

    def labels(self) -> list[QLabel]:
        return self._seen(QLabel)

    def take(self, target: Path, words: str | None = WORDS) -> None:
        """Lead to the end of the way out."""
        self.press("从这台电脑带走")
        if words is None:
            self.dialog._taking._locked.click()
        else:
            self.type(words, words)
        self.press("存到哪里", target)

    def _seen(self, sort) -> list:
        return [each for each in self.dialog.findChildren(sort) if each.isVisible()]
