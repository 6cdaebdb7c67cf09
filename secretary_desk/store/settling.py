"""Where what came out of a package settles: under a free name, or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import rmtree

from ..records.text import file_name
from . import attachments
from .health import journal_of
from .manifest import ARCHIVE


def place_for(folder: Path, name: str) -> Path:
    """Return where a new archive of a name comes to lie, with no other's attachments beside it."""
    number, name = 1, file_name(name, "支部")
    while True:
        place = folder / f"{name}{f'（{number}）' if number > 1 else ''}.sdesk"
        around = (place, attachments.folder(place), journal_of(place))
        if not any(map(os.path.lexists, around)):  # nor a link to where a stick was
            return place
        number += 1


@contextmanager
def made(folder: Path) -> Iterator[None]:
    """Make a folder with those it lies in; when nothing comes of it, they go again."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        for path in missing:
            with suppress(OSError):
                path.rmdir()
        raise


def settle(room: Path, folder: Path, name: str) -> Path:
    """Move what was taken out to where it stays, the archive last."""
    archive = place_for(folder, name)
    kept = attachments.folder(archive)
    if (room / "files").is_dir():
        os.rename(room / "files", kept)
    try:
        os.rename(room / ARCHIVE, archive)
    except OSError:
        rmtree(kept, ignore_errors=True)
        raise
    return archive
