"""The report handed out: asked about first, written whole, opened where the user wants it."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from desk.answering import Answering
from desk.report.opened import (
    MEETINGS,
    box,
    delete_behind,
    editor,
    empty,
    go_to,
    opened,
    outline,
    press,
    said,
    tool,
    write_at_end,
)
from export.locked import anyones_folder, nobody_writes
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from typing_chinese import compose

from secretary_desk.desk.memory import documents
from secretary_desk.desk.report.outline_pane import PROOF
from secretary_desk.export.report_files import suggested_name
from secretary_desk.kinds.dismissal import Dismissal
from secretary_desk.render.plain import write_plain
from secretary_desk.report.own_outline import added, own_of
from secretary_desk.report.style import load_style
from secretary_desk.report.written import counted

DONE = "关闭"


class Opener(QObject):
    """Takes files in place of the machine's programs."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


@pytest.fixture
def opener():
    taker = Opener()
    QDesktopServices.setUrlHandler("file", taker, "take")
    yield taker
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def page(qtbot, sample_desk):
    return opened(qtbot, sample_desk)


def answering(page, *answers):
    """Let the page's questions be answered; return what is asked."""
    ask = page._desk.ask = page._exits.exporter._ask = Answering(*answers)
    return ask


def trigger(page, text):
    """Press a button of the page's head, or choose from its menu."""
    next(found for found in page.actions() if found.text() == text).trigger()


def test_a_word_document_is_written_under_the_reports_name_and_opened(page, tmp_path, opener):
    page._desk.memory.keep_folder(tmp_path)
    ask = answering(page, "as suggested", "打开文件")
    trigger(page, "生成 Word 文档")
    path = tmp_path / suggested_name(page._document, ".docx")
    assert path.read_bytes()[:2] == b"PK"
    assert opener.opened == [str(path)]
    assert ask.asked[-1] == f"已生成“{path.name}”"


def test_the_folder_it_lies_in_can_be_opened_and_is_remembered(page, tmp_path, opener):
    answering(page, tmp_path / "报告.pdf", "打开所在文件夹")
    trigger(page, "导出 PDF")
    assert (tmp_path / "报告.pdf").read_bytes()[:5] == b"%PDF-"
    assert opener.opened == [str(tmp_path)]
    assert page._desk.memory.folder() == tmp_path


def test_giving_up_the_dialog_writes_nothing(page, tmp_path):
    ask = answering(page, None)
    trigger(page, "生成 Word 文档")
    assert ask.asked == ["生成 Word 文档"]


def test_what_is_typed_last_is_in_the_file(page, tmp_path):
    go_to(page, "下一步打算")
    compose(box(page), "我会再去", commit=False)
    answering(page, None)
    trigger(page, "生成 Word 文档")
    assert "我会再去" in said(page)


def test_gaps_are_named_before_the_report_goes_out(qtbot, new_desk, tmp_path):
    page = opened(qtbot, new_desk)
    ask = answering(page, "先去补充")
    trigger(page, "生成 Word 文档")
    assert f"还有 {counted(page._document)[1]} 处待补充" in ask.asked[0]
    assert len(ask.asked) == 1
    answering(page, "仍要生成", tmp_path / "a.docx", DONE)
    trigger(page, "生成 Word 文档")
    assert (tmp_path / "a.docx").exists()


def test_a_gap_that_the_user_has_left_is_asked_about_too(page):
    go_to(page, "下一步打算")
    compose(box(page), "还有【待补充：培训人数】没有写。")
    ask = answering(page, "先去补充")
    trigger(page, "导出 PDF")
    assert ask.asked == ["报告里还有 1 处待补充，会原样写着“【待补充：…】”。"]


