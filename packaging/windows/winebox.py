"""A Windows of one's own for a while: a fresh Wine prefix, and what Wine lacks laid into it."""

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

_HERE = Path(__file__).parent
_PATIENCE = 240  # seconds
_REGISTRY = "Windows Registry Editor Version 5.00\n\n"
_VERSION = "HKLM\\Software\\Microsoft\\Windows NT\\CurrentVersion"
_REPLACED = "HKEY_CURRENT_USER\\Software\\Wine\\Fonts\\Replacements"
_FONTS = dict.fromkeys(("Microsoft YaHei UI", "MS Shell Dlg", "Tahoma"), "Noto Sans CJK SC")
# Wine itself says so when one of its services fails, to whoever started it.
_WORDS = re.compile(r"^wine: .*\n", re.MULTILINE)
_COMPILE = ("x86_64-w64-mingw32-gcc", "-shared", "-Os", "-s")
_STAND_INS = ("icuuc", "mscms")
# No debugger, which would wait for somebody, and no entries in the menus of this machine.
_OVERRIDES = "mscoree,mshtml,winedbg.exe,winemenubuilder.exe=;mscms=n"


class Done(NamedTuple):
    """A program's exit code, and what it said; 124 where it did not end in time."""

    code: int
    said: str


class WineBox:
    """Runs Windows programs. Output goes through pipes: Python 3.13 needs them under Wine 8."""

    def __init__(self, prefix: Path, environment: Mapping[str, str]) -> None:
        self.drive = prefix / "drive_c"
        self.environment = {
            **environment,
            "HOME": str(prefix.parent),  # the desktop lies there
            "WINEPREFIX": str(prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": _OVERRIDES,
            "LANG": "C.UTF-8",
        }

    @property
    def home(self) -> Path:
        """The folder of the one user."""
        (user,) = [path for path in (self.drive / "users").iterdir() if path.name != "Public"]
        return user

    def shortcuts(self) -> list[Path]:
        """Return the links in the start menu and on the desktop, which is one to the home."""
        places = (self.home, self.home / "Desktop")
        return sorted(path for place in places for path in place.resolve().rglob("*.lnk"))

    @property
    def local(self) -> Path:
        """The user's folder for programs and their data."""
        return self.home / "AppData" / "Local"

    def run(self, *command: str | Path, patience: float = _PATIENCE) -> Done:
        """Run a program to its end."""
        process = self.start(*command)
        try:
            said, _ = process.communicate(timeout=patience)
        except subprocess.TimeoutExpired:
            process.kill()
            self.stop()
            said, _ = process.communicate()
            return Done(124, said)
        return Done(process.returncode, _WORDS.sub("", said.replace("\r\n", "\n")))

    def start(self, *command: str | Path) -> "subprocess.Popen[str]":
        """Start a program and leave it running."""
        return subprocess.Popen(
            ["wine", *map(str, command)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            env=self.environment,
        )

    def be(self, windows: str | int) -> None:
        """Be a version of Windows from now on, as ``win7``, or a build of Windows 10."""
        self.run("winecfg", "-v", windows if isinstance(windows, str) else "win10")
        if isinstance(windows, int):
            set_build = ("reg", "add", _VERSION, "/f", "/d", str(windows), "/v")
            self.run(*set_build, "CurrentBuildNumber")
            self.run(*set_build, "CurrentBuild")
        self._server("-w")

    def registry(self, key: str, value: str = "@") -> str:
        """Return a text of the user's registry, a key's own without a name; "" if not there."""
        written = self.drive / "export.reg"
        written.unlink(missing_ok=True)
        self.run("reg", "export", f"HKCU\\{key}", "C:\\export.reg")
        if not written.exists():
            return ""
        name = value if value == "@" else f'"{value}"'
        lines = written.read_text("utf-16").split("\n\n")[1].splitlines()
        texts = [line.partition("=")[2] for line in lines if line.startswith(f"{name}=")]
        return texts[0].strip()[1:-1].replace('\\"', '"').replace("\\\\", "\\") if texts else ""

    def stop(self) -> None:
        """End what still runs."""
        self._server("-k")
        self._server("-w")

    def _server(self, flag: str) -> None:
        subprocess.run(["wineserver", flag], env=self.environment, timeout=_PATIENCE)


def windows_path(path: Path, drive: Path) -> str:
    """Return how Windows names a file below drive C, or anywhere else."""
    if path.is_relative_to(drive):
        return "C:\\" + str(path.relative_to(drive)).replace("/", "\\")
    return "Z:" + str(path).replace("/", "\\")


@contextmanager
def wine_box(folder: Path, environment: Mapping[str, str] = os.environ) -> Iterator[WineBox]:
    """Give a Windows in a folder, which is its user's home too."""
    (folder / "Desktop").mkdir(parents=True, exist_ok=True)
    box = WineBox(folder / "wine", environment)
    box.run("wineboot", "-i")
    for name in _STAND_INS:
        library = box.drive / "windows" / "system32" / f"{name}.dll"
        library.unlink(missing_ok=True)
        source = _HERE / "wine" / f"{name}.c"
        subprocess.run([*_COMPILE, source, "-o", library], check=True)
    box.be("win10")
    fonts = box.drive / "fonts.reg"
    names = "".join(f'"{name}"="{font}"\n' for name, font in _FONTS.items())
    fonts.write_text(f"{_REGISTRY}[{_REPLACED}]\n{names}", "utf-16")
    box.run("regedit", "/S", "C:\\fonts.reg")
    try:
        yield box
    finally:
        box.stop()
