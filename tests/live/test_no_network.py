"""The program speaks to no network and looks up no name, and works where there is none."""

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from judges.needs import needs
from live.screen import needs_screen, screen
from live.session import PAPER, PDF, STICK, WORD

pytestmark = pytest.mark.timeout(300)
if sys.platform != "linux":
    pytest.skip("Linux's kernel is the judge", allow_module_level=True)

HERE = Path(__file__).parent
FAMILIES = re.compile(r"\bsocket(?:pair)?\((\w+)")
ADDRESS = re.compile(r'\b(?:connect|bind)\(.*sun_path=@?"([^"]*)"')
# Who is spoken to on this computer: the program's second start, the screen, the desktop, the
# printers; and the C library, which asks who the user is (of hosts it asks with the same words).
NEIGHBOURS = re.compile(
    r"/secretary-desk-\w+|/tmp/\.\w+/s|/\.X11-unix/X\d+|dbus|/run/cups/cups\.sock|/nscd/socket"
    r"|/\.ICE-unix/\d+|/at-spi|/pulse/|/wayland-\d"
)
OF_NAMES = re.compile(r"/(?:resolv|host|gai)\.conf|/etc/hosts\b|libnss_dns|\bhosts\\0|:53\b")
WHEN = re.compile(rb"\d{4}-\d\d-\d\dT[\d:]+Z")
SESSION = (str(HERE / "session.py"),)
GUARDED = (str(HERE / "guarded.py"),)
SLIPS = {
    "Python's": "import socket; socket.socket()",
    "IPv6": "import socket; socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)",
    "a look-up": "import socket; socket.getaddrinfo('example.invalid', 80)",
    "Qt's": "from PySide6.QtCore import QCoreApplication as A; a = A([]);"
    "from PySide6.QtNetwork import QTcpSocket; s = QTcpSocket(); s.connectToHost('127.0.0.1', 9);"
    "s.waitForConnected(2000)",
    "another program's": "import os, subprocess, sys; code = subprocess.call([sys.executable, '-c',"
    "'import socket; socket.socket()']); os.kill(os.getpid(), -code)",
}


def _may(*command: str) -> bool:
    """Whether this machine lets a command be done."""
    try:
        return subprocess.run(command, capture_output=True, timeout=60).returncode == 0
    except OSError:
        return False


STRACE = ("strace", "-f", "--seccomp-bpf", "-e", "trace=%network,open,openat", "-o")
WITHOUT = next(
    (way for way in (("unshare", "-n"), ("unshare", "-rn")) if _may(*way, "true")),
    (),
)
needs_namespace = pytest.mark.skipif(not WITHOUT, reason="no network namespace can be made here")
needs_strace = needs("" if shutil.which("strace") else "strace 未安装，看不到程序打开了什么")
is_barred = bool(shutil.which("strace")) and not _may(*STRACE, "/dev/null", "true")
needs_tracing = pytest.mark.skipif(is_barred, reason="no process may be traced here")


def begin(folder: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a Python command line in a home of its own."""
    folder.mkdir()
    home = {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "PYTHONPATH": str(HERE.parent)}
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        home[f"XDG_{name}_HOME"] = str(folder / name.lower())
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **home, **environment}
    environment.pop("CUPS_SERVER", None)
    return subprocess.run(
        command, env=environment, cwd=folder, capture_output=True, encoding="utf-8", timeout=280
    )


def session(folder: Path, *before: str, **environment: str) -> Path:
    """Let a whole session run to its good end, and return the folder that holds its files."""
    written = folder / "written"
    written.mkdir(parents=True)
    done = begin(
        folder / "home", *before, sys.executable, *GUARDED, *SESSION, str(written), **environment
    )
    assert done.returncode == 0, (done.returncode, done.stderr[-3000:])
    return written


def parts(document: Path) -> dict[str, bytes]:
    """Return what a Word document is made of, but for the time at which it was made."""
    with ZipFile(document) as archive:
        return {name: WHEN.sub(b"", archive.read(name)) for name in archive.namelist()}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_socket_to_a_network_ends_the_process(tmp_path, slip):
    done = begin(tmp_path / "home", sys.executable, *GUARDED, "-c", SLIPS[slip])
    assert abs(done.returncode) == signal.SIGSYS


def test_sockets_within_this_computer_do_not(tmp_path):
    within = "import socket; socket.socketpair(); socket.socket(socket.AF_UNIX)"
    assert begin(tmp_path / "home", sys.executable, *GUARDED, "-c", within).returncode == 0


@pytest.fixture(scope="module")
def ours(tmp_path_factory):
    """What a session wrote on this machine as it is."""
    return session(tmp_path_factory.mktemp("ours"))


def test_a_whole_session_opens_no_socket_to_a_network(ours):
    for name in (WORD, "命令.docx", PDF, "命令.pdf", PAPER, STICK, "包.sdeskpack"):
        assert (ours / name).stat().st_size > 5_000


@needs_namespace
def test_where_there_is_no_network_all_works_and_is_the_same(tmp_path, ours):
    theirs = session(tmp_path / "theirs", *WITHOUT)
    for name in (WORD, "命令.docx"):
        assert parts(theirs / name) == parts(ours / name)
    assert {path.name for path in theirs.iterdir()} == {path.name for path in ours.iterdir()}


@needs_namespace
def test_without_a_network_means_without_even_this_computers_own(tmp_path):
    knock = "import socket; socket.create_connection(('127.0.0.1', 9), 2)"
    done = begin(tmp_path / "home", *WITHOUT, sys.executable, "-c", knock)
    assert "Network is unreachable" in done.stderr


@needs_screen
@needs_strace
@needs_tracing
def test_all_that_a_session_on_a_screen_speaks_to_is_named_and_no_name_is_looked_up(tmp_path):
    with screen(tmp_path / "pictures") as seen:
        shown = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": seen.environment["DISPLAY"]}
        session(tmp_path / "traced", *STRACE, str(tmp_path / "trace"), **shown)
    trace = (tmp_path / "trace").read_text("utf-8", "replace")
    assert set(FAMILIES.findall(trace)) == {"AF_UNIX"}
    spoken_to = set(ADDRESS.findall(trace))
    assert any("/secretary-desk-" in address for address in spoken_to)
    assert [address for address in spoken_to if not NEIGHBOURS.search(address)] == []
    assert [line for line in trace.splitlines() if OF_NAMES.search(line)] == []


@needs_strace
@needs_tracing
def test_a_look_up_of_a_name_is_seen(tmp_path):
    look_up = "import socket; socket.gethostbyname('example.invalid')"
    command = (*STRACE, str(tmp_path / "trace"), sys.executable, "-c", look_up)
    begin(tmp_path / "home", *WITHOUT, *command)
    trace = (tmp_path / "trace").read_text("utf-8", "replace")
    assert OF_NAMES.search(trace)