def test_passages_that_have_changed_since_are_named_once_before_the_report_goes_out(page, tmp_path):
    go_to(page, MEETINGS)
    write_at_end(page, "三会一课", "我心里有数。")
    page.leave()
    delete_behind(page, "4次")
    ask = answering(page, "先去看看")
    trigger(page, "生成 Word 文档")
    assert ask.asked == ["有 1 段改写之后记录有变化，还没有看过。"]
    assert ask.details == ["· 三会一课"]
    answering(page, "仍要生成", tmp_path / "a.docx", DONE)
    trigger(page, "生成 Word 文档")
    assert (tmp_path / "a.docx").exists()
    tool(page, "保留我的")
    ask = answering(page, tmp_path / "b.docx", DONE)
    trigger(page, "生成 Word 文档")
    assert ask.asked == ["生成 Word 文档", "已生成“b.docx”"]


def test_what_is_to_be_mended_is_named_in_the_same_question_with_the_way_there(page, tmp_path):
    go_to(page, "下一步打算")
    compose(box(page), "我带头学,也带头讲。还有【待补充：培训人数】没有写。")
    ask = answering(page, "先去校核")
    trigger(page, "导出 PDF")
    assert ask.asked == [
        "报告里还有 1 处待补充，会原样写着“【待补充：…】”。\n校核还有 1 处应改的没有改。"
    ]
    assert ask.details == ["· 培训人数\n· 半角标点：「我带头学,也带头讲」用了半角“,”，请改用“，”"]
    assert outline(page).key() == PROOF
    answering(page, "仍要生成", tmp_path / "a.pdf", DONE)
    trigger(page, "导出 PDF")
    assert (tmp_path / "a.pdf").exists()


def test_what_is_answered_and_what_is_a_hint_holds_nothing_up(page, tmp_path):
    go_to(page, "下一步打算")
    compose(box(page), "我带头学,也带头讲。各项工作名列前茅。")
    page.leave()
    ask = answering(page, "取消")
    trigger(page, "导出 PDF")
    assert ask.asked == ["校核还有 1 处应改的没有改。"]
    assert outline(page).key() == "下一步打算"
    page._desk.save(Dismissal(year=2026, check_name="半角标点", sentence="我带头学,也带头讲。"))
    ask = answering(page, tmp_path / "a.pdf", DONE)
    trigger(page, "导出 PDF")
    assert ask.asked == ["导出 PDF", "已生成“a.pdf”"]


def test_an_empty_section_of_the_users_is_named_as_one(page):
    own = own_of(page._working.outline(), 2026)
    page._desk.save(added(own, len(own.parts) - 2, "示例支部的一件新事"))
    ask = answering(page, "先去补充")
    trigger(page, "生成 Word 文档")
    assert ask.asked == ["报告里还有 1 处待补充，会原样写着“【待补充：…】”。"]
    assert ask.details == ["· “六、示例支部的一件新事”还没有内容"]


def test_many_places_of_several_sorts_are_named_by_a_few_of_each(page):
    go_to(page, "下一步打算")
    gaps = "".join(f"【待补充：第{n}项】" for n in "甲乙丙丁")
    compose(box(page), f"{gaps}先学,后做。先讲，。做了。。说了。")
    ask = answering(page, "先去补充")
    trigger(page, "生成 Word 文档")
    names = ask.details[0].split("\n")
    assert names[:4] == ["· 第甲项", "· 第乙项", "· 第丙项", "……"]
    assert [name.partition("：")[0] for name in names[4:]] == [
        "· 半角标点",
        "· 重复标点",
        "· 重复标点",
    ]


def test_a_proof_copy_names_the_entries_of_every_figure(page, tmp_path):
    answering(page, tmp_path / "核对稿.docx", DONE)
    trigger(page, "生成核对稿")
    with ZipFile(tmp_path / "核对稿.docx") as package:
        assert "第一会议室" not in package.read("word/comments.xml").decode()
        assert "支部党员大会次数" in package.read("word/comments.xml").decode()


def test_an_edited_passage_is_what_is_written_and_an_emptied_one_leaves_no_line(page, tmp_path):
    go_to(page, MEETINGS)
    write_at_end(page, "三会一课", "我心里有数。")
    empty(editor(page, "主题党日"))
    answering(page, tmp_path / "a.docx", DONE)
    trigger(page, "生成 Word 文档")
    with ZipFile(tmp_path / "a.docx") as package:
        text = re.sub("<[^>]+>", "", package.read("word/document.xml").decode())
    assert "我心里有数。" in text
    assert "我要求主题党日次次有主题" not in text
    trigger(page, "复制全文")
    lines = QGuiApplication.clipboard().text().split("\n")
    at = next(n for n, line in enumerate(lines) if line.endswith("我心里有数。"))
    assert lines[at + 1].strip()


