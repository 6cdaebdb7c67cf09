"""Start to the first paint, with the sample archive, against bare PySide6 windows: time, memory.

Each start is a process of its own, they take turns, and no screen is needed.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path[:0] = [str(Path(__file__).parent.parent)]

from sample import sample_archive  # noqa: E402

ROUNDS = 11
MEASURES = {"wall": "ms", "cpu": "ms", "memory": "MB"}

# Leaves the event loop after the first paint of a window, and says what it took to get there.
WATCHED = """
import json, os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QLabel
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self.tell)
        return False
    def tell(self):
        pages = int(open("/proc/self/statm").read().split()[1])
        memory = pages * os.sysconf("SC_PAGE_SIZE") / 2**20
        told = {"at": time.time(), "cpu": time.process_time() * 1000, "memory": memory}
        print(json.dumps(told), flush=True)
        os._exit(0)
run = QApplication.exec
def watched_run(self=None):
    watch = Watch()
    for window in QApplication.topLevelWidgets():  # not all: that would cost with every widget
        window.installEventFilter(watch)
    return run()
QApplication.exec = watched_run
"""
BARE = f"""{WATCHED}
app = QApplication([])
window = QMainWindow()
window.show()
app.exec()
"""
DRESSED = f"""{WATCHED}
from secretary_desk.desk.look import dress
app = QApplication([])
dress(app)
window = QMainWindow()
window.setCentralWidget(QLabel("书记案头"))
window.showMaximized()
app.exec()
"""
OURS = f"""
from secretary_desk.__main__ import window
{WATCHED}
window()
"""
COMPETITORS = {"bare window": BARE, "bare, our look and a word": DRESSED, "secretary_desk": OURS}


def started(code: str, home: Path, archive: Path) -> dict[str, float]:
    """Start once; return what the start took."""
    folders = {f"XDG_{name}_HOME": str(home) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    environment = {**os.environ, **folders, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    # As installed: pip has compiled what is run, here the first start does.
    environment |= {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(home / "compiled")}
    began = time.time()
    done = subprocess.run(
        [sys.executable, "-c", code, str(archive)],
        env=environment,
        capture_output=True,
        check=True,
    )
    told = json.loads(done.stdout)
    return {"wall": (told["at"] - began) * 1000, "cpu": told["cpu"], "memory": told["memory"]}


def main() -> None:
    """Measure and print."""
    found: dict[str, list[dict[str, float]]] = {name: [] for name in COMPETITORS}
    with TemporaryDirectory() as folder:
        archive = sample_archive(Path(folder))
        for code in COMPETITORS.values():
            started(code, Path(folder), archive)
        for _ in range(ROUNDS):
            for name, code in COMPETITORS.items():
                found[name].append(started(code, Path(folder), archive))
    for measure, unit in MEASURES.items():
        print(f"Start to the first paint, {measure}: least and median of {ROUNDS}")
        base = statistics.median(each[measure] for each in found["bare window"])
        for name, runs in found.items():
            values = [each[measure] for each in runs]
            middle = statistics.median(values)
            told = f"{min(values):8.1f}{middle:8.1f} {unit}   {middle / base:5.2f} × bare window"
            print(f"  {name:<28}{told}")


if __name__ == "__main__":
    main()
