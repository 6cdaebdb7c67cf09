"""One window for one archive, between real processes."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSysInfo

from secretary_desk.desk.instance import Claim, Instance
from secretary_desk.store.holding import holder, lock_of, this_computer, this_machine

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

    def run(archive: Path, before: Sequence[str] = ()) -> subprocess.Popen:
        command = [*before, sys.executable, "-c", START, str(archive)]
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
    assert re.search(r"这台电脑上（今天\d\d:\d\d起）打开，但那个窗口没有回应", instance.sentence())
    assert "已保存的内容都在" in instance.sentence()


def test_an_archive_open_on_another_computer_is_named_and_can_be_taken(archive: Path, qapp):
    lock_of(archive).write_text("4321\nsecretary-desk\n党办-PC\n0123\n4567\n", "utf-8")
    instance = Instance(archive)
    assert instance.claim() is Claim.ELSEWHERE
    os.utime(lock_of(archive), (0, datetime(2026, 11, 20, 9, 30).timestamp()))
    assert "正在另一台电脑“党办-PC”上（11月20日09:30起）打开" in instance.sentence()
    assert instance.claim(forcibly=True) is Claim.OURS
    assert QSysInfo.machineHostName() == this_computer()
    assert QSysInfo.machineUniqueId().data().decode() == this_machine()
    assert this_computer() in lock_of(archive).read_text("utf-8")
    instance.release()


# A name and a number of its own, and no socket in common: only the folder is.
MADE = """
hostname "$0" && export TMPDIR=$(mktemp -d) && echo 0123456789abcdef0123456789abcdef > $TMPDIR/id
for file in /etc/machine-id /var/lib/dbus/machine-id; do
    if [ -f $file ]; then mount --bind $TMPDIR/id $file || exit 1; fi
done
exec "$@"
"""
OTHER_COMPUTER = ["unshare", "--uts", "--mount", "sh", "-c", MADE, "dangban-2"]


def _can_be_two_computers() -> bool:
    if sys.platform != "linux":
        return False
    return subprocess.run([*OTHER_COMPUTER, "true"], capture_output=True).returncode == 0


@pytest.mark.timeout(60)
@pytest.mark.skipif(not _can_be_two_computers(), reason="no disk can be mounted here, nor named")
def test_two_computers_on_one_folder_open_an_archive_one_after_the_other(
    archive: Path, start, qapp
):
    other = start(archive, OTHER_COMPUTER)
    assert heard(other) == "OURS"
    instance = Instance(archive)
    assert instance.claim() is Claim.ELSEWHERE
    assert "另一台电脑“dangban-2”上（今天" in instance.sentence()
    assert instance.claim(forcibly=True) is Claim.ELSEWHERE  # it is alive
    other.kill()
    other.wait()
    assert instance.claim() is Claim.ELSEWHERE  # nobody here can know that
    assert instance.claim(forcibly=True) is Claim.OURS
    instance.release()


@pytest.mark.timeout(60)
def test_a_crashed_windows_number_that_is_another_programs_now_keeps_nobody_out(
    archive: Path, start, qapp
):
    first = start(archive)
    assert heard(first) == "OURS"
    lock = lock_of(archive)
    first.kill()
    first.wait()
    was, rest = lock.read_text("utf-8").split("\n", 1)
    for pid in (os.getpid(), os.getppid()):  # a program of the same name, and of another
        lock.write_text(f"{pid}\n{rest}", "utf-8")
        assert holder(archive) is None
        instance = Instance(archive)
        assert instance.claim() is Claim.OURS
        instance.release()
    assert int(was) == first.pid


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
