"""Refuse what is not python.org's embeddable Python 3.13: ``python embeddable.py ZIP SHA256``."""

import hashlib
import struct
import sys
from pathlib import Path
from zipfile import BadZipFile, ZipFile

_LIBRARY = "python313.dll"
_WANTED = (_LIBRARY, "python313.zip", "python.exe", "LICENSE.txt", "sqlite3.dll", "_sqlite3.pyd")
_HEADER_AT = 0x3C  # where a program says at which offset its header begins
_X86_64 = 0x8664  # its machine, which stands behind the header's four letters


def main(path: Path, wanted: str) -> None:
    """Raise SystemExit with a sentence where the zip is not the one that was meant."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SystemExit(f"{path} cannot be read: {error.strerror}") from None
    found = hashlib.sha256(data).hexdigest()
    if found != wanted.lower():
        raise SystemExit(f"{path} has the sha256 {found}, not {wanted}")
    try:
        with ZipFile(path) as packed:
            _examine(path, packed)
    except BadZipFile:
        raise SystemExit(f"{path} is not a zip, or is damaged") from None


def _examine(path: Path, packed: ZipFile) -> None:
    if missing := [name for name in _WANTED if name not in packed.namelist()]:
        lacks = ", ".join(missing)
        raise SystemExit(f"{path} is no embeddable package of Python 3.13: it lacks {lacks}")
    if packed.testzip():
        raise BadZipFile
    if _machine(packed.read(_LIBRARY)) != _X86_64:
        raise SystemExit(f"{path} is not for 64-bit Windows on Intel and AMD")


def _machine(library: bytes) -> int:
    (header,) = struct.unpack_from("<I", library, _HEADER_AT)
    return int.from_bytes(library[header + 4 : header + 6], "little")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
