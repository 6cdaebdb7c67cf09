"""党支部工作自查表: every rule on it, findings with their answers, and files that are sound."""

from datetime import date

import docx
import pytest
from judges.schema import audit_faults, faults, integrity_faults, needs_validator
from rules.cases import branch, meeting, people, year
from sample import sample_year

from secretary_desk.kinds.branch import Group
from secretary_desk.kinds.check_answer import CheckAnswer
from secretary_desk.kinds.study_meeting import Form
from secretary_desk.papers.checklist import TITLE, checklist
from secretary_desk.render.docx import write_docx
from secretary_desk.render.pages import Pages
from secretary_desk.render.plain import write_plain
from secretary_desk.report.document import Heading, Table, Wording, runs_of, text_of
from secretary_desk.report.style import load_style
from secretary_desk.rules import RULES
from secretary_desk.rules.checking import self_check

DAY = date(2026, 11, 21)
STYLE = load_style()
LONG = "某某市轨道交通建设集团有限公司第三工程分公司机电安装项目部联合" * 4 + "W" * 60
NAMES = "甲乙丙丁戊己庚辛壬癸"


def paper(of, on=DAY):
    return checklist(self_check(of, on), of, on)


def rows(document):
    tables = (block for block in document.blocks if isinstance(block, Table))
    return [tuple(map(text_of, row)) for table in tables for row in table.rows]


def answered(reason, *more):
    crew = people(NAMES)
    given = CheckAnswer(year=2026, rule="monthly_committee", about="2026-03", reason=reason)
    return year(branch(*crew[:3]), *crew, meeting(), given, *more)


def row_of(document, words):
    return next(row for row in rows(document) if row[1].startswith(words))


SPECIMENS = {
    "sample": paper(sample_year()),
    "nothing written": paper(year()),
    "answered": paper(answered("3月集中学习，会议并到4月初召开")),
    "long words": paper(answered(LONG)),
}


def test_every_rule_has_its_row_under_its_area_with_its_source():
    document = SPECIMENS["sample"]
    told = rows(document)
    for rule in RULES:
        assert any(row[1:3] == (f"{rule.text}（{rule.weight}）", rule.source) for row in told)
    heads = [text_of(block.runs) for block in document.blocks if isinstance(block, Heading)]
    assert heads[:2] == ["一、支部设置", "二、三会一课"]
    assert len(heads) == len({rule.area for rule in RULES})


def test_a_row_says_what_was_found_or_that_there_is_nothing_or_why_it_does_not_apply():
    document = SPECIMENS["sample"]
    assert row_of(document, "党支部设书记")[3:] == ("符合", "")
    assert row_of(document, "正式党员不足7人")[3] == "不适用：正式党员有7名以上"
    assert row_of(document, "党小组会一般")[3].split("\n") == [
        "1. 未登记：2月第一党小组会未登记",
        "2. 未登记：2月第二党小组会未登记",
        "3. 未登记：2月第三党小组会未登记",
    ]


def test_an_answer_stands_beside_its_finding_under_the_same_number():
    told = [row for row in rows(SPECIMENS["answered"]) if "3月支部委员会未登记" in row[3]]
    assert len(told) == 1
    number = next(line for line in told[0][3].split("\n") if "3月支部" in line).split(".")[0]
    assert told[0][4] == f"{number}. 3月集中学习，会议并到4月初召开"


def test_a_rule_that_has_found_much_goes_on_in_further_rows():
    groups = tuple(Group(name=f"第{number}党小组") for number in "一二三")
    held = meeting(Form.GROUP, "2026-05-05", group=groups[0].name)
    told = rows(paper(year(branch(groups=groups), held)))
    place = next(at for at, row in enumerate(told) if row[1].startswith("党小组会"))
    assert [row[:3] for row in told[place + 1 : place + 3]] == [("", "（续）", "")] * 2
    found = "\n".join(row[3] for row in told[place : place + 3]).split("\n")
    assert [line.split(".")[0] for line in found] == [str(number) for number in range(1, 30)]


def test_the_head_names_the_branch_the_year_and_the_day():
    lines = write_plain(SPECIMENS["answered"]).splitlines()
    assert lines[0] == TITLE
    assert "示例支部" in lines
    assert "2026年度，截至2026年11月21日" in lines


@pytest.mark.parametrize("name", SPECIMENS)
def test_no_wording_holds_a_digit(name):
    runs = (run for block in SPECIMENS[name].blocks for run in runs_of(block))
    words = [run.text for run in runs if isinstance(run, Wording)]
    assert not [text for text in words if any(letter.isdigit() for letter in text)]


@pytest.mark.parametrize("name", SPECIMENS)
def test_the_word_file_is_sound_and_holds_every_row(tmp_path, name):
    file = tmp_path / "自查表.docx"
    file.write_bytes(write_docx(SPECIMENS[name], STYLE))
    assert audit_faults(file) + integrity_faults(file) == []
    tables = docx.Document(str(file)).tables
    assert sum(len(table.rows) - 1 for table in tables) == len(rows(SPECIMENS[name]))


@needs_validator
def test_every_validator_finds_the_word_files_sound(tmp_path):
    for name, document in SPECIMENS.items():
        (tmp_path / f"{name}.docx").write_bytes(write_docx(document, STYLE))
    assert faults(*tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", SPECIMENS)
def test_it_fills_a_few_pages(qapp, name):
    assert 5 <= Pages(SPECIMENS[name], STYLE).count <= 14
