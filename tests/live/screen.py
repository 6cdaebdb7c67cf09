"""A screen with a keyboard: Xvfb is looked at with Pillow and typed on with xdotool."""

import os
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from judges.needs import needs
from PIL import ImageGrab
from PIL.Image import Image

T = TypeVar("T")

PATIENCE = 30  # seconds
_PAUSE = 0.05  # seconds between two looks
_SIZE = "1366x768x24"
_missing = [tool for tool in ("Xvfb", "xdotool", "xkbcomp") if shutil.which(tool) is None]
needs_screen = needs(f"{'、'.join(_missing)} 未安装，没有屏幕和键盘可用" if _missing else "")


def until(found: Callable[[], T], what: str) -> T:
    """Wait until something is found, and return it."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if value := found():
            return value
        time.sleep(_PAUSE)
    raise AssertionError(f"not within {PATIENCE} s: {what}")


class Screen:
    """One display. ``environment`` is for the programs that shall be seen on it."""

    def __init__(self, number: str, pictures: Path) -> None:
        self._display, self._pictures, self._taken = f":{number}", pictures, 0
        self.environment = {**os.environ, "DISPLAY": self._display, "LANG": "C.UTF-8"}
        pictures.mkdir(parents=True, exist_ok=True)

    def press(self, *keys: str) -> None:
        """Press keys one after another, as ``Tab`` or ``ctrl+n``."""
        self._xdotool("key", "--delay", "20", *keys)

    def type(self, text: str) -> None:
        """Type ASCII, and the letters that the keyboard was given."""
        self._xdotool("type", "--delay", "20", "--", text)

    def focus(self, title: str) -> None:
        """Wait for a window and give it the keyboard, as a window manager would."""
        window = until(lambda: self._windows(title), f"a window “{title}”")[-1]
        until(lambda: self._focused(window), f"the keyboard for “{title}”")

    def fill(self, title: str) -> None:
        """Give a window the keyboard and the whole screen, as where it is maximised."""
        self.focus(title)
        width, height, _ = _SIZE.split("x")
        (window,) = until(lambda: self._windows(title), f"a window “{title}”")
        self._xdotool("windowmove", window, "0", "0", "windowsize", window, width, height)

    def keep(self, name: str) -> None:
        """Keep a picture of the screen, once nothing moves on it any more."""
        self._taken += 1
        self.still().save(self._pictures / f"{self._taken:02}-{name}.png")

    def still(self) -> Image:
        """Return what the screen shows as soon as two looks see the same."""
        looks = [self._look()]

        def same() -> bool:
            time.sleep(_PAUSE)
            looks.append(self._look())
            return looks[-1].tobytes() == looks[-2].tobytes()

        until(same, "a screen that stands still")
        return looks[-1]

    def _look(self) -> Image:
        return ImageGrab.grab(xdisplay=self._display)

    def _windows(self, title: str) -> list[str]:
        pattern = f"^{re.escape(title)}$"
        return self._xdotool("search", "--onlyvisible", "--name", pattern, fails=True).split()

    def _focused(self, window: str) -> bool:
        self._xdotool("windowfocus", window, fails=True)
        return self._xdotool("getwindowfocus", fails=True).strip() == window

    def _xdotool(self, *arguments: str, fails: bool = False) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            capture_output=True,
            encoding="utf-8",
            env=self.environment,
            timeout=PATIENCE,
        )
        assert fails or done.returncode == 0, done.stderr
        return done.stdout


@contextmanager
def screen(pictures: Path, letters: str = "") -> Iterator[Screen]:
    """Give a display of its own, whose keyboard has a key for each of the letters."""
    reader, writer = os.pipe()
    # Without -noreset the keyboard is forgotten when the first program leaves.
    command = ["Xvfb", "-displayfd", str(writer), "-noreset", "-nolisten", "tcp"]
    server = subprocess.Popen(
        [*command, "-screen", "0", _SIZE], pass_fds=[writer], stderr=subprocess.DEVNULL
    )
    os.close(writer)
    try:
        with os.fdopen(reader) as pipe:
            shown = Screen(pipe.readline().strip(), pictures)
        _give_keys(letters, shown.environment)
        yield shown
    finally:
        server.terminate()
        server.wait(PATIENCE)


def _give_keys(letters: str, environment: dict[str, str]) -> None:
    """Put letters on keys that a keyboard does not have.

    xdotool would move one key from letter to letter, which a busy program sees too late.
    """
    known = _run("xkbcomp", environment["DISPLAY"], "-", environment=environment)
    spare = sorted(set(re.findall(r"<(I\d+)> = ", known)))
    wanted = sorted({letter for letter in letters if not letter.isascii()})
    assert len(wanted) <= len(spare), f"{len(wanted)} letters for {len(spare)} keys"
    keys = (
        f"replace key <{key}> {{ [ U{ord(letter):04X} ] }};"
        for key, letter in zip(spare, wanted, strict=False)
    )
    keyboard = _KEYBOARD % "\n".join(keys)
    with tempfile.NamedTemporaryFile("w", suffix=".xkb") as file:
        file.write(keyboard)
        file.flush()
        _run("xkbcomp", "-w0", file.name, environment["DISPLAY"], environment=environment)


_KEYBOARD = """xkb_keymap {
xkb_keycodes { include "evdev+aliases(qwerty)" };
xkb_types { include "complete" };
xkb_compat { include "complete" };
xkb_symbols { include "pc+us+inet(evdev)"
%s
};
};
"""


def _run(*command: str, environment: dict[str, str]) -> str:
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment)
    assert done.returncode == 0, done.stderr
    return done.stdout
