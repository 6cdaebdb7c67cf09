"""What the steps of the smoke test work on: a Windows, a screen, the same program here."""

import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from live.screen import PATIENCE, Screen, until
from winebox import Done, WineBox, windows_path

ARCHIVE = "示例支部.sdesk"
CLASSES = "Software\\Classes"
YEAR = ("--year", "2026")
TITLE = "示例建设集团城轨项目第一党支部 — 书记案头"
_WHILE = 0.7  # seconds
_PLACE = "党建 资料"  # Chinese and a blank in every path


class Smoke:
    """What the steps work on: a Windows, a screen, and the same papers written here."""

    def __init__(self, box: WineBox, seen: Screen, folder: Path, dist: Path) -> None:
        self.box, self.seen = box, seen
        (self.setup,) = dist.glob("*-setup.exe")
        (self.portable,) = dist.glob("*-portable.zip")
        self.program = box.drive / _PLACE / "书记 案头"
        self.place = box.drive / _PLACE / "张三 的文件"
        self.ours = folder / "ours"

    def here(self, *arguments: str | Path) -> str:
        """Run the command line of this machine."""
        command = [sys.executable, "-m", "secretary_desk", *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=self.ours)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def ask(self, *arguments: str | Path) -> Done:
        """Run the installed command line; a path is named as Windows does."""
        named = [self.named(each) if isinstance(each, Path) else each for each in arguments]
        return self.box.run(self.program / "secretary-desk.exe", *named, patience=120)

    def there(self, *arguments: str | Path) -> str:
        """Run the installed command line, which does what it is asked, and return what it says."""
        done = self.ask(*arguments)
        assert done.code == 0, f"exit code {done.code}: {done.said[-300:]}"
        return done.said

    def both(self, *arguments: str | Path) -> tuple[str, str]:
        """Run both command lines, each with its own folder before the paths."""
        ours, theirs = (
            [folder / each if isinstance(each, Path) else each for each in arguments]
            for folder in (self.ours, self.place)
        )
        return self.here(*ours), self.there(*theirs)

    def lay_archive(self) -> None:
        """Lay the archive of this side on the other."""
        shutil.copyfile(self.ours / ARCHIVE, self.archive)

    def named(self, path: Path) -> str:
        """Return how Windows names a file."""
        return windows_path(path, self.box.drive)

    def install(self) -> Done:
        """Run the installer; its folder stands last and has no quotation marks, blanks or not."""
        return self.box.run(self.setup, "/S", *f"/D={self.named(self.program)}".split(" "))

    def uninstall(self) -> Done:
        """Run the uninstaller in its place, so that its end can be waited for."""
        place = f"_?={self.named(self.program)}".split(" ")
        return self.box.run(self.program / "uninstall.exe", "/S", *place)

    @property
    def archive(self) -> Path:
        """The archive that the Windows program works on."""
        return self.place / ARCHIVE

    @property
    def data(self) -> Path:
        """Where the installed program keeps what it remembers, and new archives."""
        return self.box.local / "书记案头"

    def double_click(self) -> list[str | Path]:
        """Return what Windows runs for an archive: Wine's own explorer looks at HKLM alone."""
        opens = {self._opens(ending) for ending in (".sdesk", ".sdeskpack")}
        assert len(opens) == 1, opens
        program, archive = shlex.split(opens.pop().replace("\\", "\\\\"))
        return [program, archive.replace("%1", self.named(self.archive))]

    def _opens(self, ending: str) -> str:
        kind = self.box.registry(f"{CLASSES}\\{ending}")
        opens = self.box.registry(f"{CLASSES}\\{kind}\\shell\\open\\command")
        assert opens, f"no program opens {ending}"
        return opens

    def found(self, branch: str) -> Callable[[], None]:
        """Return what answers the questions of a first start: a branch, and some secretary."""

        def answer() -> None:
            self.seen.focus("书记案头")
            self.seen.type(branch)
            self.seen.press("Tab")
            self.seen.type("A")
            self.seen.press("Return")

        return answer

    @contextmanager
    def window(
        self, *command: str | Path, title: str = TITLE, first: Callable[[], None] | None = None
    ) -> Iterator[Callable[[], None]]:
        """Open the window, by a double click on the archive or a command; close it at the end.

        ``first`` answers what is asked before. What is given waits until the program has done
        what it was told.
        """
        process = self.box.start(*(command or self.double_click()))
        try:
            if first:
                first()
            self.seen.fill(title)
            rest = partial(_rest, process.pid)
            rest()
            yield rest
            self.seen.focus(title)
            self.seen.press("alt+F4")
            process.communicate(timeout=PATIENCE)
            assert process.returncode == 0, f"exit code {process.returncode}"
        finally:
            if process.poll() is None:
                self.box.stop()
                process.communicate()


def _rest(process: int) -> None:
    """Wait until a process takes no more CPU time for a while."""
    seen = [_worked(process)]

    def rests() -> bool:
        time.sleep(_WHILE)
        seen.append(_worked(process))
        return seen[-1] == seen[-2]

    until(rests, "the program's rest")


def _worked(process: int) -> list[str]:
    stat = Path(f"/proc/{process}/stat").read_text("utf-8")
    return stat.rpartition(")")[2].split()[11:13]


Step = Callable[[Smoke], None]
