"""The window comes up without what only an export or an import needs."""

import os
import subprocess
import sys

from sample import sample_archive

HEAVY = {"docx", "lxml", "openpyxl", "python_calamine", "pypinyin", "jinja2"}
OTHERS = {"secretary_desk.cli", "email"}  # the other program, and what looks for plug-ins
START = """
import sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from secretary_desk.__main__ import window
from secretary_desk.desk import app

class Leave(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print(*sorted(sys.modules), flush=True)
            sys.stdout.close()
            import os
            os._exit(0)
        return False

dress = app.dress
def watched(application):
    dress(application)
    application.installEventFilter(leave)
leave = Leave()
app.dress = watched
window()
"""


def test_the_first_paint_needs_no_library_for_files_and_reports(tmp_path):
    folders = {f"XDG_{name}_HOME": str(tmp_path) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", START, str(sample_archive(tmp_path))],
        env={**os.environ, **folders, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.split())
    assert "secretary_desk.desk.calendar.page" in loaded
    assert loaded.isdisjoint(HEAVY | OTHERS)
