"""The build takes python.org's embeddable Python 3.13 and refuses what is something else."""

import hashlib
import struct
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest

BUILD = Path(__file__).parent.parent / "packaging" / "windows" / "build"
NAMES = ("python313.zip", "python.exe", "LICENSE.txt", "sqlite3.dll", "_sqlite3.pyd")
ARM64 = 0xAA64


def refusal(*arguments: object) -> str:
    done = subprocess.run(
        [BUILD, *map(str, arguments)], capture_output=True, encoding="utf-8", timeout=60
    )
    assert done.returncode in {1, 2}
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr


def packed(folder: Path, **libraries: bytes) -> Path:
    path = folder / "python-3.13.9-embed-amd64.zip"
    with ZipFile(path, "w") as zipped:
        for name in NAMES:
            zipped.writestr(name, b"")
        for name, data in libraries.items():
            zipped.writestr(f"{name}.dll", data)
    return path


def library(machine: int) -> bytes:
    return bytes(0x3C) + struct.pack("<I4sH", 0x40, b"PE\0\0", machine)


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_zip_with_another_hash_is_refused(tmp_path: Path):
    path = packed(tmp_path)
    assert sha256(path) in refusal("--python", path, "--sha256", "0" * 64)


def test_a_file_that_is_no_zip_is_refused(tmp_path: Path):
    path = tmp_path / "python.zip"
    path.write_bytes(b"<html>not found</html>")
    assert "is not a zip" in refusal("--python", path, "--sha256", sha256(path))


def test_a_damaged_zip_is_refused(tmp_path: Path):
    path = packed(tmp_path, python313=library(0x8664))
    data = bytearray(path.read_bytes())
    data[data.index(b"PE\0\0")] ^= 1
    path.write_bytes(data)
    assert "damaged" in refusal("--python", path, "--sha256", sha256(path))


@pytest.mark.parametrize("name", ["python312", "python3"])
def test_another_python_is_refused(tmp_path: Path, name: str):
    path = packed(tmp_path, **{name: library(0x8664)})
    assert "lacks python313.dll" in refusal("--python", path, "--sha256", sha256(path))


def test_a_python_for_other_machines_is_refused(tmp_path: Path):
    path = packed(tmp_path, python313=library(ARM64))
    assert "64-bit Windows" in refusal("--python", path, "--sha256", sha256(path))


def test_a_zip_that_is_not_there_is_refused(tmp_path: Path):
    assert "cannot be read" in refusal("--python", tmp_path / "gone.zip", "--sha256", "0" * 64)


@pytest.mark.parametrize("given", [("--python", "a.zip"), ("--sha256", "0" * 64)])
def test_a_zip_and_its_hash_are_given_together(given: tuple[str, str]):
    assert "want each other" in refusal(*given)
