import pytest
from hypothesis import given
from render import specimens
from render.specimens import document, opening, paragraph, signature, words

from secretary_desk.render.plain import write_plain
from secretary_desk.report.document import Aside, Column, Enclosures, Heading, Table, text_of


def test_a_report_reads_from_title_to_date():
    body = (Heading(1, words("一、履职情况")), paragraph(20))
    assert write_plain(document(*opening(), *body, signature())) == (
        "信息工程学院教工第一支部书记\n"
        "2025年度抓基层党建工作述职报告\n"
        "\n"
        "各位领导、同志们：\n"
        "　　一、履职情况\n"
        f"　　{text_of(body[1].runs)}\n"
        "\n"
        "　　教工第一支部委员会\n"
        "　　2026年1月5日\n"
    )


def test_an_aside_is_a_line_of_its_own():
    body = (Heading(1, words("一、履职情况")), Aside(words("〔约2分〕")), paragraph(20))
    assert "一、履职情况\n　　〔约2分〕\n　　" in write_plain(document(*body))


def test_annexes_are_numbered_and_one_alone_is_not():
    both = Enclosures((words("学习台账"), words("党费台账")))
    assert write_plain(document(both)) == "　　附件：1.学习台账\n　　　　　2.党费台账\n"
    assert write_plain(document(Enclosures((words("学习台账"),)))) == "　　附件：学习台账\n"


def test_a_table_has_one_line_for_each_row():
    columns = (Column("日期", 1), Column("主题", 2))
    table = Table(columns, ((words("3月5日"), words("讲话\n精神")), ((), words("x\ty"))))
    assert write_plain(document(table)) == "日期\t主题\n3月5日\t讲话 精神\n\tx y\n"


def test_an_annex_stands_apart_with_its_label_above_its_title():
    text = write_plain(specimens.ordinary())
    assert "2026年1月5日\n\n附件1\n“三会一课”台账\n\n序号\t日期\t主题\t应到\t实到\n1\t" in text


def test_an_empty_report_is_an_empty_text():
    assert write_plain(document()) == ""


def test_an_unknown_block_is_refused():
    with pytest.raises(TypeError, match="no place for str"):
        write_plain(document("附注"))


@given(specimens.documents)
def test_no_document_fails_and_every_text_is_utf8(any_document):
    assert "\x00" not in write_plain(any_document).encode("utf-8").decode("utf-8")
