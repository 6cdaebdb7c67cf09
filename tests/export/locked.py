"""A file that cannot be replaced."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

ANYONE = 65534


@contextmanager
def nobody_writes(path: Path) -> Iterator[None]:
    """Hold a file so that it cannot be replaced: as Word does on Windows, by its folder else."""
    if sys.platform == "win32":
        with path.open("rb"):
            yield
        return
    path.parent.chmod(0o555)
    root = os.geteuid() == 0
    if root:
        os.seteuid(ANYONE)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        path.parent.chmod(0o755)


@contextmanager
def anyones_folder() -> Iterator[Path]:
    """Make a folder that anyone may enter, which pytest's own are not."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)
