"""Steps: installed, whole, not while it runs, upgraded, carried on a stick, removed."""

import hashlib
from pathlib import Path
from zipfile import ZipFile

import imports
from ground import CLASSES, Smoke
from live.screen import until

_KEY = "Software\\SecretaryDesk"
_REFUSED, _RUNNING = 3, 4
_PORTABLE, _BRANCH = Path("SecretaryDesk", "secretary-desk-gui.exe"), "Branch 1"
_BEFORE, _OLDEST = 17134, 17763  # builds of Windows 10: 1803 and 1809


def sums_agree(smoke: Smoke) -> None:
    """SHA256SUMS has the sums of installer and zip"""
    told = (smoke.setup.parent / "SHA256SUMS").read_text("ascii").splitlines()
    made = {f"{_digest(path)}  {path.name}" for path in (smoke.setup, smoke.portable)}
    assert set(told) == made, told


def refuses_old_windows(smoke: Smoke) -> None:
    """The installer refuses Windows 7, 8.1 and 10 1803 with a sentence and installs nothing"""
    for version in ("win7", "win81", _BEFORE):
        smoke.box.be(version)
        done = smoke.install()
        assert done.code == _REFUSED, f"{version}: exit code {done.code}"
        told = next(smoke.box.home.rglob("secretary-desk-setup.log"))
        assert "太旧" in told.read_text("utf-16"), version
        told.unlink()
        assert not smoke.program.exists()
    smoke.box.be(_OLDEST)  # the other steps pass on the oldest that is not refused


def installs(smoke: Smoke) -> None:
    """It installs silently into a path with Chinese and blanks, what its list names and no more"""
    done = smoke.install()
    assert done.code == 0, f"exit code {done.code}: {done.said}"
    found = {path for path in smoke.program.rglob("*") if path.is_file()}
    listed = (smoke.program / "installed.txt").read_text("ascii").splitlines()
    named = {smoke.program / line[2:].replace("\\", "/") for line in listed if line[0] == "F"}
    assert found == named | {smoke.program / "uninstall.exe"}, found ^ named
    assert smoke.box.registry(_KEY, "InstallDir") == smoke.named(smoke.program)
    opens = smoke.box.registry(f"{CLASSES}\\SecretaryDesk.Archive\\shell\\open\\command")
    assert opens == f'"{smoke.named(smoke.program)}\\secretary-desk-gui.exe" "%1"', opens
    assert len(smoke.box.shortcuts()) == 3, smoke.box.shortcuts()


def is_complete(smoke: Smoke) -> None:
    """Every library that the installed programs ask for is there, or is part of Windows 10"""
    missing = imports.main(smoke.program)
    assert missing == 0, f"{missing} imports are missing"


def licences_are_there(smoke: Smoke) -> None:
    """Each part of it has its licence there"""
    index = (smoke.program / "licences" / "index.txt").read_text("utf-8-sig").splitlines()
    folders = {path.name for path in (smoke.program / "licences").iterdir() if path.is_dir()}
    for line in index:
        assert line.rpartition("：")[2], line
        name = line.split("：")[0].split(" ")[0]
        assert name in folders, f"no licence of {name}"
        assert list((smoke.program / "licences" / name).iterdir()), f"no licence of {name}"


def refuses_while_running(smoke: Smoke) -> None:
    """While the window is open neither the installer nor the uninstaller touches a file"""
    before = _state(smoke.program)
    with smoke.window():
        for run in (smoke.install, smoke.uninstall):
            done = run()
            assert done.code == _RUNNING, f"exit code {done.code}"
    assert _state(smoke.program) == before


def upgrades(smoke: Smoke) -> None:
    """An upgrade takes away what the version before had installed; data and foreign files stay"""
    old, foreign = smoke.program / "Lib" / "old" / "part.py", smoke.program / "Lib" / "我的.txt"
    old.parent.mkdir()
    for path in (old, foreign):
        path.write_text("", "utf-8")
    with (smoke.program / "installed.txt").open("a", encoding="ascii") as file:
        file.write("F Lib\\old\\part.py\r\nD Lib\\old\r\n")
    before = _state(smoke.place), _state(smoke.data)
    assert smoke.install().code == 0
    assert not old.parent.exists()
    assert foreign.exists()
    assert (_state(smoke.place), _state(smoke.data)) == before
    assert smoke.there("--version")


def is_portable(smoke: Smoke) -> None:
    """The unpacked zip keeps everything beside itself, and finds it in another place too"""
    stick, other = smoke.box.drive / "优盘 甲", smoke.box.drive / "优盘 乙"
    with ZipFile(smoke.portable) as packed:
        packed.extractall(stick)
    before = _state(smoke.box.home)
    with smoke.window(stick / _PORTABLE, title=f"{_BRANCH} — 书记案头", first=smoke.found(_BRANCH)):
        pass
    stick.rename(other)
    with smoke.window(other / _PORTABLE, title=f"{_BRANCH} — 书记案头"):
        pass
    kept = (other / _PORTABLE).parent / "资料"
    assert (kept / "window.ini").is_file()
    assert (kept / f"{_BRANCH}.sdesk").is_file()
    assert _state(smoke.box.home) == before, "something was left on the computer"


def uninstalls(smoke: Smoke) -> None:
    """Uninstalling leaves foreign files and all data, and nothing else"""
    foreign = smoke.program / "Lib" / "我的.txt"
    foreign.touch()
    before = _state(smoke.place), _state(smoke.data)
    uninstaller = smoke.program / "uninstall.exe"
    assert smoke.box.run(uninstaller, "/S").code == 0
    # It goes on from a copy of itself, so that it can be removed too.
    until(lambda: not uninstaller.exists() and not smoke.box.shortcuts(), "its end")
    left = [path for path in smoke.program.rglob("*") if path.is_file()]
    assert left == [foreign], f"{len(left)} files are left"
    assert (_state(smoke.place), _state(smoke.data)) == before
    classes = (".sdesk", ".sdeskpack", "SecretaryDesk.Archive", "SecretaryDesk.Package")
    for key in (_KEY, *(f"{CLASSES}\\{name}" for name in classes)):
        assert not smoke.box.registry(key)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _state(folder: Path) -> dict[Path, str]:
    return {path: _digest(path) for path in folder.rglob("*") if path.is_file()}
