"""Text of other programs, pasted into a passage."""

import pytest
from desk.report.editing import MEETINGS, TOLD, go, mime, opened, paste, select, undone

from secretary_desk.desk.report.editor.mime import LONGEST


@pytest.fixture
def editor(qtbot):
    return opened(qtbot)


def pasted(editor, text):
    """Return the template after a text of another program has been pasted at the beginning."""
    go(editor, 0)
    paste(editor, mime(text))
    return editor.template().removesuffix(TOLD)


def test_rich_text_is_pasted_plain(editor):
    go(editor, 0)
    paste(editor, mime("粗的", "<b style='color:red'>粗的</b><table><tr><td>1</table>"))
    assert editor.template() == f"粗的{TOLD}"
    assert "<span" not in editor.toHtml()
    assert undone(editor) == 1


def test_html_alone_gives_its_words(editor):
    go(editor, 0)
    paste(editor, mime(html="<p>一&amp;二</p><p><i>三</i></p>"))
    assert editor.template() == f"一&二\n三{TOLD}"


@pytest.mark.parametrize(
    ("text", "expected", "said"),
    [
        ("开会(huì)了（kāi huì le），，好。。", "开会了，好。", "2处注音、2处重复的标点"),
        ("支部(VIP)会(hui)……——", "支部(VIP)会(hui)……——", ""),
        ("一\r\n二\r三\u2029四\u2028五\x0b六\x85七", "一\n二\n三\n四\n五\n六\n七", ""),
        ("a\tb\x00c\x7f", "a b c ", ""),
        ("甲\ufdd0乙\ufdef丙\ufffc丁\uffff", "甲乙丙丁", ""),
        ("{{ 三会一课.次数 }}", r"\{{ 三会一课.次数 }}", ""),
    ],
)
def test_what_is_pasted_comes_clean_and_that_is_said(editor, text, expected, said):
    notes = []
    editor.noted.connect(notes.append)
    assert pasted(editor, text) == expected
    assert notes == [f"粘贴的文字里去掉了{said}"] * bool(said)
    assert undone(editor) == 1
    assert editor.template() == TOLD


@pytest.mark.parametrize(
    "passage",
    [
        b"\xff\xfe{{",
        "{{ 没有.这个 }}".encode(),
        '{{ 没有.这个 | 手填("1") }}'.encode(),
        '{{ 三会一课.主题@1 | 原文("\ufdd0\ufffc") }}'.encode(),
        b"",
        b"a" * (LONGEST + 1),
    ],
)
def test_a_passage_that_cannot_be_trusted_comes_as_its_words(editor, passage):
    go(editor, 0)
    paste(editor, mime("字", passage=passage))
    assert editor.template() == f"字{TOLD}"


def test_private_marks_do_not_come_with_a_passage(editor):
    go(editor, 0)
    paste(editor, mime("字", passage=f"甲\ufdd0\ufffc\r\n{MEETINGS}".encode()))
    assert editor.template() == f"甲\n{MEETINGS}{TOLD}"


@pytest.mark.parametrize("text", ["", "\ufffc"])
def test_a_picture_or_nothing_is_not_pasted_over_what_is_selected(editor, text):
    select(editor, 2, 8)
    paste(editor, mime(text, passage=b""))
    assert editor.template() == TOLD