def test_a_name_without_its_ending_gets_it_and_asks_before_overwriting(page, tmp_path):
    path = tmp_path / "2026.报告.docx"
    path.write_bytes(b"1")
    ask = answering(page, tmp_path / "2026.报告", "取消")
    trigger(page, "生成 Word 文档")
    assert ask.asked[-1] == "“2026.报告.docx”已经存在，要替换它吗？"
    assert path.read_bytes() == b"1"
    answering(page, tmp_path / "2026.报告", "替换", DONE)
    trigger(page, "生成 Word 文档")
    assert path.read_bytes()[:2] == b"PK"


def test_a_file_open_in_word_is_asked_to_be_closed_as_often_as_needed(page, tmp_path):
    path, mark = tmp_path / "报告.docx", tmp_path / "~$报告.docx"
    path.write_bytes(b"1")
    mark.touch()
    ask = answering(page, path, "已经关闭，再试一次", "取消")
    trigger(page, "生成 Word 文档")
    assert ask.asked[1:] == ["“报告.docx”好像正在 Word 或 WPS 中打开着。请先关闭它。"] * 2
    assert path.read_bytes() == b"1"
    answering(page, path, "没有打开，直接写", DONE)
    trigger(page, "生成 Word 文档")
    assert path.read_bytes()[:2] == b"PK"


def test_a_file_that_cannot_be_written_is_a_sentence_and_can_be_tried_again(page):
    with anyones_folder() as folder:
        path = folder / "报告.docx"
        path.write_bytes(b"1")
        ask = answering(page, path, "再试一次", "取消")
        with nobody_writes(path):
            trigger(page, "生成 Word 文档")
        assert len(ask.asked) == 3
        assert path.read_bytes() == b"1"


def test_the_whole_text_is_copied(page, qtbot):
    with qtbot.waitSignal(page.noted) as noted:
        trigger(page, "复制全文")
    assert QGuiApplication.clipboard().text() == write_plain(page._document)
    assert noted.args == [f"已复制全文，{counted(page._document)[0]} 字"]


def test_without_a_printer_the_pdf_is_suggested(page):
    ask = answering(page)
    page._exits.exporter._printers = list
    press(page, Qt.Key.Key_P, modifier=Qt.KeyboardModifier.ControlModifier)
    assert ask.asked == ["没有找到打印机，没有打印。"]


def test_a_printer_gets_the_pages(page, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    page._exits.exporter.print_on(printer, page._document, load_style())
    assert (tmp_path / "printed.pdf").read_bytes()[:5] == b"%PDF-"


def test_a_file_to_print_into_whose_folder_is_not_there_is_a_sentence(page, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "no" / "such" / "folder.pdf"))
    ask = answering(page)
    page._exits.exporter.print_on(printer, page._document, load_style())
    assert "没有写成" in ask.asked[0]
    assert not (tmp_path / "no").exists()


def test_what_cannot_be_built_cannot_go_out(page):
    settings = page._desk.settings()
    page._desk.save(type(settings)(id=settings.id, year=2026, outline="没有的"))
    ask = answering(page)
    trigger(page, "生成 Word 文档")
    assert ask.asked == []
    assert "没有“没有的”这个提纲" in page._panes.trouble.text()


def test_documents_are_where_a_first_report_is_suggested(page):
    asked = []

    class Noting(Answering):
        def save_file(self, title, suggested, patterns):
            asked.append(suggested)

    page._exits.exporter._ask = Noting()
    trigger(page, "导出 PDF")
    assert asked[0].name == suggested_name(page._document, ".pdf")
    assert asked[0].parent == documents()
    assert isinstance(asked[0], Path)
