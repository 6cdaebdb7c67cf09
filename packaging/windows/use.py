"""Steps: the command line says and writes what it does here; the window opens and shows."""

import shutil
import subprocess
from pathlib import Path

from ground import ARCHIVE, TITLE, YEAR, Smoke
from papers import pdf_text, word_parts

from secretary_desk.desk.pages import PAGES

_LACKS = ("PerMonitorVersion2 is not supported", "EnableNonClientDpiScaling")  # Wine's, in the log
_SEEN = ("calendar", "check", "report", "history", "study_meeting", "development", "person")
_HELP = "书记案头 帮助"


def demo(smoke: Smoke) -> None:
    """demo says the same as here and writes the same report in Word"""
    smoke.ours.mkdir(exist_ok=True)
    shutil.rmtree(smoke.place, ignore_errors=True)
    ours = smoke.here("demo", "--out", smoke.ours, "--force")
    theirs = smoke.there("demo", "--out", smoke.place)
    assert _without_paths(theirs) == _without_paths(ours), theirs
    (report,) = smoke.ours.glob("*.docx")
    _same_word(report, smoke.place / report.name)


def tells_the_same(smoke: Smoke) -> None:
    """check and facts say of one archive what they say here, letter by letter"""
    smoke.lay_archive()
    for command in (("facts", "--json"), ("facts",), ("check", "--json"), ("check",)):
        name, *flags = command
        ours, theirs = smoke.both(name, Path(ARCHIVE), *YEAR, *flags)
        assert theirs == ours, f"{' '.join(command)} differs: {theirs[:200]}"


def writes_word(smoke: Smoke) -> None:
    """report writes the same Word file as here, also as 核对稿"""
    for name, flags in (("述职.docx", ()), ("核对.docx", ("--proof",))):
        _same_word(*_reports(smoke, name, *flags))


def writes_pdf(smoke: Smoke) -> None:
    """report writes a PDF with the same pages as here, line by line"""
    ours, theirs = map(pdf_text, _reports(smoke, "述职.pdf"))
    assert len(ours) > 3000, "a report as short as that is none"
    assert "附件1" in ours, "the annexes are missing"
    lines = zip(ours.splitlines(), theirs.splitlines(), strict=False)
    assert theirs == ours, next((pair for pair in lines if pair[0] != pair[1]), "an end is missing")


def opens_its_window(smoke: Smoke) -> None:
    """A double click on an archive opens the window, whose pages are photographed; it backs up"""
    shown: set[bytes] = set()
    with smoke.window() as rest:
        for name in _SEEN:
            smoke.seen.press("alt+g", *["Down"] * PAGES.index(name), "Return")
            rest()
            smoke.seen.keep(name)
            shown.add(smoke.seen.still().tobytes())
        smoke.seen.press("F1")
        smoke.seen.focus(_HELP)
        rest()
        smoke.seen.keep("help")
        smoke.seen.press("Escape")
    assert len(shown) == len(_SEEN), "two pages look the same"
    assert list((smoke.place / "备份").glob("*.sdesk")), "no backup on leaving"


def speaks_no_complaint(smoke: Smoke) -> None:
    """The window starts and leaves without a complaint in its log"""
    shutil.rmtree(smoke.data / "Logs", ignore_errors=True)
    with smoke.window():
        pass
    logs = list((smoke.data / "Logs").glob("*.log"))
    assert logs, "no log"
    told = [line for path in logs for line in path.read_text("utf-8").splitlines()]
    strange = [line for line in told if not any(lack in line for lack in _LACKS)]
    assert not strange, strange[-5:]


def leads_to_its_window(smoke: Smoke) -> None:
    """A second double click on the archive shows its window and opens no other"""
    with smoke.window():
        assert smoke.box.run(*smoke.double_click(), patience=60).code == 0
        search = ["xdotool", "search", "--onlyvisible", "--name", TITLE]
        found = subprocess.run(search, capture_output=True, env=smoke.seen.environment)
        assert len(found.stdout.split()) == 1


def _reports(smoke: Smoke, name: str, *flags: str) -> tuple[Path, Path]:
    smoke.both("report", Path(ARCHIVE), *YEAR, "-o", Path(name), "--force", *flags)
    return smoke.ours / name, smoke.place / name


def _same_word(ours: Path, theirs: Path) -> None:
    here, there = word_parts(ours), word_parts(theirs)
    assert here.keys() == there.keys()
    differ = [name for name, part in here.items() if there[name] != part]
    assert not differ, f"{theirs.name}: {differ}"


def _without_paths(said: str) -> list[str]:
    return [line for line in said.splitlines() if not line.startswith(("档案：", "报告："))]
