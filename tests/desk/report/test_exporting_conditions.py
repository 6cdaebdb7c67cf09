"""The report handed out where there is no room, no stick and no right: told, and tried again."""

import pytest
from desk.answering import Answering
from desk.report.opened import opened
from desk.report.test_exporting import DONE, answering, trigger
from PySide6.QtPrintSupport import QPrinter
from store.dying import needs_stick, stick
from store.real import filled, needs_disk, pull_out, small_disk

from secretary_desk.report.style import load_style


@pytest.fixture
def page(qtbot, sample_desk):
    return opened(qtbot, sample_desk)


@pytest.fixture
def disk(tmp_path):
    with small_disk(tmp_path / "盘", 2**20) as mounted:
        assert mounted
        yield tmp_path / "盘"


class Mending(Answering):
    """Mends what is wrong once it is asked whether to try again."""

    def __init__(self, mend, *answers):
        super().__init__(*answers)
        self._mend = mend

    def choose(self, text, *answers, **more):
        if answers[0] == "再试一次":
            self._mend()
        return super().choose(text, *answers, **more)


def mending(page, mend, *answers):
    ask = page._desk.ask = page._exits.exporter._ask = Mending(mend, *answers)
    return ask


@needs_disk
@pytest.mark.parametrize(
    ("words", "name", "head"),
    [
        ("生成 Word 文档", "报告.docx", b"PK"),
        ("导出 PDF", "报告.pdf", b"%P"),
        ("生成核对稿", "核.docx", b"PK"),
    ],
)
def test_a_full_disk_is_told_once_and_once_there_is_room_the_same_press_goes_on(
    page, disk, words, name, head
):
    path, seen = disk / name, []
    path.write_bytes(b"1")
    filler = filled(disk)

    def mend():
        seen.append(path.read_bytes())
        filler.unlink()

    ask = mending(page, mend, path, "再试一次", DONE)
    trigger(page, words)
    assert ask.asked[1] == f"“{name}”没有写成：磁盘已满，请清理后再试；原来的文件和档案都没有变动"
    assert seen == [b"1"]
    assert path.read_bytes()[:2] == head
    assert list(disk.iterdir()) == [path]


@needs_disk
def test_a_stick_that_has_vanished_is_told_and_nothing_lands_on_the_computer(page, disk):
    pull_out(disk)
    disk.rmdir()
    ask = answering(page, disk / "报告.docx", "取消")
    trigger(page, "生成 Word 文档")
    assert "优盘可能已拔出，或网络断开了；请接好或另选一个文件夹，档案没有变动" in ask.asked[1]
    assert not disk.exists()
    disk.mkdir()


@needs_stick
def test_a_stick_plugged_in_again_takes_the_report_at_the_next_try(page, tmp_path):
    with stick(tmp_path / "优盘") as plugged:
        path = plugged.folder / "报告.docx"
        plugged.pull()
        ask = mending(page, plugged.plug, path, "再试一次", DONE)
        trigger(page, "生成 Word 文档")
        # ext4 says of a dead disk now and then that it is full: what it allocates from is unread.
        assert "优盘已拔出，接好后再试" in ask.asked[1] or "磁盘已满" in ask.asked[1]
        assert path.read_bytes()[:2] == b"PK"


@needs_disk
def test_what_is_printed_into_a_file_on_a_full_disk_spares_the_file_that_was_there(page, disk):
    path = disk / "打印.pdf"
    path.write_bytes(b"1")
    filled(disk, but=3 * 4096)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(path))
    ask = answering(page)
    page._exits.exporter.print_on(printer, page._document, load_style())
    assert ask.asked == ["“打印.pdf”没有写成：磁盘已满，请清理后再试；原来的文件和档案都没有变动"]
    assert path.read_bytes() == b"1"
    assert sorted(file.name for file in disk.iterdir()) == ["别的文件", "打印.pdf"]
