"""Steps: what keeps an archive safe does there what it does here, and each side reads the other."""

import hashlib
import json
import shutil
from pathlib import Path, PureWindowsPath
from typing import Any

from ground import ARCHIVE, YEAR, Smoke

_ARCHIVE, _KEY, _PACKAGE, _OUT = map(Path, (ARCHIVE, "口令.txt", "搬家.sdeskpack", "取出"))
_CERTIFICATE, _HONOUR = Path("奖状.jpg"), Path("荣誉.json")
_OWN = {"path", "at", "archive", "settings"}  # differ: where and when a file was made


def restores(smoke: Smoke) -> None:
    """backup, backups and restore say what they say here, and give back what was there"""
    _begin_anew(smoke)
    before = smoke.both("facts", _ARCHIVE, *YEAR, "--json")
    ours, theirs = _same(*smoke.both("backup", _ARCHIVE, "--json"))
    _add(smoke)
    _same(*smoke.both("backups", _ARCHIVE, "--json"))
    backups = Path(ours["path"]).name, PureWindowsPath(theirs["path"]).name
    for flag in ("--show", "--force"):
        here, there = (Path("备份", name) for name in backups)
        told = _same(
            smoke.here("restore", smoke.ours / here, smoke.ours / ARCHIVE, flag, "--json"),
            smoke.there("restore", smoke.place / there, smoke.archive, flag, "--json"),
        )
        assert told[1]["changes"], f"restore {flag} changes nothing"
    assert smoke.both("facts", _ARCHIVE, *YEAR, "--json") == before


def packs(smoke: Smoke) -> None:
    """pack and unpack, attachments and passphrase too: what one side packed the other unpacks"""
    _begin_anew(smoke)
    _add(smoke)
    for folder in (smoke.ours, smoke.place):
        (folder / _KEY).write_text("春风 化雨 2026\n", "utf-8")
        shutil.rmtree(folder / _OUT, ignore_errors=True)
    told = _same(*smoke.both("pack", _ARCHIVE, "-o", _PACKAGE, *_with_key(), "--force", "--json"))
    assert (told[1]["files"], told[1]["encrypted"]) == (1, True), told
    digest = hashlib.sha256((smoke.ours / _CERTIFICATE).read_bytes()).hexdigest()
    before = smoke.both("facts", _ARCHIVE, *YEAR, "--json")
    ours, theirs = smoke.ours / _PACKAGE, smoke.place / _PACKAGE
    between = ours.rename(smoke.ours / "这边.sdeskpack")
    theirs.rename(ours)
    between.rename(theirs)
    _same(*smoke.both("unpack", _PACKAGE, "--to", _OUT, *_with_key(), "--json"))
    assert smoke.both("facts", _OUT / _ARCHIVE, *YEAR, "--json") == before[::-1]
    for folder in (smoke.ours, smoke.place):
        files = [path for path in (folder / _OUT).rglob("*") if path.is_file()]
        found = {hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
        assert digest in found, f"the attachment is not among {files}"


def tells_what_is_missing(smoke: Smoke) -> None:
    """Without the Word template, or Qt's plugin, the command line says so and writes nothing"""
    packages = smoke.program / "Lib" / "site-packages"
    template = packages / "secretary_desk" / "resources" / "report" / "template"
    plugin = packages / "PySide6" / "plugins" / "platforms" / "qwindows.dll"
    for lost, name in ((template, "缺.docx"), (plugin, "缺.pdf")):
        out, aside = smoke.place / name, lost.rename(smoke.program / "aside")
        try:
            done = smoke.ask("report", smoke.archive, *YEAR, "-o", out)
        finally:
            aside.rename(lost)
        assert done.code == 2, f"exit code {done.code}: {done.said[-300:]}"
        assert "重新安装" in done.said, done.said
        assert len(done.said.splitlines()) == 1, done.said
        assert not out.exists()


def _begin_anew(smoke: Smoke) -> None:
    """Lay the same archive on both sides, without backups."""
    for folder in (smoke.ours, smoke.place):
        shutil.rmtree(folder / "备份", ignore_errors=True)
    smoke.lay_archive()


def _add(smoke: Smoke) -> None:
    """Enter the same honour on both sides, with a file attached."""
    for folder, name in ((smoke.ours, str), (smoke.place, smoke.named)):
        (folder / _CERTIFICATE).write_bytes(b"\xff\xd8" + bytes(range(256)) * 40)
        honour = {"名称": "先进党支部", "附件": [name(folder / _CERTIFICATE)]}
        (folder / _HONOUR).write_text(json.dumps(honour, ensure_ascii=False), "utf-8")
    smoke.both("add", _ARCHIVE, "荣誉", _HONOUR)


def _with_key() -> tuple[str, Path]:
    return "--passphrase-file", _KEY


def _same(ours: str, theirs: str) -> tuple[Any, Any]:
    """Return what both sides told, once it is the same but for places and times."""
    told = json.loads(ours), json.loads(theirs)
    assert _plain(told[0]) == _plain(told[1]), told
    return told


def _plain(told: Any) -> Any:
    match told:
        case list():
            return [_plain(each) for each in told]
        case dict():
            return {key: _plain(value) for key, value in told.items() if key not in _OWN}
    return told
