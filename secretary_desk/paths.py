"""Where the program's resources and the user's data lie, and how files come to lie there."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from platformdirs import user_config_path, user_data_path, user_log_path

ROOM = ".sdesk-room"
# On Windows a folder inherits who may enter it; a mode would shut others out of a stick for ever.
PRIVATE = 0o777 if sys.platform == "win32" else 0o700
_NAME = "书记案头"
_MARKER = "portable.txt"  # beside the program: everything stays there, as on a stick


@cache
def resources() -> Path:
    """Return the folder of resources: inside an installed package, beside it in a source tree."""
    package = Path(__file__).resolve().parent
    for folder in (package / "resources", package.parent / "resources"):
        if (folder / "wording").is_dir():
            return folder
    raise FileNotFoundError("the resources folder is missing from this installation")


def archives() -> Path:
    """Return the local folder in which new archives are placed."""
    return carried() or Path(user_data_path(_NAME, appauthor=False, roaming=False))


def carried() -> Path | None:
    """Return the folder beside the program that holds everything, where its marker says so."""
    return _program() / "资料" if os.path.isfile(_program() / _MARKER) else None


def noted(place: Path) -> str:
    """Return a place as the settings keep it.

    A program that carries everything notes what lies on its own disk by the way there from
    itself: its stick may get another letter on the next computer.
    """
    place = Path(os.path.abspath(place))
    if carried() is None or not _on_one_disk(place, _program()):
        return str(place)
    return Path(os.path.relpath(place, _program())).as_posix()


def read_note(text: str) -> Path:
    """Return the place that a note means; of the note of a former letter, where it lies now."""
    place = Path(os.path.normpath(_program() / text))
    home = carried()
    # os.path says of a drive that hangs that it is not there; Path would raise.
    if home is None or home.name not in place.parts or os.path.exists(place):
        return place
    ends = (place.parts[at + 1 :] for at, part in enumerate(place.parts) if part == home.name)
    return next((here for end in ends if os.path.exists(here := home.joinpath(*end))), place)


def backups(archive: Path) -> Path:
    """Return the folder in which an archive's backups are kept, beside it."""
    return archive.parent / "备份"


def settings() -> Path:
    """Return the file in which the window remembers its size, its folders and its archives."""
    folder = carried() or Path(user_config_path(_NAME, appauthor=False, roaming=False))
    return folder / "window.ini"


def logs() -> Path:
    """Return the folder of log files."""
    home = carried()
    return home / "Logs" if home else Path(user_log_path(_NAME, appauthor=False))


def parts() -> Path | None:
    """Return the list of what a Windows bundle is made of, with versions and licences."""
    index = _program() / "licences" / "index.txt"
    return index if os.path.isfile(index) else None


def private_folder(folder: Path) -> None:
    """Make a folder, with those it lies in, for its owner alone; what is there stays as it is."""
    for each in reversed((folder, *folder.parents)):
        if not os.path.isdir(each):
            each.mkdir(PRIVATE, exist_ok=True)


def private_opener(name: str, flags: int) -> int:
    """Open a file for ``open``, which makes a new one for its owner alone."""
    return os.open(name, flags, 0o600)


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give a fresh file to write in path's folder; it takes path's name only when all went well.

    The name is random, so that nothing planted in the folder is followed or overwritten.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    os.close(handle)
    part = Path(name)
    try:
        yield part
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        os.replace(part, path)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def temporary() -> Path:
    """Return the folder for what is temporary: the system's, but a program's own on a stick."""
    home = carried()
    return home if home and os.access(home, os.W_OK) else Path(tempfile.gettempdir())


@contextmanager
def room(folder: Path | None = None) -> Iterator[Path]:
    """Give a folder that its owner alone may enter, in another or where the system keeps what is
    temporary; it is gone afterwards. After a crash it is known by its name: ``ROOM``."""
    made = tempfile.TemporaryDirectory(
        dir=folder or temporary(), prefix=".", suffix=ROOM, ignore_cleanup_errors=True
    )
    with made as name:
        yield Path(name)


def _program() -> Path:
    return Path(sys.executable).parent


def _on_one_disk(one: Path, other: Path) -> bool:
    drives = {os.path.normcase(path.drive) for path in (one, other)}
    return len(drives) == 1 and (sys.platform == "win32" or _disk(one) == _disk(other))


def _disk(path: Path) -> int:
    return next(there for there in (path, *path.parents) if os.path.exists(there)).stat().st_dev
