"""One window for one archive, between real processes."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSysInfo

from secretary_desk.desk.instance import Claim, Instance

START = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from secretary_desk.desk.instance import Claim, Instance
app = QCoreApplication([])
instance = Instance(Path(sys.argv[1]))
instance.shown.connect(lambda: print("shown", flush=True))
claim = instance.claim()
print(claim.name, flush=True)
if claim is Claim.OURS:
    app.exec()
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "第一党支部 资料.sdesk"
    path.touch()
    return path


@pytest.fixture
def start():
    running = []

    def run(archive: Path) -> subprocess.Popen:
        command = [sys.executable, "-c", START, str(archive)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        running.append(process)
        return process

    yield run
    for process in running:
        process.kill()
        process.wait()
        process.stdout.close()


def heard(process: subprocess.Popen) -> str:
    return process.stdout.readline().strip()


@pytest.mark.timeout(60)
def test_a_second_start_shows_the_first_window_and_leaves(archive: Path, start):
    first = start(archive)
    assert heard(first) == "OURS"
    for _ in range(2):
        second = start(archive)
        assert heard(second) == "SHOWN"
        assert second.wait(10) == 0
        assert heard(first) == "shown"


@pytest.mark.timeout(60)
def test_the_same_archive_by_another_path_is_the_same(archive: Path, start, tmp_path: Path):
    (tmp_path / "link").symlink_to(archive.parent)
    first = start(archive)
    assert heard(first) == "OURS"
    assert heard(start(tmp_path / "link" / ".." / tmp_path.name / archive.name)) == "SHOWN"
    assert heard(first) == "shown"


@pytest.mark.timeout(60)
def test_another_archive_opens_beside_it(archive: Path, start):
    assert heard(start(archive)) == "OURS"
    other = archive.with_name("第二党支部.sdesk")
    assert heard(start(other)) == "OURS"


@pytest.mark.timeout(60)
def test_after_a_crash_the_archive_opens_again(archive: Path, start):
    first = start(archive)
    assert heard(first) == "OURS"
    first.kill()
    first.wait()
    assert lock_of(archive).exists()
    again = start(archive)
    assert heard(again) == "OURS"
    assert heard(start(archive)) == "SHOWN"
    assert heard(again) == "shown"


@pytest.mark.timeout(60)
@pytest.mark.skipif(sys.platform == "win32", reason="SIGSTOP 只在类 Unix 系统上有")
def test_a_window_that_does_not_answer_is_a_sentence(archive: Path, start, qapp):
    first = start(archive)
    assert heard(first) == "OURS"
    os.kill(first.pid, signal.SIGSTOP)
    instance = Instance(archive)
    assert instance.claim() is Claim.ELSEWHERE
    assert instance.claim(forcibly=True) is Claim.ELSEWHERE
    assert f"进程{first.pid}" in instance.sentence()
    assert "没有回应" in instance.sentence()


def lock_of(archive: Path) -> Path:
    return archive.with_name(f"~${archive.name}.lock")


def test_an_archive_open_on_another_computer_is_named_and_can_be_taken(archive: Path, qapp):
    lock_of(archive).write_text("4321\nsecretary-desk\n党办-PC\n0123\n4567\n", "utf-8")
    instance = Instance(archive)
    assert instance.claim() is Claim.ELSEWHERE
    assert "另一台电脑“党办-PC”" in instance.sentence()
    assert instance.claim(forcibly=True) is Claim.OURS
    assert QSysInfo.machineHostName() in lock_of(archive).read_text("utf-8")
    instance.release()


def test_a_garbled_lock_keeps_nobody_out_for_good(archive: Path, qapp):
    lock_of(archive).write_bytes(b"\xff\x00\xfe")
    instance = Instance(archive)
    assert instance.claim(forcibly=True) is Claim.OURS
    instance.release()


def test_what_is_released_is_free_and_leaves_no_file(archive: Path, qapp):
    first, second = Instance(archive), Instance(archive)
    assert first.claim() is Claim.OURS
    assert first.claim() is Claim.OURS
    assert second.claim() is Claim.SHOWN
    first.release()
    assert not lock_of(archive).exists()
    assert second.claim() is Claim.OURS
    second.release()


def test_an_archive_in_a_place_that_cannot_be_written_still_opens(qapp):
    instance = Instance(Path("/proc/第一党支部.sdesk"))
    assert instance.claim() is Claim.OURS
    instance.release()
