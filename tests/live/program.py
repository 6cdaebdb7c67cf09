"""The program in a process of its own, with a home that holds nothing yet."""

import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from live.screen import PATIENCE, Screen, until

from secretary_desk.desk.pages import SIDEBAR
from secretary_desk.desk.record.form import form_specs
from secretary_desk.kinds import find_kind

_FOLDERS = ("CONFIG", "DATA", "STATE", "CACHE")
_WHILE = 0.15  # seconds
_START = "from secretary_desk.__main__ import window; window()"


class Running:
    """The program as its user has it before him: seen on a screen, reached by keys."""

    def __init__(self, screen: Screen, home: Path, *arguments: str) -> None:
        self.screen = screen
        folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in _FOLDERS}
        environment = {**screen.environment, **folders, "HOME": str(home)}
        environment["QT_QPA_PLATFORM"] = "xcb"
        command = [sys.executable, "-W", "error", "-c", _START, *arguments]
        self.process = subprocess.Popen(command, env=environment, cwd=home)

    def go_to(self, page: str) -> None:
        """Choose a page in the menu 转到."""
        pages = [entrance.page for group in SIDEBAR.values() for entrance in group]
        self.screen.press("alt+g", *["Down"] * pages.index(page), "Return")

    def begin(self, kind: str) -> None:
        """Begin an entry on its page; the first field that it must have gets the focus."""
        self.go_to(kind)
        self.screen.press("ctrl+n")

    def fill(self, kind: str, values: Mapping[str, str]) -> None:
        """Type values into a form's fields, with Tab from each to the next."""
        names = list(form_specs(find_kind(kind)))
        for name in names[: 1 + max(map(names.index, values))]:
            if name in values:
                self.screen.type(values[name])
                self.rest()  # a list that closes holds X's keyboard a moment longer
            self.screen.press("Tab")

    def keep(self, name: str) -> None:
        """Keep a picture of the screen, once the program has done what it was told."""
        self.rest()
        self.screen.keep(name)

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        self.process.wait(PATIENCE)

    def ended(self) -> int:
        """Wait for its end and return the exit code."""
        return self.process.wait(PATIENCE)

    def rest(self) -> None:
        """Wait until it has worked no more for a while."""
        seen = [self._worked()]

        def rests() -> bool:
            time.sleep(_WHILE)
            seen.append(self._worked())
            return seen[-1] == seen[-2]

        until(rests, "the program's rest")

    def _worked(self) -> list[str]:
        """Return the CPU time that it has taken, as Linux tells it."""
        stat = Path(f"/proc/{self.process.pid}/stat").read_text()
        return stat.rpartition(")")[2].split()[11:13]


@contextmanager
def program(screen: Screen, home: Path, *arguments: str) -> Iterator[Running]:
    """Start the program; it does not outlive the test."""
    running = Running(screen, home, *arguments)
    try:
        yield running
    except BaseException:
        screen.keep("failed")
        raise
    finally:
        running.kill()
