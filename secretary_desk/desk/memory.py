"""What the window remembers of itself: sizes, archives, folders; never what changes a report."""

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from .. import paths

RECENT = 8


class Memory:
    """The window's settings, in an ini file. Whatever stands in it, reading never fails."""

    def __init__(self, path: Path | None = None) -> None:
        self._settings = QSettings(str(path or paths.settings()), QSettings.Format.IniFormat)

    def state(self, name: str) -> QByteArray:
        """Return what Qt's ``saveGeometry`` or ``saveState`` gave; empty when nothing is known."""
        return QByteArray.fromBase64(self._text(f"state/{name}").encode("ascii", "ignore"))

    def keep_state(self, name: str, state: QByteArray) -> None:
        """Keep a window's geometry or a splitter's state."""
        self._keep(f"state/{name}", bytes(state.toBase64().data()).decode("ascii"))

    def recent(self) -> list[Path]:
        """Return the archives opened last that are there now, the latest first."""
        return [path for path in self._recent() if _is_there(path)]

    def last_archive(self) -> Path | None:
        """Return the archive to open when the program starts, be it there now or not."""
        return next(iter(self._recent()), None)

    def about(self, archive: Path) -> dict[str, str]:
        """Return what is kept about one archive, such as its second place for backups."""
        found = self._about().get(_key(archive))
        known = found if isinstance(found, dict) else {}
        return {name: text for name, text in known.items() if isinstance(text, str)}

    def keep_about(self, archive: Path, **facts: str) -> None:
        """Keep facts about one archive; the others stay."""
        known = {**self._about(), _key(archive): {**self.about(archive), **facts}}
        self._keep("about", json.dumps(known, ensure_ascii=False))

    def remember_archive(self, path: Path) -> None:
        """Put an archive first among the recent ones.

        One that is not there stays remembered: its stick may only be unplugged.
        """
        path = Path(os.path.abspath(path))
        known = [path, *(other for other in self._recent() if not _same(other, path))]
        self._keep("archives", json.dumps([str(p) for p in known[:RECENT]], ensure_ascii=False))

    def folder(self, purpose: str = "export") -> Path:
        """Return the folder used last for a purpose, else the user's documents."""
        text = self._text(f"folder/{purpose}")
        return Path(text) if text and _is_there(Path(text), folder=True) else documents()

    def keep_folder(self, folder: Path, purpose: str = "export") -> None:
        """Keep the folder used last."""
        self._keep(f"folder/{purpose}", str(folder))

    def pins(self) -> list[str]:
        """Return the pages that the user wants to stand in the sidebar."""
        return self._texts("pins")

    def keep_pins(self, pages: Iterable[str]) -> None:
        """Keep which pages are to stand in the sidebar."""
        self._keep("pins", json.dumps(list(pages)))

    def _recent(self) -> list[Path]:
        texts = (text for text in self._texts("archives") if "\0" not in text)
        return [Path(text) for text in texts][:RECENT]

    def _about(self) -> dict[str, Any]:
        found = self._read("about")
        return found if isinstance(found, dict) else {}

    def _texts(self, key: str) -> list[str]:
        found = self._read(key)
        texts = found if isinstance(found, list) else []
        return [text for text in texts if isinstance(text, str) and text]

    def _read(self, key: str) -> Any:
        try:
            return json.loads(self._text(key) or "null")
        except (ValueError, RecursionError):
            return None

    def _text(self, key: str) -> str:
        found = self._settings.value(key, "")
        return found if isinstance(found, str) else ""

    def _keep(self, key: str, text: str) -> None:
        self._settings.setValue(key, text)
        self._settings.sync()


def documents() -> Path:
    """Return the user's documents, else his home: in what is not there a dialog would not begin."""
    known = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(known) if known and _is_there(Path(known), folder=True) else Path.home()


def _key(archive: Path) -> str:
    return os.path.normcase(os.path.abspath(archive))


def _same(one: Path, other: Path) -> bool:
    return os.path.normcase(one) == os.path.normcase(other)


def _is_there(path: Path, *, folder: bool = False) -> bool:
    try:
        return path.is_dir() if folder else path.is_file()
    except (OSError, ValueError):  # a drive that hangs, a name with a zero byte
        return False
