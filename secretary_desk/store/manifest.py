"""What lies in a package: its list, made while it is written and believed only as far as it fits.

A package ``.sdeskpack`` is a zip, encrypted as one stream when it has a passphrase: the archive,
its attachments, the settings, and last this list with the size and SHA-256 of each.
"""

import json
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import DeskError
from .attachments import LIMIT
from .sealing import broken, is_sealed

LIST, ARCHIVE, SETTINGS = "manifest.json", "archive.sdesk", "settings.json"
SUFFIX = ".sdeskpack"
FORMAT = 1
_MOST_ENTRIES = 10**8
START = 100  # bytes by which a package is known
LARGEST = {LIST: 16 * 2**20, ARCHIVE: 4 * 2**30, SETTINGS: 2**20}  # bytes
_FILE = re.compile(r"files/([0-9a-f]{2})/((\1[0-9a-f]{62})(\.[a-z0-9]{1,10})?)", re.ASCII)
_HASH = re.compile("[0-9a-f]{64}", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Item:
    """One file in a package."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """A package's list: the archive's name, without ending, and its files by their names.

    ``made`` is the day, as 2026-11-21; empty where the package does not say it.
    """

    name: str
    entries: int
    items: dict[str, Item]
    made: str = ""

    @property
    def attachments(self) -> int:
        """How many attachments the package holds."""
        return len(self.items.keys() - {ARCHIVE, SETTINGS})

    @property
    def size(self) -> int:
        """How many bytes all of it takes once it is out of the package."""
        return sum(item.size for item in self.items.values())

    def to_json(self) -> str:
        """Return the list as it lies in a package."""
        files = {name: {"size": i.size, "sha256": i.sha256} for name, i in self.items.items()}
        told = {"format": FORMAT, "name": self.name, "entries": self.entries, "made": self.made}
        return json.dumps({**told, "files": files}, ensure_ascii=False, indent=1)


def is_package(path: Path) -> bool:
    """Whether a file is a package, by how it begins, else by its name."""
    with suppress(OSError, ValueError):
        if path.exists() and not path.is_file():  # a pipe, which may never be written to
            return False
    with suppress(OSError, ValueError), path.open("rb") as file:
        start = file.read(START)
        return is_sealed(start) or (start.startswith(b"PK") and ARCHIVE.encode() in start)
    return path.suffix.lower() == SUFFIX


def read_manifest(data: bytes) -> Manifest:
    """Return the list that a package holds; raises DeskError for one that we would not write."""
    try:
        found = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        raise broken() from None
    match found:
        case {"format": int(version)} if version > FORMAT:
            raise DeskError("它由更新版本的书记案头写成，请先升级程序")
        case {"format": int(), "name": str(name), "entries": int(entries), "files": dict(files)}:
            items = {path: _item(path, said) for path, said in files.items()}
            if ARCHIVE in items and SETTINGS in items and 0 <= entries <= _MOST_ENTRIES:
                return Manifest(name, entries, items, _day(found.get("made")))
    raise broken()


def place_of(name: str) -> tuple[str, str]:
    """Return the folder and file name under which a package's attachment is kept."""
    found = _FILE.fullmatch(name)
    if found is None:
        raise broken()
    return found[1], found[2]


def _day(said: Any) -> str:
    """Return a day that a list names; empty for anything else."""
    return said if isinstance(said, str) and _DAY.fullmatch(said) else ""


def _item(name: str, said: Any) -> Item:
    match said:
        case {"size": int(size), "sha256": str(sha256)} if _HASH.fullmatch(sha256):
            if 0 <= size <= LARGEST.get(name, LIMIT) and _is_ours(name, sha256):
                return Item(size, sha256)
    raise broken()


def _is_ours(name: str, sha256: str) -> bool:
    """Whether a package of ours could hold a file of this name: no path leads out of it."""
    found = _FILE.fullmatch(name)
    return name in (ARCHIVE, SETTINGS) or bool(found and found[3] == sha256)
