"""What the window remembers of itself: sizes, archives, folders; never what changes a report."""

import json
import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeGuard

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from .. import paths

RECENT = 8
_VIEWS = ("calendar", "development")  # pages that remember how they were looked at, in a word
_WORD = re.compile("[A-Za-z_]{1,40}", re.ASCII)
_MOST_PINS = 100


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
        return [path for path in self._recent() if os.path.isfile(path)]

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
        notes = [paths.noted(other) for other in known[:RECENT]]
        self._keep("archives", json.dumps(notes, ensure_ascii=False))

    def folder(self, purpose: str = "export", other: Path | None = None) -> Path:
        """Return the folder used last for a purpose, else the other, the stick's or the user's
        documents."""
        text, home = self._text(f"folder/{purpose}"), paths.carried()
        known = (paths.read_note(text) if text else None, other, home)
        return next((path for path in known if path and os.path.isdir(path)), documents())

    def keep_folder(self, folder: Path, purpose: str = "export") -> None:
        """Keep the folder used last."""
        self._keep(f"folder/{purpose}", paths.noted(folder))

    def pins(self) -> list[str]:
        """Return the pages that the user wants to stand in the sidebar."""
        return self._texts("pins")

    def keep_pins(self, pages: Iterable[str]) -> None:
        """Keep which pages are to stand in the sidebar."""
        self._keep("pins", json.dumps(list(pages)))

    def travelling(self) -> dict[str, Any]:
        """Return what may go along to another computer: nothing of this one's screen or folders."""
        views = {name: self._view(name) for name in _VIEWS if self._view(name)}
        return {"pins": self.pins(), "views": views}

    def take_over(self, settings: Mapping[str, Any]) -> None:
        """Take over what came along from another computer, where nothing is known here yet.

        It may come from anybody: what is none of ours is passed over.
        """
        pins, views = settings.get("pins"), settings.get("views")
        if isinstance(pins, list) and not self._settings.contains("pins"):
            self.keep_pins([pin for pin in pins[:_MOST_PINS] if _is_word(pin)])
        for name in _VIEWS:
            word = views.get(name) if isinstance(views, dict) else None
            if _is_word(word) and not self._view(name):
                self.keep_state(name, QByteArray(word.encode()))

    def _view(self, name: str) -> str:
        word = bytes(self.state(name).data()).decode("ascii", "ignore")
        return word if _is_word(word) else ""

    def _recent(self) -> list[Path]:
        texts = (text for text in self._texts("archives") if "\0" not in text)
        return [paths.read_note(text) for text in texts][:RECENT]

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
    return Path(known) if known and os.path.isdir(known) else Path.home()


def _is_word(found: Any) -> TypeGuard[str]:
    return isinstance(found, str) and bool(_WORD.fullmatch(found))


def _key(archive: Path) -> str:
    return os.path.normcase(paths.noted(archive))


def _same(one: Path, other: Path) -> bool:
    return os.path.normcase(one) == os.path.normcase(other)
