"""党员到会情况: a row for each member, absences with their reasons, and files that are sound."""

from datetime import date

import pytest
from judges.schema import audit_faults, faults, integrity_faults, needs_validator
from sample import sample_year
from year import year

from secretary_desk.facts.attendance import attendance
from secretary_desk.kinds.person import Category, Person
from secretary_desk.kinds.theme_day import ThemeDay
from secretary_desk.papers.attendance import attendance_paper
from secretary_desk.records.day import Day
from secretary_desk.records.record import Attendance
from secretary_desk.records.specs import Link
from secretary_desk.render.docx import write_docx
from secretary_desk.render.pages import Pages
from secretary_desk.report.document import Document, Table, Wording, runs_of, text_of
from secretary_desk.report.style import load_style

DAY = date(2026, 11, 21)
STYLE = load_style()


def paper(of) -> Document:
    return attendance_paper(attendance(of, DAY), of, DAY)


def rows(document):
    tables = (block for block in document.blocks if isinstance(block, Table))
    return [tuple(map(text_of, row)) for table in tables for row in table.rows]


def absent(count: int, reason: str):
    member = Person(name="示例甲", category=Category.FULL, joined_on=Day("2010-05-04"))
    rolls = (Attendance(who=Link(member.id, "示例甲"), present=False, reason=reason),)
    days = (f"2026-{n % 10 + 1:02}-{n // 10 + 1:02}" for n in range(count))
    return year(member, *(ThemeDay(held_on=Day(d), topic="学", attendance=rolls) for d in days))


SPECIMENS = {
    "sample": paper(sample_year()),
    "nobody": paper(year()),
    "long reasons": paper(absent(60, "到外地项目部支援抢修" * 20 + "W" * 60)),
}


def test_every_member_has_a_row():
    found = attendance(sample_year(), DAY)
    told = rows(SPECIMENS["sample"])
    assert [row[1] for row in told] == [of.member.name for of in found]
    assert [row[2:4] for row in told] == [(str(of.due), str(of.present)) for of in found]


def test_absences_are_told_with_their_reasons():
    assert rows(paper(absent(1, "出差")))[0][2:] == ("1", "0", "0%", "1月1日出差")
    assert rows(paper(absent(2, "")))[0][5] == "1月1日没有写原因；2月1日没有写原因"


def test_so_many_absences_that_a_row_would_outgrow_a_page_are_counted(qapp):
    assert rows(SPECIMENS["long reasons"])[0][5].endswith("；另有52次")
    assert Pages(SPECIMENS["long reasons"], STYLE).count == 1


@pytest.mark.parametrize("name", SPECIMENS)
def test_no_wording_holds_a_digit(name):
    runs = (run for block in SPECIMENS[name].blocks for run in runs_of(block))
    words = [run.text for run in runs if isinstance(run, Wording)]
    assert not [text for text in words if any(letter.isdigit() for letter in text)]


@pytest.mark.parametrize("name", SPECIMENS)
def test_the_word_file_is_sound(tmp_path, name):
    file = tmp_path / "到会情况.docx"
    file.write_bytes(write_docx(SPECIMENS[name], STYLE))
    assert audit_faults(file) + integrity_faults(file) == []


@needs_validator
def test_every_validator_finds_the_word_files_sound(tmp_path):
    for name, document in SPECIMENS.items():
        (tmp_path / f"{name}.docx").write_bytes(write_docx(document, STYLE))
    assert faults(*tmp_path.iterdir()) == []
